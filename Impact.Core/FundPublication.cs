using Impact.Core.Catalogue;
using Impact.Core.Charts;
using Impact.Core.Disclosure;
using Impact.Core.Disclosure.Counts;
using Impact.Core.Ledger;
using Impact.Core.Metrics;
using Impact.Core.Metrics.Enrolment;
using Impact.Core.Releases;
using Impact.Core.Releases.Changes;
using Impact.Core.Releases.Privacy;

namespace Impact.Core;

/// <summary>From a fund's books to its published release: gates, disclosure control, pictures, signature.</summary>
internal sealed class FundPublication(DataFolder data, TimeProvider clock)
{
    /// <summary>Name and version of the program, as every manifest names it.</summary>
    public static string Tool { get; } =
        $"impact {typeof(FundPublication).Assembly.GetName().Version!.ToString(fieldCount: 3)}";

    /// <summary>Stops when a hard gate has failed.</summary>
    /// <exception cref="FaultException"><see cref="Faults.GateFailed"/>: names the gate, who or what fails it, and by how much.</exception>
    public static void RequireGates(BookRun run)
    {
        var failed = run.Gates.Where(gate => gate.Outcome == GateOutcome.Failed).ToList();
        if (failed.Count > 0)
        {
            var named = failed.Select(gate => $"{gate.Id}: {string.Join(", ", gate.Violations.Select(Named))}");
            throw new FaultException(new Fault(Faults.GateFailed, run.Scope.Fund.Id, string.Join("; ", named)));
        }
    }

    /// <summary>
    /// Lets the tables out through disclosure control, and adds what follows from them. Counts of single people are no raw tables: they leave by
    /// their own rule alone, which pays for a period before it reads it.
    /// </summary>
    /// <param name="fund">The fund.</param>
    /// <param name="tables">The raw tables.</param>
    /// <param name="policy">The thresholds.</param>
    /// <param name="published">The earlier releases that the tables were computed after: what they published of spending binds.</param>
    /// <param name="counts">The rule of counts of single people; null: there are none.</param>
    public static IReadOnlyList<ControlledTable> Control(
        FundDescription fund,
        IReadOnlyList<RawTable> tables,
        DisclosurePolicy policy,
        IReadOnlyList<PublishedCutOff> published,
        NoisyCounts? counts = null
    )
    {
        var control = new DisclosureControl(fund, policy, InflowBoundaries.From(tables))
        {
            Withdrawn = WithdrawnStatements.From(tables),
            Spending = [.. published.SelectMany(release => release.Spending).Distinct()],
            Inflows = new([.. published.SelectMany(release => release.Inflows)]),
        };

        // Counts first: gate G must know what they tell before it lets money out.
        var noisy = counts?.Tables() ?? [];
        var money = control.With(counts, noisy);
        List<ControlledTable> controlled =
        [
            .. noisy,
            .. tables.Where(table => NeedsNoNoise(table.Schema)).Select(money.Apply),
        ];
        var order = PublishedTables.All.Select(schema => schema.Id).ToList();
        return
        [
            .. controlled
                .Concat(new DerivedTables(fund, policy).Of(controlled))
                .OrderBy(table => order.IndexOf(table.Table.Schema.Id)),
        ];
    }

    /// <summary>Whether a table may leave without noise: exact figures and partners' statements.</summary>
    public static bool NeedsNoNoise(TableSchema schema) =>
        schema.Protection is ProtectionClass.Exact or ProtectionClass.PartnerStatement;

    /// <summary>The lines of the checklist that the gates are.</summary>
    public static IReadOnlyList<ManifestCheck> Checks(IEnumerable<GateResult> gates) => [.. gates.Select(Check)];

