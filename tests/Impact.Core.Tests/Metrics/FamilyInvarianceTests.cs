using System.Reflection;
using Impact.Core.Metrics;
using Impact.Core.Metrics.People;
using Impact.Core.Metrics.Reporting;
using Impact.Testing.Engines;
using Impact.Testing.Ledgers;

namespace Impact.Core.Tests.Metrics;

/// <summary>What must not change a figure, held for every family of the catalogue at once, and beside it a change that must be seen.</summary>
[TestFixture(EngineKind.DuckDb)]
[TestFixture(EngineKind.Postgres, Category = Engine.PostgresCategory)]
internal sealed class FamilyInvarianceTests(EngineKind engine)
{
    private TestLedger _ledger = null!;

    private static IEnumerable<string> Families => MetricFamilies.All.Select(family => family.Sql);

    [OneTimeSetUp]
    public void OpenLedger() => _ledger = SecondEngine.Open(engine);

    [OneTimeTearDown]
    public void CloseLedger() => _ledger.Dispose();

    [TestCaseSource(nameof(Families))]
    public void The_order_of_rows_changes_nothing(string name)
    {
        Assert.That(Differences(name, Backwards), Is.Empty);
        Assert.That(Differences(name, draft => WithoutSome(Backwards(draft))), Is.Not.Empty, "lost rows are seen");
    }

    [TestCaseSource(nameof(Families))]
    public void Splitting_into_batches_changes_nothing(string name)
    {
        Assert.That(Differences(name, Split), Is.Empty);
        Assert.That(Differences(name, draft => WithoutSome(Split(draft))), Is.Not.Empty, "lost batches are seen");
    }

    [TestCaseSource(nameof(Families))]
    public void An_unrelated_organisation_changes_no_row_of_another(string name)
    {
        var (others, strangers) = (0, 0);
        var found = OnEachLedger(generated =>
        {
            var draft = Stranger.WithAccounts(generated);
            var (before, alone) = (BySql(name, draft), BySql(name, Stranger.Alone(draft)));
            others += before.Count(SideBySide.HasPlace);
            strangers += alone.Count(SideBySide.HasPlace);
            var after = BySql(name, Stranger.Beside(draft)).Where(SideBySide.HasPlace);
            return SumsDifference.Of(name, SideBySide.Of(before, alone), [.. after]);
        });
        Assert.That(found, Is.Empty);
        Assert.That(Math.Min(others, strangers), Is.GreaterThan(0), "the family has rows of both");
    }

    [TestCaseSource(nameof(Families))]
    public void Records_of_others_that_are_gone_are_seen(string name) =>
        Assert.That(
            OnEachLedger(draft =>
                SumsDifference.Of(
                    name,
                    SideBySide.Of(BySql(name, WithoutSome(draft)), BySql(name, Stranger.Alone(draft))),
                    [.. BySql(name, Stranger.Beside(draft)).Where(SideBySide.HasPlace)]
                )
            ),
            Is.Not.Empty
        );

    [TestCase("lot_bands")]
    [TestCase("donor_gifts")]
    [TestCase("new_donors_by_band")]
    [TestCase("new_donors_by_region")]
    [TestCase("shared_households")]
    public void An_organisation_that_shares_pool_donors_and_households_is_no_stranger(string name) =>
        Assert.That(
            OnEachLedger(draft =>
                SumsDifference.Of(
                    name,
                    SideBySide.Of(BySql(name, draft), BySql(name, Stranger.Meddling(new() { Tells = draft.Tells }))),
                    BySql(name, Stranger.Meddling(draft))
                )
            ),
            Is.Not.Empty
        );

    /// <remarks>
    /// Enrolments are counted here as the records tell them today. Once a month has closed, its list keeps who was enrolled in it, whatever
    /// is taken back later (DESIGN §4; held by <c>EnrolmentBookTests</c>): a published count of families never falls.
    /// </remarks>
    [TestCaseSource(nameof(Families))]
    public void Taking_everything_back_leaves_nothing(string name)
    {
        Assert.That(OnEachLedger(draft => Left(name, TakenBack(draft, kept: 0))), Is.Empty);
        Assert.That(
            OnEachLedger(draft => Left(name, TakenBack(Stranger.Beside(draft), kept: 1))),
            name is "reporting_times" ? Is.Empty : Is.Not.Empty,
            "what was not taken back is seen"
        );
    }

