namespace Impact.Core.Catalogue;

/// <summary>One period in which a release showed an inflow of people: later releases show it so again, to the cent.</summary>
/// <param name="Measure">One of <see cref="Measures"/>.</param>
/// <param name="Start">First day of its first month.</param>
/// <param name="End">Last day of its last month.</param>
/// <param name="AmountMinor">Minor units of the base currency.</param>
internal sealed record PublishedInflow(string Measure, DateOnly Start, DateOnly End, long AmountMinor)
{
    /// <summary>What individual givers move: gifts, refunds and chargebacks, as readers know them.</summary>
    public static IReadOnlyList<string> Measures { get; } = ["received", "refunded", "charged_back"];

    /// <summary>The periods of a table of money by month; a measure that no source tells has none.</summary>
    public static IReadOnlyList<PublishedInflow> Of(PublishedTable table) =>
        [
            .. table
                .Rows.Where(row =>
                    Measures.Contains(row.Text("measure"), StringComparer.Ordinal)
                    && row.Integer("amount_minor") is not null
                )
                .Select(row => new PublishedInflow(
                    row.Text("measure"),
                    (DateOnly)row["period_start"]!,
                    (DateOnly)row["period_end"]!,
                    row.Integer("amount_minor")!.Value
                )),
        ];
}
