using Impact.Core.Catalogue;

namespace Impact.Core.Releases.Exports;

/// <summary>One published amount with its day.</summary>
/// <param name="Day">Last day of its period, at most the cut-off.</param>
/// <param name="Minor">Minor units of the fund's currency, never 0.</param>
/// <param name="Giver">Who gave: an organisation's name, or null for people and for what is not told.</param>
/// <param name="IsRest">Whether it is what the published total has beyond the published periods.</param>
internal sealed record DatedAmount(DateOnly Day, long Minor, string? Giver = null, bool IsRest = false);

/// <summary>Published money as dated amounts whose sum is the published total, so that no export can tell another sum than the tables.</summary>
/// <param name="source">The release.</param>
internal sealed class ExportedFlows(ExportSource source)
{
    /// <summary>Gifts: by organisation and year where organisations gave, since their money may not be grouped; else by month.</summary>
    public IReadOnlyList<DatedAmount> Gifts()
    {
        var given = Measured(PublishedTables.Contributions, "received").ToList();
        var byGiver = given.Exists(row => row.Text("giver_kind") == "organisation");
        var parts = byGiver
            ? given.Select(row => Part(row, row.Text("giver_kind") == "organisation" ? row.Text("giver") : null))
            : Measured(PublishedTables.MoneyByMonth, "received").Select(row => Part(row));
        return WithRest(parts, Line("contributions"));
    }

    /// <summary>One flow of the fund by quarter, as much as the statement's line says in all.</summary>
    /// <param name="measure">A code of <see cref="CodeLists.MoneyMeasure"/>.</param>
    /// <param name="line">A code of <see cref="CodeLists.StatementLine"/>.</param>
    public IReadOnlyList<DatedAmount> OfFund(string measure, string line) =>
        WithRest(Measured(PublishedTables.MoneyByQuarter, measure).Select(row => Part(row)), Line(line));

    /// <summary>One flow of one organisation by quarter, as much as its total to date says.</summary>
    public IReadOnlyList<DatedAmount> Of(string organisation, string measure) =>
        WithRest(
            Measured(source.Rows(PublishedTables.MoneyByOrganisation, organisation), measure).Select(row => Part(row)),
            Measured(source.Rows(PublishedTables.OrganisationTotals, organisation), measure)
                .FirstOrDefault()
                ?.Integer("amount_minor")
        );

    private IEnumerable<TableRow> Measured(TableSchema schema, string measure) =>
        Measured(source.Rows(schema), measure);

    private static IEnumerable<TableRow> Measured(IEnumerable<TableRow> rows, string measure) =>
        rows.Where(row => row.Text("measure") == measure && row.Integer("amount_minor") is not null);

    private long? Line(string line) =>
        source
            .Rows(PublishedTables.FundingStatus)
            .FirstOrDefault(row => row.Text("line") == line)
            ?.Integer("amount_minor");

    private DatedAmount Part(TableRow row, string? giver = null)
    {
        var end = row.Date("period_end")!.Value;
        var day = end < source.Manifest.CutOff ? end : source.Manifest.CutOff;
        return new(day, row.Integer("amount_minor")!.Value, giver);
    }

    private List<DatedAmount> WithRest(IEnumerable<DatedAmount> parts, long? total)
    {
        var all = parts.Where(part => part.Minor != 0).ToList();
        var shown = all.Aggregate(0L, (sum, part) => checked(sum + part.Minor));
        if (total is { } whole && whole != shown)
        {
            all.Add(new(source.Manifest.CutOff, checked(whole - shown), IsRest: true));
        }

        return all;
    }
}
