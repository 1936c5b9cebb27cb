using System.Text;
using Impact.Core.Catalogue;
using Impact.Core.Catalogue.Derivations;
using Impact.Core.Disclosure;

namespace Impact.Core.Releases;

/// <summary>The last look before anything is written: only catalogued tables, every row decided on, every mark in its place.</summary>
internal static class ReleaseScan
{
    // What is not decided with one of these words is not published, whatever Disclosure may learn to say later.
    private static readonly string[] ExactDecisions =
    [
        "exact",
        "public-source",
        "enough-givers",
        "inflow-withheld",
        "lots-withheld",
        "household-aid-shown",
        "household-aid-merged",
        "household-aid-withheld",
        "programme-merged",
    ];

    private static readonly string[] StatementDecisions =
    [
        "statement-as-published",
        "statement-rounded",
        "statement-withheld",
        "statement-withdrawn",
    ];

    private static readonly string[] CountDecisions = ["noised", "noise-lost"];

    private static readonly string[] DerivedDecisions = ["derived"];

    private static readonly string[] ValueColumns = ["amount_minor", "amount", "ratio", "value"];

    /// <summary>Looks through a draft's tables.</summary>
    /// <exception cref="ReleaseRefusedException">Something may not be published.</exception>
    public static void Require(ReleaseDraft draft)
    {
        Require(draft.Tables.Count > 0, "no-tables", draft.Fund.Id);
        Require(
            draft.Tables.DistinctBy(table => table.Table.Schema.Id, StringComparer.Ordinal).Count()
                == draft.Tables.Count,
            "table-twice",
            draft.Fund.Id
        );
        foreach (var table in draft.Tables)
        {
            RequireTable(table);
            foreach (var row in table.Table.Rows)
            {
                RequireRow(row, draft.Fund);
            }
        }

        // A count of single people without the budget it was paid from is no count with noise.
        var unpaid = draft.Tables.FirstOrDefault(table =>
            draft.Privacy is null && PublishedTables.OfCounts.Contains(table.Table.Schema) && table.Table.Rows.Count > 0
        );
        Require(unpaid is null, "count-without-budget", unpaid?.Table.Schema.Id ?? string.Empty);

        // What is said to follow from published figures is computed from them again.
        var unfounded = Derivation.Breaches([.. draft.Tables.Select(table => table.Table)]);
        Require(unfounded.Count == 0, "not-derived", string.Join(", ", unfounded));
    }

    /// <summary>Looks at the charts' names once all are drawn: each has a long description in every language.</summary>
    /// <exception cref="ReleaseRefusedException">A chart has none.</exception>
    public static void RequireDescriptions(IReadOnlyList<ChartName> charts)
    {
        foreach (var chart in charts.GroupBy(chart => chart.Chart, StringComparer.Ordinal))
        {
            var described = chart.Where(file => file.Format == ChartName.Description).Select(file => file.Language);
            Require(
                !ChartName.Languages.Except(described, StringComparer.Ordinal).Any(),
                "chart-without-description",
                chart.Key
            );
        }
    }

    /// <summary>Looks at one chart's file.</summary>
    /// <exception cref="ReleaseRefusedException">Its path is not a chart's, or it is empty.</exception>
    public static ChartName RequireChart(ReleaseChart chart)
    {
        var name = ChartName.Parse(chart.Path) ?? throw new ReleaseRefusedException("chart-path", "charts");
        var isEmpty =
            chart.Bytes.Length == 0
            || (
                name.Format == ChartName.Description && string.IsNullOrWhiteSpace(Encoding.UTF8.GetString(chart.Bytes))
            );
        Require(!isEmpty, "chart-empty", name.Chart);
        return name;
    }

    private static void RequireTable(ControlledTable controlled)
    {
        // The very schema of the catalogue, not one that looks like it: so no column and no code list can be added.
        var schema = controlled.Table.Schema;
        Require(ReferenceEquals(schema, PublishedTables.Find(schema.Id)), "outside-catalogue", schema.Id);
        var decisions = schema.Protection switch
        {
            ProtectionClass.PartnerStatement when Derivation.IsDerived(schema) => DerivedDecisions,
            ProtectionClass.Exact => ExactDecisions,
            ProtectionClass.PartnerStatement => StatementDecisions,
            ProtectionClass.DonorNoise or ProtectionClass.HouseholdNoise => CountDecisions,
            _ => throw new ReleaseRefusedException("protection-class", schema.Id),
        };
        Require(controlled.Decisions.Count == controlled.Table.Rows.Count, "row-without-decision", schema.Id);
        Require(
            controlled.Decisions.All(decision => decisions.Contains(decision, StringComparer.Ordinal)),
            "decision-of-another-class",
            schema.Id
        );
    }

    private static void RequireRow(TableRow row, FundDescription fund)
    {
        var schema = row.Schema;
        Require(row.Text("fund") == fund.Id, "fund-of-another", schema.Id);
        Require(row.Boolean("fiction") == fund.Fiction, "fiction-mark", schema.Id);
        Require(!Has(schema, "currency") || row.Text("currency") == fund.Currency, "currency-of-another", schema.Id);
        if (row.Text("status") is not ("z" or "x" or "c"))
        {
            return;
        }

        var withheld = row.Text("status") is "c";
        var mustBeEmpty = schema.Columns.Where(column =>
            column.Nullable
            && !schema.Key.Contains(column.Name, StringComparer.Ordinal)
            && (withheld || ValueColumns.Contains(column.Name, StringComparer.Ordinal))
        );
        foreach (var column in mustBeEmpty)
        {
            Require(row[column.Name] is null, "value-without-status", $"{schema.Id}.{column.Name}");
        }
    }

    private static bool Has(TableSchema schema, string column) => schema.Columns.Any(known => known.Name == column);

    private static void Require(bool holds, string rule, string place)
    {
        if (!holds)
        {
            throw new ReleaseRefusedException(rule, place);
        }
    }
}
