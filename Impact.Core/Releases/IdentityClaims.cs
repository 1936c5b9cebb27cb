using Impact.Core.Catalogue;
using static System.FormattableString;

namespace Impact.Core.Releases;

/// <summary>Gates A and B and the left sides of the proof table, computed again from the statement and the organisations' totals.</summary>
/// <remarks>A row is left alone where one of its parts is not told.</remarks>
internal static class IdentityClaims
{
    private const string WholeFund = "fund";

    /// <summary>Left sides that are lines of the statement, added up (conventions §4.1).</summary>
    private static readonly Dictionary<string, string[]> Lines = new(StringComparer.Ordinal)
    {
        ["F1"] = ["total_sources"],
        ["F2"] = ["total_uses"],
        ["F3"] = ["fund_balance"],
        ["P1"] = ["partner_resources"],
        ["P2"] = ["partner_balance"],
        ["T"] = ["total_balance"],
        ["T2"] = ["total_sources", "partner_opening_balance"],
    };

    /// <summary>Rows of the proof table whose left side does not follow, as <c>F1 fund</c>; and <c>gate B</c> where more is allocated than there is.</summary>
    public static IReadOnlyList<string> Breaches(
        PublishedTable statement,
        PublishedTable totals,
        PublishedTable reconciliation
    )
    {
        var lines = statement.Rows.ToLookup(row => row.Text("line"), StringComparer.Ordinal);
        var flows = totals.Rows.ToLookup(row => (row.Text("organisation_id"), row.Text("measure")));
        List<string> breaches = [];
        foreach (var row in reconciliation.Rows.Where(row => row.Text("status") == "ok"))
        {
            var (identity, subject) = (row.Text("identity"), row.Text("subject"));
            var left = subject == WholeFund ? OfFund(identity, lines, flows) : OfPartner(row, flows);
            if (left is not null && row.Integer("left_minor") != left)
            {
                breaches.Add(Invariant($"{identity} {subject}"));
            }
            else if (identity == "U" && left < 0)
            {
                breaches.Add("gate B");
            }
        }

        return breaches;
    }

    /// <summary>Organisations that were sent more than they were allocated, net of what they sent back: gate A.</summary>
    public static IReadOnlyList<string> SentBeyondAllocation(PublishedTable totals)
    {
        var flows = totals.Rows.ToLookup(row => (row.Text("organisation_id"), row.Text("measure")));
        return
        [
            .. flows
                .Select(flow => flow.Key.Item1)
                .Distinct(StringComparer.Ordinal)
                .Where(organisation =>
                    Told(flows[(organisation, "allocated")]) is { } allocated
                    && Told(flows[(organisation, "disbursed")]) is { } sent
                    && allocated < sent - (Told(flows[(organisation, "returned")]) ?? 0)
                ),
        ];
    }

    private static decimal? OfFund(
        string identity,
        ILookup<string, TableRow> lines,
        ILookup<(string Organisation, string Measure), TableRow> flows
    ) =>
        identity == "U"
            ? Told(lines["fund_balance"])
                + Told(lines["transfers"])
                - Told(lines["returns"])
                - OrganisationSumCheck.Sum(
                    flows.Where(flow => flow.Key.Measure == "allocated").SelectMany(flow => flow)
                )
        : Lines.TryGetValue(identity, out var parts)
            ? parts.Aggregate((decimal?)0, (sum, line) => sum + Told(lines[line]))
        : null;

    private static decimal? OfPartner(TableRow row, ILookup<(string Organisation, string Measure), TableRow> flows)
    {
        // What an organisation has no row of is 0.
        decimal? Sum(string measure) => OrganisationSumCheck.Sum(flows[(row.Text("subject"), measure)]);

        var had = Sum("opening_balance") + Sum("disbursed") - Sum("returned");
        return row.Text("identity") == "P2" ? had - Sum("spent") : had;
    }

    /// <summary>The sum; null where there is no row or one does not tell.</summary>
    private static decimal? Told(IEnumerable<TableRow> rows) => rows.Any() ? OrganisationSumCheck.Sum(rows) : null;
}
