using Impact.Core.Catalogue;
using Impact.Core.Disclosure;
using Impact.Core.Ledger;
using Impact.Core.Metrics;
using Impact.Core.Metrics.Enrolment;
using Impact.Core.Metrics.Register;
using Impact.Core.Quantities;

namespace Impact.Core;

/// <summary>What a look at a fund's books up to a day came to: the gates, and the raw tables.</summary>
/// <param name="Scope">Fund and days.</param>
/// <param name="Gates">The hard gates.</param>
/// <param name="Tables">The raw tables; they leave only through Disclosure.</param>
internal sealed record BookRun(MetricScope Scope, IReadOnlyList<GateResult> Gates, IReadOnlyList<RawTable> Tables);

/// <summary>Computes a fund's gates and metrics from its ledger.</summary>
internal sealed class FundBooks(ILedgerEngine ledger, DisclosurePolicy policy)
{
    /// <summary>What earlier releases were computed on, in their order; one that knew more than a run does is not before it.</summary>
    public IReadOnlyList<PublishedCutOff> Published { get; init; } = [];

    /// <summary>
    /// The ledger itself, where a run closes months of enrolment and counts what is closed. Null: nothing is written, and counts of single
    /// people are as the records tell them today, for nobody outside.
    /// </summary>
    public LedgerStore? Enrols { get; init; }

    /// <summary>Runs gates and metrics.</summary>
    /// <param name="fund">The fund.</param>
    /// <param name="cutOff">Last day that counts; null means the last day with a cleared entry, or where there is none the end of the last period that somebody was reached in.</param>
    /// <exception cref="FaultException"><see cref="Faults.NothingToPublish"/>.</exception>
    public BookRun Run(FundDescription fund, DateOnly? cutOff)
    {
        var lastBatch = new BatchBook(ledger).Last;
        return Run(fund, cutOff ?? LastDay(lastBatch), lastBatch, Published);
    }

    /// <summary>Runs gates and metrics as things were known at the end of a day (UTC): neither later batches nor later releases are read.</summary>
    /// <param name="fund">The fund as it is described now; its description has no history.</param>
    /// <param name="day">The day; figures count to it, or to the last day with a cleared entry known then.</param>
    /// <exception cref="FaultException"><see cref="Faults.NothingToPublish"/>: nothing was known then.</exception>
    public BookRun RunAsKnownOn(FundDescription fund, DateOnly day)
    {
        var lastBatch = new BatchBook(ledger).LastKnownOn(day);
        return Run(
            fund,
            LastDay(lastBatch) is { } lastDay && lastDay < day ? lastDay : day,
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

    /// <summary>The last day with a cleared entry, or of statements alone the end of the last period; null for an empty ledger.</summary>
    public DateOnly? LastDay() => LastDay(new BatchBook(ledger).Last);

    private DateOnly? LastDay(int lastBatch) => LastClearedDay(lastBatch) ?? LastStatedDay(lastBatch);

    /// <summary>For a fund of which only statements are known. A period that was not over when the last file came is not its end.</summary>
    private DateOnly? LastStatedDay(int lastBatch)
    {
        var known = ledger
            .Query(
                "last file",
                "SELECT CAST(max(received_at) AS DATE) AS last_day FROM batch WHERE batch_id <= $last_batch",
                row => row.Day("last_day"),
                ("last_batch", lastBatch)
            )
            .Single();
        return ledger
            .Query(
                "stated periods",
                "SELECT DISTINCT period FROM statement WHERE measure = 'reached' AND batch_id <= $last_batch",
                row => (DateOnly?)PeriodCode.Parse(row.Text("period")!).End,
                ("last_batch", lastBatch)
            )
            .Where(end => end <= known)
            .Max();
    }

    private DateOnly? LastClearedDay(int lastBatch) =>
        ledger
            .Query(
                "last day",
                "SELECT max(cleared_on) AS last_day FROM entry WHERE batch_id <= $last_batch",
                row => row.Day("last_day"),
                ("last_batch", lastBatch)
            )
            .Single();

    private BookRun Run(FundDescription fund, DateOnly? lastDay, int lastBatch, IEnumerable<PublishedCutOff> releases)
    {
        if (lastBatch == 0 || lastDay is not { } day)
        {
            throw new FaultException(new Fault(Faults.NothingToPublish, fund.Id));
        }

        var scope = new MetricScope(fund, day, lastBatch)
        {
            Published = [.. releases.Where(published => published.LastBatch <= lastBatch)],
        };
        scope = scope with { DeferredQuarters = new DeferredSpending(ledger, policy).Of(scope) };
        using var run = new MetricRun(ledger, scope);
        var told = WorkTables.ToldKinds(run);
        var gates = new HardGates(ledger, scope, told).Run();
        var sums = SqlSums.Compute(run);
        if (sums.Books.Count == 0 && sums.People.Count == 0)
        {
            throw new FaultException(new Fault(Faults.NothingToPublish, fund.Id));
        }

        var context = new TableContext(scope, Measures.ToldBy(told), new ReportingCoverage(sums.Reporting));
        List<RawTable> tables =
        [
            .. new TableAssembly(scope, sums, told).Assemble(Periods(scope, sums), Organisations(scope, sums)),
            .. WithEnrolments(MetricFamilies.Compute(run, context), run, context),
            .. Remarks.Tables(ledger, scope),
        ];
        var order = PublishedTables.All.Select(schema => schema.Id).ToList();
        return new(scope, gates, [.. tables.OrderBy(table => order.IndexOf(table.Schema.Id))]);
    }

    /// <summary>What the list of enrolments counts stands in the place of what the records tell today.</summary>
    private IReadOnlyList<RawTable> WithEnrolments(IReadOnlyList<RawTable> tables, MetricRun run, TableContext context)
    {
        if (Enrols is not { } store || run.Scope.Fund.Counting is not { } counting)
        {
            return tables;
        }

        var book = new EnrolmentBook(store, run);
        book.Close(counting);
        return [.. tables.Where(table => !PublishedTables.OfCounts.Contains(table.Schema)), .. book.Tables(context)];
    }

    private IReadOnlyList<InflowPeriod> Periods(MetricScope scope, MoneySums sums)
    {
        if (sums.ByMonth.Count == 0)
        {
            return [];
        }

        var first = sums.ByMonth.Min(sum => sum.PeriodStart!.Value);
        var all = Period.Range(PeriodGrain.Month, first, scope.CutOff);
        var months = scope.Fund.IsFromPublicSources ? all : [.. all.Where(month => month.IsClosedAt(scope.CutOff))];
        var evidence = new InflowEvidenceReader(ledger, scope);
        return
        [
            .. Measures.ByMonth.SelectMany(measure =>
                Measures.Inflows.Contains(measure) && !scope.Fund.IsFromPublicSources
                    ? MonthlyInflows.Group(measure, months, (from, to) => evidence.Read(measure, from, to), policy)
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
