using System.Reflection;
using Impact.Core.Metrics;
using Impact.Core.Metrics.People;
using Impact.Core.Metrics.Reporting;
using Impact.Testing.Engines;
using Impact.Testing.Ledgers;
using Sums = System.Collections.Generic.Dictionary<string, System.Collections.Generic.IReadOnlyList<object>>;

namespace Impact.Core.Tests.Metrics;

/// <summary>What must not change a figure, held for every family of the catalogue at once, and beside it a change that must be seen.</summary>
[TestFixture(EngineKind.DuckDb)]
[TestFixture(EngineKind.Postgres, Category = Engine.PostgresCategory)]
internal sealed class FamilyInvarianceTests(EngineKind engine)
{
    private TestLedger _ledger = null!;

    private static IEnumerable<string> Families => MetricFamilies.All.Select(family => family.Sql);

    private static IEnumerable<string> FamiliesOfWhatIsShared =>
        ["lot_bands", "donor_gifts", "new_donors_by_band", "new_donors_by_region", "shared_households"];

    [OneTimeSetUp]
    public void OpenLedger() => _ledger = SecondEngine.Open(engine);

    [OneTimeTearDown]
    public void CloseLedger() => _ledger.Dispose();

    [Test]
    public void The_order_of_rows_changes_nothing() =>
        Unchanged(Backwards, planted: draft => WithoutSome(Backwards(draft)));

    [Test]
    public void Splitting_into_batches_changes_nothing() =>
        Unchanged(Split, planted: draft => WithoutSome(Split(draft)));

    [Test]
    public void An_unrelated_organisation_changes_no_row_of_another()
    {
        var (others, strangers, unseen) = (Families.ToHashSet(), Families.ToHashSet(), Families.ToHashSet());
        foreach (var (name, generated) in Ledgers())
        {
            var draft = Stranger.WithAccounts(generated);
            var (before, alone, after) = (BySql(draft), BySql(Stranger.Alone(draft)), BySql(Stranger.Beside(draft)));
            Assert.That(Differences(before, alone, after), Is.Empty, name);
            others.RemoveWhere(family => before[family].Any(SideBySide.HasPlace));
            strangers.RemoveWhere(family => alone[family].Any(SideBySide.HasPlace));
            var thinned = unseen.Count > 0 ? BySql(WithoutSome(draft)) : before;
            unseen.RemoveWhere(family => Difference(family, thinned, alone, after).Any());
        }

        Assert.That(others, Is.Empty, "families without a row of others");
        Assert.That(strangers, Is.Empty, "families without a row of the stranger");
        Assert.That(unseen, Is.Empty, "families in which a change of what is others' was not seen");
    }

    [Test]
    public void An_organisation_that_shares_pool_donors_and_households_is_no_stranger()
    {
        var unseen = FamiliesOfWhatIsShared.ToHashSet();
        foreach (var (_, draft) in Ledgers().TakeWhile(_ => unseen.Count > 0))
        {
            var alone = BySql(Stranger.Meddling(new() { Tells = draft.Tells }));
            var (before, after) = (BySql(draft), BySql(Stranger.Meddling(draft)));
            unseen.RemoveWhere(family => Difference(family, before, alone, after).Any());
        }

        Assert.That(unseen, Is.Empty);
    }

    /// <remarks>
    /// Enrolments are counted here as the records tell them today. Once a month has closed, its list keeps who was enrolled in it, whatever
    /// is taken back later (DESIGN §4; held by <c>EnrolmentBookTests</c>): no published month ever changes.
    /// </remarks>
    [Test]
    public void Taking_everything_back_leaves_nothing()
    {
        // When each partner reported stays a fact, whatever became of what it reported.
        var unseen = Families.Where(name => name != "reporting_times").ToHashSet();
        foreach (var (name, draft) in Ledgers())
        {
            Assert.That(BySql(TakenBack(draft, kept: 0)).SelectMany(Left), Is.Empty, name);
            var kept = unseen.Count > 0 ? BySql(TakenBack(Stranger.Beside(draft), kept: 1)) : [];
            unseen.RemoveWhere(family => kept.Where(pair => pair.Key == family).SelectMany(Left).Any());
        }

        Assert.That(unseen, Is.Empty, "families in which what was not taken back was not seen");
    }

    /// <summary>A change that no family may show, and one that every family must show in some ledger.</summary>
    private void Unchanged(Func<DraftLedger, DraftLedger> change, Func<DraftLedger, DraftLedger> planted)
    {
        var unseen = Families.ToHashSet();
        foreach (var (name, draft) in Ledgers())
        {
            var before = BySql(draft);
            var after = BySql(change(draft));
            Assert.That(
                Families.SelectMany(family => SumsDifference.Of(family, before[family], after[family])),
                Is.Empty,
                name
            );
            var wrong = unseen.Count > 0 ? BySql(planted(draft)) : before;
            unseen.RemoveWhere(family => SumsDifference.Of(family, before[family], wrong[family]).Any());
        }

        Assert.That(unseen, Is.Empty, "families in which lost rows were not seen");
    }

    private static IEnumerable<string> Differences(Sums before, Sums alone, Sums after) =>
        Families.SelectMany(family => Difference(family, before, alone, after));

    private static IEnumerable<string> Difference(string family, Sums before, Sums alone, Sums after) =>
        SumsDifference.Of(
            family,
            SideBySide.Of(before[family], alone[family]),
            [.. after[family].Where(SideBySide.HasPlace)]
        );

    /// <summary>What a family says although everything was taken back: rows of people, of which none may be, and amounts.</summary>
    private static IEnumerable<string> Left(KeyValuePair<string, IReadOnlyList<object>> family) =>
        family
            .Value.Where(sum => OfPeople(sum) || Amounts(sum).Any(amount => amount != 0) || ApplyingChecks(sum))
            .Select(sum => $"{sum}");

    private static bool OfPeople(object sum) => sum.GetType().Namespace == typeof(DonorGifts).Namespace;

    /// <summary>Checks of single records have no case left. That a sheet came, and that nobody reported, stays true.</summary>
    private static bool ApplyingChecks(object sum) =>
        sum is QualitySum { Check: "disbursement_receipt" or "last_quarter_certified" or "splits_add_up", Cases: > 0 };

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
    private static IReadOnlyList<T> Some<T>(IReadOnlyList<T> rows) => [.. rows.Where((_, place) => place % 3 != 0)];

    private IEnumerable<(string Name, DraftLedger Draft)> Ledgers()
    {
        const int shareOfCases = 6;
        return Enumerable
            .Range(0, (GeneratedCases.On(engine) + shareOfCases - 1) / shareOfCases)
            .Select(number => ($"case {number}", Stranger.WithDonors(new GeneratedLedger(number).Make())));
    }

    private Sums BySql(DraftLedger draft)
    {
        _ledger.Fill(draft);
        using var run = new MetricRun(_ledger.Store, Stranger.Late);
        return MetricFamilies.All.ToDictionary(family => family.Sql, family => family.BySql(run));
    }
}
