namespace Impact.Core.Catalogue;

/// <summary>Whom an indicator counts, which decides whether it may be shown.</summary>
public enum IndicatorPopulation
{
    /// <summary>People who are nowhere counted by household or service records: a partner's statement.</summary>
    Statement,

    /// <summary>Households or people that household records or a cash programme count too: never a statement.</summary>
    Households,
}

/// <summary>What one unit of an indicator is.</summary>
public enum IndicatorCount
{
    /// <summary>People, whom two partners or two periods may both count.</summary>
    People,

    /// <summary>Services or things, each of which happens once: they add.</summary>
    Services,
}

/// <summary>What a value of an indicator is about.</summary>
public enum IndicatorReporting
{
    /// <summary>Everyone helped in the period, also those helped before.</summary>
    Periodic,

    /// <summary>Everyone helped since the beginning.</summary>
    Cumulative,

    /// <summary>Only those never helped before by the same partner.</summary>
    New,
}

/// <summary>Who is counted once.</summary>
public enum IndicatorDedup
{
    /// <summary>Nobody has looked for people counted twice.</summary>
    None,

    /// <summary>Each partner counts a person once.</summary>
    WithinPartner,

    /// <summary>The partners share a register: a person is in one partner's figure only.</summary>
    AcrossPartners,
}

/// <summary>The level of a result, as IATI ResultType has it.</summary>
public enum IndicatorLevel
{
    /// <summary>What was delivered.</summary>
    Output,

    /// <summary>What changed for people, as recorded.</summary>
    Outcome,

    /// <summary>What changed in the long run.</summary>
    Impact,

    /// <summary>None of these.</summary>
    Other,
}

/// <summary>One indicator that partners report, with the rules that say what may be added.</summary>
/// <param name="Id">Lower case code.</param>
/// <param name="Title">What is counted.</param>
/// <param name="Population">Whom it counts.</param>
/// <param name="Aggregation">How its values combine.</param>
/// <remarks>What a fund file does not say is what can do no harm: values overlap, and only an interval is known. Source: conventions §4.3.</remarks>
public sealed record FundIndicator(
    string Id,
    BilingualText Title,
    IndicatorPopulation Population,
    Aggregation Aggregation
)
{
    /// <summary>What one unit is.</summary>
    public IndicatorCount Counts { get; init; }

    /// <summary>What a value is about.</summary>
    public IndicatorReporting ReportedAs { get; init; }

    /// <summary>Who is counted once.</summary>
    public IndicatorDedup Dedup { get; init; }

    /// <summary>The level of the result.</summary>
    public IndicatorLevel Level { get; init; }

    /// <summary>
    /// The population that this indicator is one cut of, or null. Two indicators that cut one population count the same people in
    /// another order, and are never added.
    /// </summary>
    public string? CutOf { get; init; }

    /// <summary>An indicator of which nothing is known but its code: people who overlap in every direction.</summary>
    public static FundIndicator Unknown(string id) =>
        new(id, BilingualText.Same(id), IndicatorPopulation.Statement, Aggregation.People);

    /// <summary>The first rule that contradicts another, as its place in the fund file, or null.</summary>
    public string? FirstContradiction()
    {
        var addsOverTime = Aggregation.Time == AxisRule.Sum;
        if (Counts == IndicatorCount.People && addsOverTime && ReportedAs != IndicatorReporting.New)
        {
            return "aggregation.time: people add over periods only when reportedAs is new";
        }

        if (ReportedAs == IndicatorReporting.Cumulative && Aggregation.Time is not (AxisRule.Last or AxisRule.None))
        {
            return "aggregation.time: of cumulative figures the last one stands";
        }

        if (ReportedAs != IndicatorReporting.Cumulative && Aggregation.Time == AxisRule.Last)
        {
            return "aggregation.time: the last figure stands only when reportedAs is cumulative";
        }

        return
            Counts == IndicatorCount.People
            && Aggregation.Organisation == AxisRule.Sum
            && Dedup != IndicatorDedup.AcrossPartners
            ? "aggregation.organisation: people add over partners only when dedup is acrossPartners"
            : null;
    }
}
