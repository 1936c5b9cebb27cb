namespace Impact.Core.Disclosure.HouseholdMoney;

/// <summary>Everything a hostile reader knows of the cash one organisation paid to households in one quarter.</summary>
/// <param name="Place">Organisation and quarter, as a message names them.</param>
/// <param name="Statements">All published amounts: the lines, the identities they enter, and those of earlier releases.</param>
internal sealed record HouseholdAidCase(string Place, IReadOnlyList<SpendingStatement> Statements)
{
    /// <summary>The category that the stipends are paid in.</summary>
    public const string Cash = "cash_aid";

    /// <summary>The amounts a household can have got, minor units above 0; empty: any amount from one minor unit.</summary>
    public IReadOnlyList<long> Stipends { get; init; } = [];

    /// <summary>Published counts of this organisation and quarter.</summary>
    public IReadOnlyList<CountBound> Bounds { get; init; } = [];

    /// <summary>
    /// Whether an amount that holds the cash is below 0: corrections were greater than payments, and no number of households
    /// explains it by itself.
    /// </summary>
    public bool IsNegative =>
        Statements.Any(statement =>
            statement.AmountMinor < 0 && statement.Categories.Contains(Cash, StringComparer.Ordinal)
        );

    /// <summary>Possible values that must remain: at least those asked for, or all that the counts leave where these are fewer.</summary>
    /// <remarks>
    /// What noisy counts tell by themselves is what their noise allows; the gate asks that money tells nothing on top. Without this a
    /// small organisation could never publish, by the luck of its noise.
    /// </remarks>
    /// <param name="fewest">The policy's number, or twice the standard deviation of the counts' noise where that is more.</param>
    public long Needed(long fewest)
    {
        var asked = Bounds.Select(bound => bound.TwoSigma).Append(fewest).Max();
        return Bounds.Select(bound => checked(bound.High - (bound.IsOfAided ? bound.Low : 0) + 1)).Append(asked).Min();
    }
}