    /// <summary>What a family says although everything was taken back: rows of people, of which none may be, and amounts.</summary>
    private IEnumerable<string> Left(string name, DraftLedger draft) =>
        BySql(name, draft)
            .Where(sum => OfPeople(sum) || Amounts(sum).Any(amount => amount != 0) || ApplyingChecks(sum))
            .Select(sum => $"{sum}");

    private static bool OfPeople(object sum) => sum.GetType().Namespace == typeof(DonorGifts).Namespace;

    /// <summary>Checks of single records have no case left. That a sheet came, and that nobody reported, stays true.</summary>
    private static bool ApplyingChecks(object sum) =>
        sum is QualitySum
        {
            Check: "disbursement_receipt" or "last_quarter_certified" or "splits_add_up",
            Cases: > 0,
        };

    private static IEnumerable<long> Amounts(object sum) =>
        sum.GetType()
            .GetProperties(BindingFlags.Public | BindingFlags.Instance)
            .Where(property =>
                property.PropertyType == typeof(long) && property.Name.EndsWith("Minor", StringComparison.Ordinal)
            )
            .Select(property => (long)property.GetValue(sum)!);

    private static DraftLedger TakenBack(DraftLedger draft, int kept) =>
        draft with
        {
            Entries =
            [
                .. draft.Entries,
                .. draft.Entries.SkipLast(kept * EntriesOfOne).Select(entry => entry.TakenBack(entry.Batch)),
            ],
            AccountLines =
            [
                .. draft.AccountLines,
                .. draft.AccountLines.SkipLast(kept).Select(line => line with { BaseMinor = -line.BaseMinor }),
            ],
            Services =
            [
                .. draft.Services,
                .. draft.Services.SkipLast(kept).Select(one => one with { IsReversal = !one.IsReversal }),
            ],
            Statements =
            [
                .. draft.Statements,
                .. draft
                    .Statements.SkipLast(kept)
                    .Select(one => one with { People = -one.People, IsReversal = !one.IsReversal }),
            ],
        };

    /// <summary>All entries of the stranger, from its gift to what it returned.</summary>
    private const int EntriesOfOne = 6;

    private static DraftLedger Backwards(DraftLedger draft) =>
        draft with
        {
            Entries = [.. draft.Entries.Reverse()],
            Statements = [.. draft.Statements.Reverse()],
            Balances = [.. draft.Balances.Reverse()],
            Services = [.. draft.Services.Reverse()],
            AccountLines = [.. draft.AccountLines.Reverse()],
            Explanations = [.. draft.Explanations.Reverse()],
        };

    private static DraftLedger Split(DraftLedger draft) =>
        draft with
        {
            Entries = [.. draft.Entries.Select((entry, place) => entry with { Batch = place + 1 })],
            Statements = [.. draft.Statements.Select((one, place) => one with { Batch = place + 1 })],
            Services = [.. draft.Services.Select((one, place) => one with { Batch = place + 1 })],
            AccountLines = [.. draft.AccountLines.Select((one, place) => one with { Batch = place + 1 })],
            // A household is enrolled when its record came, so that each row keeps its day.
            ReceivedOn = batch => draft.ReceivedOn(batch <= draft.Services.Count ? draft.Services[batch - 1].Batch : 1),
        };

    private static DraftLedger WithoutSome(DraftLedger draft) =>
        draft with
        {
            Entries = Some(draft.Entries),
            Statements = Some(draft.Statements),
            Services = Some(draft.Services),
            AccountLines = Some(draft.AccountLines),
        };

    /// <summary>All rows but every third.</summary>
    private static IReadOnlyList<T> Some<T>(IReadOnlyList<T> rows) =>
        [.. rows.Where((_, place) => place % 3 != 0)];

    private IReadOnlyList<string> Differences(string name, Func<DraftLedger, DraftLedger> change) =>
        OnEachLedger(draft => SumsDifference.Of(name, BySql(name, draft), BySql(name, change(draft))));

    private IReadOnlyList<string> OnEachLedger(Func<DraftLedger, IEnumerable<string>> differences)
    {
        const int shareOfCases = 6;
        return
        [
            .. Enumerable
                .Range(0, (GeneratedCases.On(engine) + shareOfCases - 1) / shareOfCases)
                .SelectMany(number =>
                    differences(new GeneratedLedger(number).Make()).Select(line => $"case {number}: {line}").ToList()
                ),
        ];
    }

    private IReadOnlyList<object> BySql(string name, DraftLedger draft)
    {
        _ledger.Fill(draft);
        using var run = new MetricRun(_ledger.Store, Stranger.Late);
        return MetricFamilies.All.Single(family => family.Sql == name).BySql(run);
    }
}
