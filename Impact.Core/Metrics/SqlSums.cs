using Impact.Core.Catalogue;
using Impact.Core.Ledger;

namespace Impact.Core.Metrics;

/// <summary>Computes the sums by the SQL files of this room, in one pass over the ledger and small steps after it.</summary>
internal sealed class SqlSums(LedgerStore ledger, MetricScope scope)
{
    private static readonly string[] WorkTables = ["money", "flow", "told", "category_spending"];

    /// <summary>Runs every file and collects the rows, each list in a fixed order.</summary>
    public MoneySums Compute()
    {
        DropWorkTables();
        FillCodeTables();
        ledger.Execute("money", Sql("money"), ("last_batch", scope.LastBatch), ("cut_off", scope.CutOff));
        ledger.Execute("flow", Sql("flow"));
        var day = ("statement_day", (object?)scope.StatementDay);
        var known = ("last_batch", (object?)scope.LastBatch);
        var sums = new MoneySums(
            Rows("money_by_month", ToFundFlow),
            Rows("money_by_quarter", ToFundFlow, day),
            Rows("money_by_organisation", ToOrganisationFlow, day),
            Rows("organisation_totals", ToOrganisationTotal, day),
            Rows("funding_status", ToStatement, day),
            Rows("rates", ToRate, day),
            Rows("contributions", ToGiver, known, day),
            Rows("people", ToPeople, known),
            Rows("reporting", ToReporting, day),
            Rows("book_totals", ToKind, day),
            Rows("balances", ToBalance, known, day).SingleOrDefault()
        );
        DropWorkTables();
        return sums;
    }

    /// <summary>The kinds of record that the fund's sources tell, as far as known at the scope's last batch.</summary>
    public IReadOnlySet<string> ToldKinds() =>
        Rows("told", row => row.Text("tells")!, ("last_batch", scope.LastBatch))
            .SelectMany(tells => tells.Split(' '))
            .ToHashSet(StringComparer.Ordinal);

    private static string Sql(string name) => SqlText.Of("Metrics", name);

    private static FlowSum ToFundFlow(LedgerRow row) =>
        new(Organisation: null, row.Text("measure")!, row.Day("period_start"), row.Integer("amount_minor"));

    private static FlowSum ToOrganisationFlow(LedgerRow row) =>
        ToFundFlow(row) with
        {
            Organisation = row.Text("organisation_id"),
        };

    private static FlowSum ToOrganisationTotal(LedgerRow row) =>
        new(row.Text("organisation_id"), row.Text("measure")!, PeriodStart: null, row.Integer("amount_minor"));

    private static StatementSum ToStatement(LedgerRow row) =>
        new(
            (int)row.Integer("position"),
            row.Text("panel")!,
            row.Text("line")!,
            row.Text("sign")!,
            row.Integer("amount_minor"),
            row.Integer("unknown") == 1,
            row.Integer("partial") == 1
        );

    private static RateSum ToRate(LedgerRow row) =>
        new(
            row.Text("organisation_id"),
            row.Text("metric")!,
            row.Integer("numerator_minor"),
            row.Integer("denominator_minor")
        );

    private static GiverSum ToGiver(LedgerRow row) =>
        new(
            row.Text("giver_kind")!,
            row.Text("giver")!,
            row.Text("measure")!,
            row.Day("period_start")!.Value,
            row.Integer("amount_minor")
        );

    private static PeopleSum ToPeople(LedgerRow row) =>
        new(
            row.Text("organisation_id")!,
            row.Text("indicator")!,
            row.Text("period")!,
            row.Text("measure")!,
            row.Text("split")!,
            row.Integer("people")
        );

    private static ReportingSum ToReporting(LedgerRow row) =>
        new(
            row.Text("organisation_id")!,
            row.Day("period_start")!.Value,
            row.Integer("reports") > 0,
            row.Integer("awards") > 0
        );

    private static KindSum ToKind(LedgerRow row) =>
        new(row.Text("kind")!, row.Text("organisation_id"), row.Integer("amount_minor"));

    private static BalanceSum ToBalance(LedgerRow row) => new(row.Day("as_of")!.Value, row.Integer("amount_minor"));

    private IReadOnlyList<T> Rows<T>(
        string name,
        Func<LedgerRow, T> map,
        params ReadOnlySpan<(string Name, object? Value)> parameters
    ) => ledger.Query(name, Sql(name), map, parameters);

    private void FillCodeTables()
    {
        ledger.Execute(
            "category_spending",
            "CREATE TEMPORARY TABLE category_spending (category VARCHAR, spending VARCHAR)"
        );
        foreach (var code in CodeLists.ExpenditureCategory.Codes)
        {
            ledger.Execute(
                "category_spending",
                "INSERT INTO category_spending VALUES ($category, $spending)",
                ("category", code.Value),
                ("spending", CodeLists.SpendingOf(code.Value))
            );
        }

        ledger.Execute("told", "CREATE TEMPORARY TABLE told (measure VARCHAR)");
        foreach (var measure in Measures.ToldBy(ToldKinds()))
        {
            ledger.Execute("told", "INSERT INTO told VALUES ($measure)", ("measure", measure));
        }
    }

    private void DropWorkTables()
    {
        foreach (var table in WorkTables)
        {
            ledger.Execute("drop work table", $"DROP TABLE IF EXISTS {table}");
        }
    }
}
