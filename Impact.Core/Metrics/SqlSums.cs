using Impact.Core.Ledger;

namespace Impact.Core.Metrics;

/// <summary>Computes the sums by the SQL files of this room, in one pass over the ledger and small steps after it.</summary>
internal static class SqlSums
{
    /// <summary>Runs every file and collects the rows.</summary>
    public static MoneySums Compute(MetricRun run)
    {
        run.Require(WorkTables.Money, WorkTables.Flow, WorkTables.Told);
        return new MoneySums(
            run.Rows("money_by_month", ToFundFlow),
            run.Rows("money_by_quarter", ToFundFlow),
            run.Rows("money_by_organisation", ToOrganisationFlow),
            run.Rows("organisation_totals", ToOrganisationTotal),
            run.Rows("funding_status", ToStatement),
            run.Rows("contributions", ToGiver),
            run.Rows("people", ToPeople),
            run.Rows("reporting", ToReporting),
            run.Rows("book_totals", ToKind),
            run.Rows("balances", ToBalance).SingleOrDefault()
        );
    }

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
}
