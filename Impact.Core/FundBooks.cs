using Impact.Core.Catalogue;
using Impact.Core.Disclosure;
using Impact.Core.Ledger;
using Impact.Core.Metrics;
using Impact.Core.Metrics.Register;
using Impact.Core.Quantities;

namespace Impact.Core;

/// <summary>What a look at a fund's books up to a day came to: the gates, and the raw tables.</summary>
/// <param name="Scope">Fund and days.</param>
/// <param name="Gates">The hard gates.</param>
/// <param name="Tables">The raw tables; they leave only through Disclosure.</param>
internal sealed record BookRun(MetricScope Scope, IReadOnlyList<GateResult> Gates, IReadOnlyList<RawTable> Tables);

/// <summary>Computes a fund's gates and metrics from its ledger. It counts no single people: see <see cref="FundCounts"/>.</summary>
internal sealed class FundBooks(ILedgerEngine ledger, DisclosurePolicy policy)
{
    /// <summary>What earlier releases were computed on, in their order; one that knew more than a run does is not before it.</summary>
    public IReadOnlyList<PublishedCutOff> Published { get; init; } = [];

    /// <summary>The gates as an earlier stage found them on the same records; null: they are run.</summary>
    public IReadOnlyList<GateResult>? Passed { get; init; }

    /// <summary>Says what day it is: no day after it counts.</summary>
    public TimeProvider Clock { get; init; } = TimeProvider.System;

    /// <summary>Runs gates and metrics.</summary>
    /// <param name="fund">The fund.</param>
    /// <param name="cutOff">Last day that counts; null means what <see cref="CutOff"/> says.</param>
    /// <exception cref="FaultException"><see cref="Faults.NothingToPublish"/>, or <see cref="Faults.CutOffInFuture"/>.</exception>
    public BookRun Run(FundDescription fund, DateOnly? cutOff)
    {
        var lastBatch = new BatchBook(ledger).Last;
        return Run(fund, CutOff(fund, cutOff), lastBatch, Published);
    }

    /// <summary>Runs the gates alone; there is no table.</summary>
    /// <param name="fund">The fund.</param>
    /// <param name="cutOff">As for <see cref="Run(FundDescription, DateOnly?)"/>.</param>
    /// <exception cref="FaultException"><see cref="Faults.NothingToPublish"/>.</exception>
    public BookRun Check(FundDescription fund, DateOnly? cutOff)
    {
        var lastBatch = new BatchBook(ledger).Last;
        var scope = Scope(fund, CutOff(fund, cutOff), lastBatch, Published);
        using var run = new MetricRun(ledger, scope);
        return new(scope, new HardGates(run, WorkTables.ToldKinds(run)).Run(), []);
    }

    /// <summary>Runs gates and metrics as things were known at the end of a day (UTC): neither later batches nor later releases are read.</summary>
    /// <param name="fund">The fund as it is described now; its description has no history.</param>
    /// <param name="day">The day; figures count to what was the default on it.</param>
    /// <exception cref="FaultException"><see cref="Faults.NothingToPublish"/>: nothing was known then.</exception>
    public BookRun RunAsKnownOn(FundDescription fund, DateOnly day)
    {
        var lastBatch = new BatchBook(ledger).LastKnownOn(day);
        return Run(
            fund,
            Default(fund, day, lastBatch),
            lastBatch,
            Published.Where(published => published.PublishedOn <= day)
        );
    }

    /// <summary>Runs gates and metrics again on what an earlier run knew.</summary>
    /// <param name="fund">The fund as it was described then.</param>
    /// <param name="cutOff">The last day that counted.</param>
    /// <param name="lastBatch">The last batch that was known.</param>
    public BookRun RunAgain(FundDescription fund, DateOnly cutOff, int lastBatch) =>
        Run(fund, cutOff, lastBatch, Published);

    /// <summary>The last day that counts in a release built now.</summary>
    /// <param name="fund">The fund.</param>
    /// <param name="asked">The day somebody names; null: the default of the fund.</param>
    /// <returns>Null for an empty ledger.</returns>
    /// <exception cref="FaultException"><see cref="Faults.CutOffInFuture"/>.</exception>
    public DateOnly? CutOff(FundDescription fund, DateOnly? asked)
    {
        var today = DateOnly.FromDateTime(Clock.GetUtcNow().UtcDateTime);
        if (asked > today)
        {
            throw new FaultException(
                new Fault(Faults.CutOffInFuture, fund.Id, FormattableString.Invariant($"{asked:yyyy-MM-dd}"))
            );
        }

        var lastBatch = new BatchBook(ledger).Last;
        return lastBatch == 0 ? null : asked ?? Default(fund, today, lastBatch);
    }