    /// <summary>The draft of a release.</summary>
    /// <param name="fund">The fund.</param>
    /// <param name="policy">The policy that let the tables out.</param>
    /// <param name="basis">What was known of the ledger, and the last day that counts.</param>
    /// <param name="tables">What disclosure control let out.</param>
    /// <param name="gates">The gates, for the manifest's checklist.</param>
    public static ReleaseDraft Draft(
        FundDescription fund,
        DisclosurePolicy policy,
        PublishedCutOff basis,
        IReadOnlyList<ControlledTable> tables,
        IReadOnlyList<GateResult> gates
    ) =>
        new()
        {
            Fund = fund,
            CutOff = basis.CutOff,
            LastBatch = basis.LastBatch,
            Policy = new ManifestPolicy(policy.Id, policy.Version, policy.Sha256),
            RulesVersion = Rules.Version,
            Tool = Tool,
            Metrics = Definitions(tables),
            Checks = Checks(gates),
            Tables = tables,
            DescribeCharts = version => Drawn(ChartBook.Describe(ById(tables), Context(fund, basis.CutOff, version))),
            DrawCharts = version => Drawn(ChartBook.Draw(ById(tables), Context(fund, basis.CutOff, version))),
        };

    /// <summary>The draft of everything up to a day, computed from the ledger: counts that are due are drawn and paid for.</summary>
    /// <param name="fund">The fund.</param>
    /// <param name="cutOff">The last day that counts; null means the default of <see cref="FundBooks.CutOff"/>.</param>
    /// <exception cref="FaultException">A hard gate failed, the day lies in the future, or there is nothing to publish.</exception>
    public ReleaseDraft Draft(FundDescription fund, DateOnly? cutOff)
    {
        var policy = new FundPolicies(data).Of(fund);
        using var ledger = LedgerStore.Open(data.Ledger(fund.Id));
        FundDoor.Require(ledger, fund);
        var run = new FundBooks(ledger, policy) { Published = Published(data, fund.Id), Clock = clock }.Run(
            fund,
            cutOff
        );
        RequireGates(run);
        var (tables, privacy) = Control(data, ledger, policy, run);
        return Draft(fund, policy, new(run.Scope.LastBatch, run.Scope.CutOff), tables, run.Gates) with
        {
            Privacy = privacy,
        };
    }

    /// <summary>
    /// Lets a run's tables out, and draws the counts of single people that are due. What is drawn follows from calendar, policy and fund file;
    /// the list of enrolments is read only when the budget says so, after a period is paid for, and true counts are in memory alone.
    /// </summary>
    /// <param name="data">The data directory, with the budget.</param>
    /// <param name="ledger">The fund's ledger, with the list.</param>
    /// <param name="policy">The fund's policy.</param>
    /// <param name="run">A run over the ledger.</param>
    /// <exception cref="FaultException">The budget is broken, behind what is published, or held by another program.</exception>
    public static (IReadOnlyList<ControlledTable> Tables, DraftPrivacy? Privacy) Control(
        DataFolder data,
        LedgerStore ledger,
        DisclosurePolicy policy,
        BookRun run
    )
    {
        var scope = run.Scope;
        using var list = new MetricRun(ledger, scope);
        using var counts = FundCounts.Open(data, scope.Fund, policy);
        var rule = counts?.Drawing(scope.CutOff, new EnrolmentBook(ledger, list).Read);
        return (Control(scope.Fund, run.Tables, policy, scope.Published, rule), counts?.Published());
    }

    /// <summary>What the fund's releases were computed on, in their order: what they hold of lots is never reordered.</summary>
    /// <param name="data">The data directory.</param>
    /// <param name="fund">The fund's identifier.</param>
    /// <param name="before">A version: only those before it. Null: all.</param>
    public static IReadOnlyList<PublishedCutOff> Published(DataFolder data, string fund, string? before = null)
    {
        var index = new ReleaseShelf(data.Public, data.Trust).Index(fund);
        return
        [
            .. new ReleaseBases(data.Path, fund)
                .Listed(index)
                .Zip(index?.Versions ?? [])
                .TakeWhile(pair => pair.First.Version != before)
                .Select(pair => new PublishedCutOff(pair.First.LastBatch, pair.First.CutOff)
                {
                    PublishedOn = DateOnly.FromDateTime(pair.Second.PublishedAt.UtcDateTime),
                    Spending = pair.First.Spending,
                    Inflows = pair.First.Inflows,
                }),
        ];
    }

