namespace Impact.Core.Catalogue;

/// <summary>What one metric means: the card a reader, a partner and a researcher all read.</summary>
/// <param name="Id">Stable identifier, lower case with underscores, for example <c>delivery_rate</c>.</param>
/// <param name="Title">Plain words first, for example "Money the fund has sent to partners".</param>
/// <param name="Term">The field's official term, for example "Disbursed".</param>
/// <param name="Explanation">One paragraph that a donor understands, with the edge cases.</param>
/// <param name="Unit">What one is: see <see cref="MetricUnit"/>.</param>
/// <param name="Formula">The exact definition in ledger kinds.</param>
/// <param name="Sql">The file that computes it, under <c>Metrics/Sql</c>.</param>
/// <param name="Table">The published table that holds it.</param>
/// <param name="Protection">Its protection class: a metric without one cannot be built.</param>
/// <param name="Aggregation">How it combines along time, organisation, place and service.</param>
/// <param name="Source">Where the definition comes from.</param>
/// <param name="Version">Whole number, raised when the definition changes.</param>
public sealed record MetricCard(
    string Id,
    BilingualText Title,
    BilingualText Term,
    BilingualText Explanation,
    MetricUnit Unit,
    string Formula,
    string Sql,
    string Table,
    ProtectionClass Protection,
    Aggregation Aggregation,
    string Source,
    int Version
)
{
    /// <summary>
    /// The metric that is shown beside this one with equal weight, because it would tell what this one hides: of money raised its
    /// cost, of money sent the wait. Null only for what is no headline.
    /// </summary>
    public string? Counter { get; init; }

    /// <summary>When a figure of it is final, and whether a published one may change: one of <see cref="CardWords"/>.</summary>
    public required BilingualText Finality { get; init; }

    /// <summary>What the two numbers of reports beside a figure count: one of <see cref="CardWords"/>.</summary>
    public required BilingualText Completeness { get; init; }

    /// <summary>The C# type that reaches the same figure without the SQL, below <c>Impact.Core</c>, for example <c>Metrics.Reference.ReferenceRates</c>.</summary>
    public required string Reference { get; init; }
}

/// <summary>What one unit of a metric is.</summary>
public enum MetricUnit
{
    /// <summary>Minor units of the fund's currency.</summary>
    Money,

    /// <summary>A quotient without unit, numerator and denominator kept.</summary>
    Ratio,

    /// <summary>Natural persons.</summary>
    People,

    /// <summary>Months of 1/12 year, as a quotient of money by money a month.</summary>
    Months,

    /// <summary>Calendar days.</summary>
    Days,

    /// <summary>A quotient of counts of reports or checks, numerator and denominator kept.</summary>
    Counts,

    /// <summary>Events of service; one person may have several.</summary>
    Services,
}
