using System.Globalization;
using Impact.Core.Catalogue;

namespace Impact.Core.Releases;

/// <summary>Adds the organisations up and compares them with the totals that are published beside them.</summary>
internal static class OrganisationSumCheck
{
    private static readonly (string Line, string Measure)[] StatementLines =
    [
        ("transfers", "disbursed"),
        ("returns", "returned"),
        ("partner_expenditure", "spent"),
    ];

    /// <summary>Lines of the statement that are not the sum of the organisations. What a source does not tell is left out.</summary>
    public static IReadOnlyList<string> Statement(PublishedTable statement, PublishedTable totals)
    {
        var measures = totals.Rows.ToLookup(row => row.Text("measure"), StringComparer.Ordinal);
        var breaches = new List<string>();
        foreach (var (line, measure) in StatementLines)
        {
            var stated = statement.Rows.FirstOrDefault(row => row.Text("line") == line)?.Integer("amount_minor");
            if (stated is not null && measures.Contains(measure) && Sum(measures[measure]) is { } sum && sum != stated)
            {
                breaches.Add(line);
            }
        }

        return breaches;
    }

    /// <summary>Quarters and measures, as <c>2019-Q3 disbursed</c>, whose total is not the sum of the organisations.</summary>
    public static IReadOnlyList<string> Quarters(PublishedTable quarters, PublishedTable organisations)
    {
        var shared = Measures(quarters).Intersect(Measures(organisations), StringComparer.Ordinal).ToList();
        var parts = organisations.Rows.ToLookup(Cell, StringComparer.Ordinal);
        var totals = quarters.Rows.ToLookup(Cell, StringComparer.Ordinal);
        return
        [
            .. quarters
                .Rows.Concat(organisations.Rows)
                .Where(row => shared.Contains(row.Text("measure"), StringComparer.Ordinal))
                .Select(Cell)
                .Distinct(StringComparer.Ordinal)
                .Where(cell => Sum(parts[cell]) is { } sum && Sum(totals[cell]) is { } total && sum != total),
        ];
    }

    private static IEnumerable<string> Measures(PublishedTable table) => table.Rows.Select(row => row.Text("measure"));

    private static string Cell(TableRow row) =>
        string.Create(CultureInfo.InvariantCulture, $"{row.Text("quarter")} {row.Text("measure")}");

    /// <summary>The sum, 0 for no rows; null where a row's value is unknown or withheld.</summary>
    internal static decimal? Sum(IEnumerable<TableRow> rows)
    {
        decimal sum = 0;
        foreach (var row in rows)
        {
            if (row.Integer("amount_minor") is { } amount)
            {
                sum += amount;
            }
            else if (row.Text("status") is not "z")
            {
                return null;
            }
        }

        return sum;
    }
}
