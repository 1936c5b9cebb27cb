using Impact.Core.Catalogue;
using Impact.Core.Disclosure;
using Impact.Core.Ledger;
using Impact.Core.Metrics;

namespace Impact.Core.Tests.Disclosure.Attacks;

/// <summary>Attack B on the table of donors: each quarter, in every second region, one donor who gives three times and moves; nobody in the others.</summary>
internal sealed class GivingDonors
{
    private const int Quarters = 40;

    private static readonly List<string> Helping = [.. CodeLists.DonorRegions.Where((_, place) => place % 2 == 0)];

    private static readonly List<string> Idle = [.. CodeLists.DonorRegions.Where((_, place) => place % 2 == 1)];

    private readonly RawTable _counts;

    /// <summary>Has the program enrol and count them, all in one pass.</summary>
    /// <param name="planted">A bug in the SQL.</param>
    public GivingDonors(PlantedLine? planted = null)
    {
        using var pass = new EnrolmentPass(3 * Quarters, CountingUnit.HouseholdAndOrganisation, planted);
        Fill(pass.Store);
        _counts = pass.Count(PublishedTables.NewDonorsByRegion);
        IsRefused = pass.IsRefused;
    }

    /// <summary>Whether the program itself saw that a donor counts more often than once.</summary>
    public bool IsRefused { get; }

    /// <summary>Has the program draw every cell so many times, each time on another budget.</summary>
    public EmpiricalLoss Attack(DisclosurePolicy policy, int times)
    {
        var seen = new EmpiricalLoss(0, 0, 0, 0);
        for (var time = 0; time < times; time++)
        {
            using var desk = new CountDesk([], policy);
            var draws = desk.Drawing(desk.Series(PublishedTables.NewDonorsByRegion, Quarters), _counts);
            foreach (var quarter in CountDesk.Quarters(Quarters))
            {
                var cells = draws.Draw(quarter, [])!;
                seen = seen.Plus(EmpiricalLoss.Of(Of(Idle), Of(Helping), figure => figure >= 1));

                IEnumerable<long> Of(List<string> regions) => regions.Select(region => (long)cells[region]);
            }
        }

        return seen;
    }

    /// <summary>A gift in the first month of the quarter, one in its second, and one a year later from another region.</summary>
    private static void Fill(LedgerStore store)
    {
        foreach (var (place, region) in Helping.Index())
        {
            _ = store.Execute(
                "gifts",
                """
                INSERT INTO entry (batch_id, line, profile, source_id, kind, occurred_on, cleared_on, amount_minor, currency,
                    base_minor, designation, giver_kind, donor, region, recurring)
                SELECT 1, 1, 'test', $region || '-' || CAST(quarter AS VARCHAR) || '-' || CAST(month AS VARCHAR), 'gift', day, day,
                    2000, 'USD', 2000, 'pool', 'individual', CAST(md5($region || CAST(quarter AS VARCHAR)) AS UUID),
                    CASE WHEN month < 12 THEN $region ELSE $next END, FALSE
                FROM (
                    SELECT quarter, month,
                        CAST(CAST($from AS DATE) + to_months(CAST(3 * quarter + month AS INTEGER)) AS DATE) AS day
                    FROM range($quarters) AS quarter(quarter) CROSS JOIN (VALUES (0), (1), (12)) AS month(month)
                ) AS given
                """,
                ("region", region),
                ("next", Helping[(place + 1) % Helping.Count]),
                ("from", CountDesk.From),
                ("quarters", Quarters)
            );
        }
    }
}
