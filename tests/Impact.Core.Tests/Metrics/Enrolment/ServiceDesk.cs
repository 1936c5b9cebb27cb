using System.Globalization;
using Impact.Core.Catalogue;
using Impact.Core.Metrics;
using Impact.Core.Metrics.Enrolment;
using Impact.Core.Metrics.Reference;
using Impact.Testing.Ledgers;

namespace Impact.Core.Tests.Metrics.Enrolment;

/// <summary>A ledger with what each household counts in. Filling it anew keeps what was chosen, as records that come later do.</summary>
internal sealed class ServiceDesk(TestLedger ledger)
{
    /// <summary>Kinds of service, more than a household may count in.</summary>
    public static IReadOnlyList<string> Kinds { get; } =
    ["food", "shelter", "legal_help", "cash_aid", "transport", "health_care", "school"];

    /// <summary>A kind of service as <see cref="List"/> tells it.</summary>
    public static string Line(string household, string countedBy, string service, DateOnly month) =>
        string.Create(CultureInfo.InvariantCulture, $"{household} {countedBy} {service} {month:yyyy-MM}");

    /// <summary>A service of a household.</summary>
    public static ReferenceService Had(int household, string kind, string day, int batch = 1) =>
        EnrolmentDesk.Service(household, day, batch) with
        {
            Service = kind,
        };

    /// <summary>How many kinds the policy lets a household count in.</summary>
    public int MostKinds { get; set; } = BoundedServices.MostKinds;

    /// <summary>Forgets what was chosen, and fills the ledger.</summary>
    public void Begin(DraftLedger draft)
    {
        foreach (var table in new[] { "household_service", "household_service_close" })
        {
            ledger.Store.Execute("empty", $"TRUNCATE TABLE {table}");
        }

        ledger.Fill(draft);
    }

    /// <summary>Records that come later.</summary>
    public void Refill(DraftLedger draft) => ledger.Fill(draft);

    /// <summary>Closes the months before a cut-off.</summary>
    public void Close(FundDescription fund, Closing closing) =>
        _ = On(
            fund,
            closing,
            services =>
            {
                services.Close(fund.Counting!);
                return 0;
            }
        );

    /// <summary>What the program counts.</summary>
    public IReadOnlyList<string> Counts(FundDescription fund, Closing closing) =>
        On(
            fund,
            closing,
            services =>
                services
                    .Count()
                    .Select(cell => $"{cell.Service} {cell.Month:yyyy-MM} {cell.Count}")
                    .Order(StringComparer.Ordinal)
                    .ToList()
        );

    /// <summary>What was chosen, a text each, in order.</summary>
    public IReadOnlyList<string> List() =>
        [
            .. ledger
                .Store.Query(
                    "chosen",
                    "SELECT CAST(household AS VARCHAR) AS token, counted_by, service, month_start FROM household_service",
                    row =>
                        Line(
                            row.Text("token")!,
                            row.Text("counted_by")!,
                            row.Text("service")!,
                            row.Day("month_start")!.Value
                        )
                )
                .Order(StringComparer.Ordinal),
        ];

    /// <summary>Closes the months with another text of the statement that chooses.</summary>
    public void CloseWith(FundDescription fund, Closing closing, string sql) =>
        _ = On(
            fund,
            closing,
            services =>
            {
                // The work table is made by the program; what it chose is put away.
                services.Close(fund.Counting!);
                ledger.Store.Execute("forget", "TRUNCATE TABLE household_service");
                return ledger.Store.Execute(
                    "planted",
                    sql,
                    ("first_open", fund.Counting!.From),
                    ("last_open", new DateOnly(closing.CutOff.Year, closing.CutOff.Month, 1)),
                    ("most_kinds", MostKinds)
                );
            }
        );

    private T On<T>(FundDescription fund, Closing closing, Func<BoundedServices, T> work)
    {
        using var run = new MetricRun(ledger.Store, new MetricScope(fund, closing.CutOff, closing.LastBatch));
        return work(new BoundedServices(run, MostKinds));
    }
}