    /// <summary>
    /// The last month end before a day, or the day up to which the fund's file says that there are figures. No record of a donor or a
    /// household moves it; only what public sources tell may, for it is public.
    /// </summary>
    private DateOnly Default(FundDescription fund, DateOnly today, int lastBatch)
    {
        var lastMonth = new DateOnly(today.Year, today.Month, 1).AddDays(-1);
        var declared = fund.FiguresUpTo ?? (fund.IsFromPublicSources ? new ToldDays(ledger, lastBatch).Last : null);
        return declared <= today ? declared.Value : lastMonth;
    }

    private MetricScope Scope(
        FundDescription fund,
        DateOnly? lastDay,
        int lastBatch,
        IEnumerable<PublishedCutOff> releases
    )
    {
        if (lastBatch == 0 || lastDay is not { } day)
        {
            throw new FaultException(new Fault(Faults.NothingToPublish, fund.Id));
        }

        var scope = new MetricScope(fund, day, lastBatch)
        {
            Published = [.. releases.Where(published => published.LastBatch <= lastBatch)],
        };
        return scope with { DeferredQuarters = new DeferredSpending(ledger, policy).Of(scope) };
    }

    private BookRun Run(FundDescription fund, DateOnly? lastDay, int lastBatch, IEnumerable<PublishedCutOff> releases)
    {
        var scope = Scope(fund, lastDay, lastBatch, releases);
        using var run = new MetricRun(ledger, scope);
        var told = WorkTables.ToldKinds(run);
        var gates = Passed ?? new HardGates(run, told).Run();
        var sums = SqlSums.Compute(run);
        if (sums.Books.Count == 0 && sums.People.Count == 0)
        {
            throw new FaultException(new Fault(Faults.NothingToPublish, fund.Id));
        }

        var context = new TableContext(scope, Measures.ToldBy(told), new ReportingCoverage(sums.Reporting));
        List<RawTable> tables =
        [
            .. new TableAssembly(scope, sums, told).Assemble(Periods(run, sums), Organisations(scope, sums)),
            .. MetricFamilies.Compute(MetricFamilies.Exact, run, context),
            .. Remarks.Tables(ledger, scope),
        ];
        var order = PublishedTables.All.Select(schema => schema.Id).ToList();
        return new(scope, gates, [.. tables.OrderBy(table => order.IndexOf(table.Schema.Id))]);
    }

    private IReadOnlyList<InflowPeriod> Periods(MetricRun run, MoneySums sums)
    {
        var scope = run.Scope;
        if (sums.ByMonth.Count == 0)
        {
            return [];
        }

        var first = sums.ByMonth.Min(sum => sum.PeriodStart!.Value);
        var all = Period.Range(PeriodGrain.Month, first, scope.CutOff);
        var months = scope.Fund.IsFromPublicSources ? all : [.. all.Where(month => month.IsClosedAt(scope.CutOff))];
        var evidence = new InflowEvidenceReader(run);
        var kept = new KeptInflows([.. scope.Published.SelectMany(release => release.Inflows)]);
        return
        [
            .. Measures.ByMonth.SelectMany(measure =>
                Measures.Inflows.Contains(measure) && !scope.Fund.IsFromPublicSources
                    ? kept.Periods(measure, scope.CutOff)
                        .Concat(
                            MonthlyInflows.Group(
                                measure,
                                kept.NotShown(measure, months),
                                (from, to) => evidence.Read(measure, from, to),
                                policy
                            )
                        )
                    : months.Select(month => new InflowPeriod(measure, month, month, Evidence: null))
            ),
        ];
    }

    private List<FundOrganisation> Organisations(MetricScope scope, MoneySums sums)
    {
        var registered = ledger.Query(
            "organisations",
            SqlText.Of("Metrics", "organisations"),
            row => new FundOrganisation(row.Text("organisation_id")!, row.Text("name")!, row.Text("type")!),
            ("last_batch", scope.LastBatch)
        );
        var described = scope.Fund.Organisations;
        List<FundOrganisation> all =
        [
            .. described,
            .. registered.Where(one => described.All(known => known.Id != one.Id)),
        ];
        // Money is never left out for want of a name: an organisation that only the entries know is shown by its identifier.
        var named = all.Select(organisation => organisation.Id).ToHashSet(StringComparer.Ordinal);
        var unnamed = sums
            .OrganisationTotals.Select(sum => sum.Organisation!)
            .Distinct(StringComparer.Ordinal)
            .Where(id => !named.Contains(id));
        all.AddRange(unnamed.Select(id => new FundOrganisation(id, id, FundOrganisation.Unknown.Type)));
        if (sums.People.Any(sum => sum.Organisation == FundOrganisation.Unknown.Id))
        {
            all.Add(FundOrganisation.Unknown);
        }

        return all;
    }
}