    /// <summary>What each release of a fund was computed on, in their order.</summary>
    public static IReadOnlyList<ReleaseBasis> Bases(DataFolder data, string fund) =>
        new ReleaseBases(data.Path, fund).Listed(new ReleaseShelf(data.Public, data.Trust).Index(fund));

    /// <summary>What a draft would be published as; nothing is published.</summary>
    public (ReleasePlan Plan, BuiltDraft Built) Plan(ReleaseDraft draft) =>
        new ReleaseBuilder(data.Path, clock).Plan(draft);

    /// <summary>Publishes a draft; when nothing has changed since the last release, that one is returned.</summary>
    /// <exception cref="FaultException">The draft names a policy that the fund has not kept.</exception>
    public PublishResult Publish(ReleaseDraft draft)
    {
        // What a release names must be there when it is computed again, also after the program ships another one.
        var policies = new FundPolicies(data);
        policies.Keep(draft.Fund.Id, policies.Find(draft.Fund.Id, draft.Policy.Sha256));
        return new ReleaseBuilder(data.Path, clock).Publish(
            draft with
            {
                OpenGifts = draft.OpenGifts ?? (() => Gifts(draft)),
            }
        );
    }

    /// <summary>The gifts of a draft, from the ledger as the draft knows it; null when it comes from no ledger.</summary>
    private LedgerGifts? Gifts(ReleaseDraft draft) =>
        draft.LastBatch is { } lastBatch
            ? LedgerGifts.Open(
                data,
                new MetricScope(draft.Fund, draft.CutOff, lastBatch)
                {
                    Published = [.. Published(data, draft.Fund.Id).Where(one => one.LastBatch <= lastBatch)],
                    DeferredQuarters = DeferredQuarters(draft.Spending),
                }
            )
            : null;

    /// <summary>The quarters that published lines show nothing of.</summary>
    public static IReadOnlySet<DeferredQuarter> DeferredQuarters(IEnumerable<PublishedSpending> lines) =>
        lines
            .Where(line => line.AmountMinor is null)
            .Select(line => new DeferredQuarter(line.Organisation, line.QuarterStart))
            .ToHashSet();

    private static Dictionary<string, PublishedTable> ById(IReadOnlyList<ControlledTable> tables) =>
        tables.ToDictionary(table => table.Table.Schema.Id, table => table.Table, StringComparer.Ordinal);

    private static IEnumerable<ReleaseChart> Drawn(IEnumerable<ChartFile> files) =>
        files.Select(file => new ReleaseChart(file.Path, file.Bytes));

    private static ChartContext Context(FundDescription fund, DateOnly cutOff, string version)
    {
        var source = string.Join("; ", fund.Sources.Select(one => one.Attribution).Distinct(StringComparer.Ordinal));
        return new ChartContext(
            fund.Name,
            fund.Currency,
            cutOff,
            version,
            fund.Fiction,
            source.Length == 0 ? fund.Name.En : source
        )
        {
            Indicators = fund.Indicators.ToDictionary(
                indicator => indicator.Id,
                indicator => indicator.Title,
                StringComparer.Ordinal
            ),
        };
    }

    /// <summary>The definitions behind the tables.</summary>
    private static IReadOnlyList<ManifestMetric> Definitions(IReadOnlyList<ControlledTable> tables)
    {
        var shown = tables.Select(table => table.Table.Schema.Id).ToHashSet(StringComparer.Ordinal);
        return
        [
            .. MetricCards
                .All.Where(card => shown.Contains(card.Table))
                .Select(card => new ManifestMetric(card.Id, card.Version, card.Table)),
        ];
    }

    private static ManifestCheck Check(GateResult gate)
    {
        var asked = Gates.Of(gate.Id);
        return gate.Outcome == GateOutcome.NotChecked
            ? new(
                $"gate-{gate.Id}",
                CheckOutcome.NotChecked,
                new(
                    $"{asked.En} The sources do not tell what this check needs.",
                    $"{asked.Es} Las fuentes no informan lo que esta comprobación necesita."
                )
            )
            : ChecklistLine.Must($"gate-{gate.Id}", asked, gate.Violations.Select(Named));
    }

    private static string Named(GateViolation violation) => $"{violation.Subject} {violation.AmountMinor}";
}
