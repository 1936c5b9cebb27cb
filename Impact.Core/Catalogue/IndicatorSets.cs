namespace Impact.Core.Catalogue;

/// <summary>Which codes of <see cref="CodeLists.IndicatorSplit"/> divide the same people: each set divides all of them, so that nothing is added over two sets.</summary>
public static class IndicatorSets
{
    /// <summary>Women, men, girls, boys and who is not recorded: sex and age at once.</summary>
    public const string SexAndAge = "sex_and_age";

    /// <summary>The set a code belongs to: <c>total</c>, <c>sex_and_age</c>, <c>sex</c> or <c>age</c>.</summary>
    /// <exception cref="KeyNotFoundException">No set has the code.</exception>
    public static string Of(string split) =>
        split switch
        {
            "total" => "total",
            "women" or "men" or "girls" or "boys" or "unknown" => SexAndAge,
            "female" or "male" or "intersex" or "sex_unknown" => "sex",
            "children" or "adults" or "elderly" or "age_unknown" => "age",
            _ => throw new KeyNotFoundException("No set of splits has such a code."),
        };
}
