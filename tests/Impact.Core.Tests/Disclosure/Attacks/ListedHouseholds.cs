using Impact.Core.Catalogue;
using Impact.Core.Ledger;
using Impact.Core.Metrics;
using Impact.Core.Metrics.Enrolment;
using Impact.Testing.Ledgers;

namespace Impact.Core.Tests.Disclosure.Attacks;

/// <summary>Very many funds of one household at once: each has a cell of its own in the list of enrolments, beside a cell without anybody.</summary>
internal sealed class ListedHouseholds : IDisposable
{
    private const string Helped = "HELPED-";
    private const string Idle = "IDLE-";

    private readonly TestLedger _ledger = new();
    private readonly int _organisations;
    private readonly int _quarters;

    /// <summary>Puts them on the list.</summary>
    /// <param name="organisations">Organisations that help one household each quarter, and as many that help nobody.</param>
    /// <param name="quarters">Quarters.</param>
    /// <param name="timesListed">How often a household stands on the list, which the rule says is once.</param>
    public ListedHouseholds(int organisations, int quarters, int timesListed = 1)
    {
        (_organisations, _quarters) = (organisations, quarters);
        for (var time = 0; time < timesListed; time++)
        {
            _ = Store.Execute(
                "list",
                """
                INSERT INTO household_enrolment
                SELECT CAST(md5(CAST(one AS VARCHAR)) AS UUID), $counted_by, 'HELPED-' || CAST(one % $organisations AS VARCHAR),
                    CAST(CAST($from AS DATE) + to_months(CAST(3 * (one // $organisations) AS INTEGER)) AS DATE)
                FROM range($households) AS listed(one)
                """,
                ("counted_by", $"event {time}"),
                ("organisations", organisations),
                ("from", CountDesk.From),
                ("households", organisations * quarters)
            );
        }

        var last = CountDesk.From.AddMonths((3 * quarters) - 1);
        _ = Store.Execute("close", "INSERT INTO enrolment_close VALUES ($month)", ("month", last));
    }

    /// <summary>Every organisation, those that help nobody last.</summary>
    public static IEnumerable<string> Parts(int organisations) =>
        [.. CountDesk.Named(Helped, organisations), .. CountDesk.Named(Idle, organisations)];

    private LedgerStore Store => (LedgerStore)_ledger.Store;

    /// <summary>Counts the list in one pass, draws every cell, and looks which of them show somebody.</summary>
    public EmpiricalLoss Attack(Impact.Core.Disclosure.DisclosurePolicy policy)
    {
        using var desk = new CountDesk(Parts(_organisations), policy);
        var series = desk.Series(PublishedTables.EnrolmentsByOrganisation, _quarters);
        var draws = desk.Drawing(series, Counted(desk.Plan.Fund));
        var loss = new EmpiricalLoss(0, 0, 0, 0);
        foreach (var quarter in CountDesk.Quarters(_quarters))
        {
            var cells = draws.Draw(quarter, [])!;
            loss = loss.Plus(EmpiricalLoss.Of(Of(Idle), Of(Helped), figure => figure >= 1));

            IEnumerable<long> Of(string prefix) =>
                cells
                    .Where(cell => cell.Key.StartsWith(prefix, StringComparison.Ordinal))
                    .Select(cell => (long)cell.Value);
        }

        return loss;
    }

    /// <inheritdoc />
    public void Dispose() => _ledger.Dispose();

    private RawTable Counted(FundDescription fund)
    {
        var scope = new MetricScope(fund, CountDesk.From.AddMonths(3 * _quarters).AddDays(-1), LastBatch: 1);
        using var run = new MetricRun(Store, scope);
        return new EnrolmentBook(Store, run).Read(
            PublishedTables.EnrolmentsByOrganisation,
            CountDesk.Quarters(_quarters)
        );
    }
}
