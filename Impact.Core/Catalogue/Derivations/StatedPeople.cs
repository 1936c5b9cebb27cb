namespace Impact.Core.Catalogue.Derivations;

/// <summary>What one organisation states of one indicator for one period, as published.</summary>
/// <param name="Organisation">Who states it.</param>
/// <param name="Indicator">What is counted.</param>
/// <param name="Measure">Baseline, planned or reached.</param>
/// <param name="Period">The period's code.</param>
/// <param name="Start">Its first day.</param>
/// <param name="End">Its last day.</param>
/// <param name="People">The number, as exactly as it is published.</param>
/// <param name="IsFinal">Whether it can no longer change.</param>
internal sealed record StatedPeople(
    string Organisation,
    string Indicator,
    string Measure,
    string Period,
    DateOnly Start,
    DateOnly End,
    PeopleInterval People,
    bool IsFinal
)
{
    /// <summary>Whether the published statement is withheld to protect people.</summary>
    public bool IsWithheld => People.Stated is null;

    /// <summary>Whether any two periods share a day: then a person may be in both, whatever the rule over time says.</summary>
    public static bool AnyOverlap(IEnumerable<StatedPeople> statements)
    {
        foreach (var own in statements.GroupBy(one => one.Organisation, StringComparer.Ordinal))
        {
            var last = DateOnly.MinValue;
            foreach (var statement in own.OrderBy(one => one.Start).ThenBy(one => one.End))
            {
                if (statement.Start <= last)
                {
                    return true;
                }

                last = statement.End;
            }
        }

        return false;
    }
}
