namespace Impact.Core.Catalogue;

/// <summary>One line of what a release published of an organisation's spending: what later releases are bound to.</summary>
/// <param name="Organisation">The organisation.</param>
/// <param name="QuarterStart">First day of the quarter.</param>
/// <param name="Line">A code of <see cref="CodeLists.SpendingLine"/>.</param>
/// <param name="AmountMinor">Minor units of the base currency; null where the quarter was withheld.</param>
internal sealed record PublishedSpending(string Organisation, DateOnly QuarterStart, string Line, long? AmountMinor)
{
    /// <summary>The lines of a table of spending by category.</summary>
    public static IReadOnlyList<PublishedSpending> Of(PublishedTable table) =>
        [
            .. table.Rows.Select(row => new PublishedSpending(
                row.Text("organisation_id"),
                (DateOnly)row["period_start"]!,
                row.Text("line"),
                row.Integer("amount_minor")
            )),
        ];
}
