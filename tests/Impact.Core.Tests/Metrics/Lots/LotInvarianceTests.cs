using Impact.Core.Metrics;
using Impact.Core.Metrics.Lots;
using Impact.Testing.Ledgers;

namespace Impact.Core.Tests.Metrics.Lots;

/// <summary>What must not move a cent of a lot, part by part, and beside each a change that must be seen.</summary>
[TestFixture]
internal sealed class LotInvarianceTests
{
    private const int ShareOfCases = 3;

    /// <summary>More than any generated ledger has entries.</summary>
    private const int MostInBatch = 1000;

    private LotBench _bench = null!;

    private delegate IEnumerable<string> Look(DraftLedger draft, MetricScope scope);

    [OneTimeSetUp]
    public void Open() => _bench = new LotBench();

    [OneTimeTearDown]
    public void Close() => _bench.Dispose();

    [Test]
    public void The_order_of_rows_moves_no_cent()
    {
        Assert.That(OnEach((draft, scope) => Difference(draft, Backwards(draft), scope, scope)), Is.Empty);
        Assert.That(
            OnEach(
                (draft, scope) => Difference(draft, draft with { Entries = [.. draft.Entries.Skip(1)] }, scope, scope)
            ),
            Is.Not.Empty,
            "a lost entry is seen"
        );
    }

    [Test]
    public void Splitting_into_batches_moves_no_cent()
    {
        Assert.That(OnEach((draft, scope) => Difference(draft, Split(draft), scope, Split(scope))), Is.Empty);
        Assert.That(
            OnEach((draft, scope) => Difference(draft, Split(draft), scope, Split(scope) with { Published = [] })),
            Is.Not.Empty,
            "batches that leave their release are seen"
        );
    }

    [Test]
    public void An_unrelated_organisation_moves_no_cent_of_anybody_else()
    {
        Assert.That(OnEach((draft, scope) => WithMore(draft, scope, Stranger.Beside(draft))), Is.Empty);
        Assert.That(
            OnEach((draft, scope) => WithMore(draft, scope, Stranger.Meddling(draft))),
            Is.Not.Empty,
            "one that is paid from the pool is seen"
        );
    }

    [Test]
    public void An_unrelated_organisation_changes_the_path_of_no_gift()
    {
        Assert.That(
            OnEach((draft, scope) => Paths(draft, scope).Except(Paths(Stranger.Beside(draft), scope))),
            Is.Empty
        );
        Assert.That(
            OnEach((draft, scope) => Paths(draft, scope).Except(Paths(Stranger.Meddling(draft), scope))),
            Is.Not.Empty,
            "one that is paid from the pool is seen"
        );
    }

    [Test]
    public void Taking_everything_back_leaves_no_lot()
    {
        Assert.That(OnEach((draft, scope) => Parts(TakenBack(draft, kept: 0), Unpublished(scope))), Is.Empty);
        Assert.That(
            OnEach((draft, scope) => Parts(TakenBack(draft, kept: 1), Unpublished(scope))),
            Is.Not.Empty,
            "an entry that stays is seen"
        );
    }

    /// <summary>Parts with the other ledger are the parts without it and the stranger's own.</summary>
    private IEnumerable<string> WithMore(DraftLedger draft, MetricScope scope, DraftLedger more)
    {
        var alone = _bench.BySql(Stranger.Alone(draft), scope);
        Assert.That(alone, Is.Not.Empty, "the stranger has lots");
        return SumsDifference.Of("parts", [.. _bench.BySql(draft, scope), .. alone], _bench.BySql(more, scope));
    }

    private IEnumerable<string> Difference(
        DraftLedger left,
        DraftLedger right,
        MetricScope scope,
        MetricScope scopeOfRight
    ) => SumsDifference.Of("parts", _bench.BySql(left, scope), _bench.BySql(right, scopeOfRight));

    private IEnumerable<string> Parts(DraftLedger draft, MetricScope scope) =>
        _bench.BySql(draft, scope).Select(part => $"{part}");

    /// <summary>Every step of every gift that is not the stranger's.</summary>
    private IReadOnlyList<string> Paths(DraftLedger draft, MetricScope scope) =>
        _bench.OnRun(
            draft,
            scope,
            run =>
                (IReadOnlyList<string>)
                    [
                        .. draft
                            .Entries.Where(entry => entry is { Kind: "gift", Reverses: null })
                            .Select(entry => entry.SourceId)
                            .SelectMany(gift => GiftPath.Of(run, gift).Select(step => $"{gift}: {step}")),
                    ]
        );

    private static DraftLedger Backwards(DraftLedger draft) => draft with { Entries = [.. draft.Entries.Reverse()] };

    /// <summary>Each entry in a batch of its own, in the order of the batches it came with.</summary>
    private static DraftLedger Split(DraftLedger draft) =>
        draft with
        {
            Entries =
            [
                .. draft.Entries.Select(
                    (entry, place) => entry with { Batch = (entry.Batch * MostInBatch) - MostInBatch + place + 1 }
                ),
            ],
        };

    private static MetricScope Split(MetricScope scope) =>
        scope with
        {
            LastBatch = scope.LastBatch * MostInBatch,
            Published = [.. scope.Published.Select(one => one with { LastBatch = one.LastBatch * MostInBatch })],
        };

    /// <summary>What was published is not reordered: there, what is taken back stands as a lot of its own.</summary>
    private static MetricScope Unpublished(MetricScope scope) => scope with { Published = [] };

    private static DraftLedger TakenBack(DraftLedger draft, int kept)
    {
        var back = draft.Entries.Select(entry => entry.Reverses).ToHashSet();
        var standing = draft.Entries.Where(entry => entry.Reverses is null && !back.Contains(entry.SourceId));
        return draft with
        {
            Entries = [.. draft.Entries, .. standing.Skip(kept).Select(entry => entry.TakenBack(entry.Batch))],
        };
    }

    private static IReadOnlyList<string> OnEach(Look look) =>
        [
            .. Enumerable
                .Range(0, (GeneratedCases.Count + ShareOfCases - 1) / ShareOfCases)
                .SelectMany(number =>
                {
                    var generated = new PlausibleLedger(number);
                    var draft = generated.Make();
                    var scope = Stranger.Late with { Published = generated.Published };
                    return look(draft, scope).Select(line => $"case {number}: {line}").ToList();
                }),
        ];
}
