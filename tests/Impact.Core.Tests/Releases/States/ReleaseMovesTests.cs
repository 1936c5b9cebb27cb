using Impact.Core.Catalogue;
using Impact.Core.Releases;
using Impact.Core.Releases.States;

namespace Impact.Core.Tests.Releases.States;

public sealed class ReleaseMovesTests
{
    private static readonly BilingualText Why = new("A sum was wrong.", "Una suma era incorrecta.");

    [Test]
    public void Every_state_has_one_row_and_every_move_of_the_table_leads_to_one() =>
        Assert.Multiple(() =>
        {
            Assert.That(ReleaseStates.All.Select(rule => rule.State), Is.EqualTo(Enum.GetValues<ReleaseState>()));
            Assert.That(
                ReleaseStates.All.Select(rule => $"\"{rule.Code}\""),
                Is.EqualTo(ReleaseStates.All.Select(rule => Text(rule.State)))
            );
            Assert.That(ReleaseStates.Of(ReleaseState.WithdrawnForSafety).MayFollow, Is.Empty);
            Assert.That(ReleaseStates.All.SelectMany(rule => rule.MayFollow), Has.None.EqualTo(ReleaseState.Draft));
        });

    [Test]
    public void A_later_release_replaces_the_one_before()
    {
        using var releases = new SampleReleases();
        Publish(releases, 120, 125, 130);
        Assert.That(States(releases), Is.EqualTo(["1.0.0 deprecated", "1.1.0 deprecated", "1.2.0 published"]));
        Assert.That(Entry(releases, "1.0.0").ChangedAt, Is.EqualTo(Entry(releases, "1.1.0").PublishedAt));
        Assert.That(releases.Shelf.Open(SampleTables.Fund, "1.0.0"), Is.Not.Null, "it stays public");
    }

    [Test]
    public void A_withdrawn_release_stays_as_a_record_with_the_reason_and_the_one_before_takes_its_place()
    {
        using var releases = new SampleReleases();
        Publish(releases, 120, 125);
        Withdraw(releases, "1.1.0");
        var entry = Entry(releases, "1.1.0");
        Assert.Multiple(() =>
        {
            Assert.That(States(releases), Is.EqualTo(["1.0.0 published", "1.1.0 withdrawn"]));
            Assert.That(entry.Reason, Is.EqualTo(Why));
            Assert.That(entry.ChangedAt, Is.EqualTo(new DateTimeOffset(2020, 4, 15, 12, 30, 15, TimeSpan.Zero)));
            Assert.That(releases.Shelf.Latest(SampleTables.Fund)!.Manifest.Version, Is.EqualTo("1.0.0"));
            Assert.That(releases.Shelf.Open(SampleTables.Fund, "1.1.0"), Is.Not.Null);
            Assert.That(releases.Verify("1.1.0").Holds);
            Assert.That(
                releases.Verify("1.1.0").Claims.Single(claim => claim.Id == "index").Detail!.Es,
                Is.EqualTo("retirada el 2020-04-15: Una suma era incorrecta.")
            );
        });
    }

    [Test]
    public void The_number_of_a_withdrawn_release_is_never_used_again()
    {
        using var releases = new SampleReleases();
        Publish(releases, 120, 125);
        Withdraw(releases, "1.1.0");
        Withdraw(releases, "1.0.0");
        Assert.That(releases.Shelf.Latest(SampleTables.Fund), Is.Null);
        Publish(releases, 130);
        Assert.That(States(releases), Is.EqualTo(["1.0.0 withdrawn", "1.1.0 withdrawn", "1.2.0 published"]));
        Assert.That(releases.Shelf.Latest(SampleTables.Fund)!.Manifest.Previous!.Version, Is.EqualTo("1.1.0"));
        Assert.That(releases.Verify("1.2.0").Holds);
    }

    [Test]
    public void What_was_withdrawn_is_not_published_again_under_another_number([Values] bool forSafety)
    {
        using var releases = new SampleReleases();
        Publish(releases, 120, 125);
        Withdraw(releases, "1.1.0", forSafety);
        Assert.That(
            Thrown.By<FaultException>(() => releases.Publish(SampleTables.People(value: 125))).Fault.Kind,
            Is.EqualTo(Faults.ReleaseWithdrawn)
        );
        Publish(releases, 130);
        Assert.That(
            Thrown.By<FaultException>(() => releases.Publish(SampleTables.People(value: 125))).Fault.Kind,
            Is.EqualTo(Faults.ReleaseWithdrawn),
            "nor later"
        );
    }

    [Test]
    public void Only_the_moves_of_the_table_are_made()
    {
        var at = new DateTimeOffset(2020, 4, 15, 0, 0, 0, TimeSpan.Zero);
        foreach (var from in Enum.GetValues<ReleaseState>())
        {
            var entry = new ReleaseIndexEntry("1.0.0", from, at, new(2020, 3, 31), new string('a', 64));
            foreach (var forSafety in (bool[])[false, true])
            {
                var to = forSafety ? ReleaseState.WithdrawnForSafety : ReleaseState.Withdrawn;
                var withdrawal = Withdrawal.For(Why, forSafety, TimeProvider.System);
                Assert.That(
                    IsMade(() => ReleaseMoves.Withdraw(new(SampleTables.Fund, [entry]), entry, withdrawal)),
                    Is.EqualTo(ReleaseStates.Of(from).MayFollow.Contains(to)),
                    $"{from} to {to}"
                );
            }

            Assert.That(
                IsMade(() => ReleaseMoves.Publish(new(SampleTables.Fund, []), entry)),
                Is.EqualTo(ReleaseStates.Of(from).MayFollow.Contains(ReleaseState.Published))
            );
        }
    }

    [Test]
    public void A_withdrawn_release_is_not_withdrawn_again_and_an_unknown_one_not_at_all()
    {
        using var releases = new SampleReleases();
        Publish(releases, 120);
        Withdraw(releases, "1.0.0");
        Assert.Multiple(() =>
        {
            Assert.That(
                Thrown.By<FaultException>(() => Withdraw(releases, "1.0.0")).Fault.Kind,
                Is.EqualTo(Faults.ReleaseState)
            );
            Assert.That(
                Thrown.By<FaultException>(() => Withdraw(releases, "2.0.0")).Fault.Kind,
                Is.EqualTo(Faults.ReleaseUnknown)
            );
        });
        Withdraw(releases, "1.0.0", forSafety: true);
        Assert.That(States(releases), Is.EqualTo(["1.0.0 withdrawn_for_safety"]));
    }

    [Test]
    public void An_index_with_a_withdrawal_without_reason_is_no_index()
    {
        var at = new DateTimeOffset(2020, 4, 15, 0, 0, 0, TimeSpan.Zero);
        var entry = new ReleaseIndexEntry("1.0.0", ReleaseState.Published, at, new(2020, 3, 31), new string('a', 64));
        ReleaseIndexEntry[] wrong =
        [
            entry with
            {
                State = ReleaseState.Withdrawn,
            },
            entry with
            {
                State = ReleaseState.Withdrawn,
                Reason = Why,
            },
            entry with
            {
                State = ReleaseState.WithdrawnForSafety,
                ChangedAt = at,
                Reason = new("A", ""),
            },
            entry with
            {
                Reason = Why,
            },
        ];
        foreach (var one in wrong)
        {
            Assert.That(
                () => ReleaseJson.ReadIndex(ReleaseJson.Write(new ReleaseIndex(SampleTables.Fund, [one]))),
                Throws.TypeOf<System.Text.Json.JsonException>(),
                one.ToString()
            );
        }
    }

    [TestCase("", false)]
    [TestCase("  ", false)]
    [TestCase("A table was wrong.", true)]
    [TestCase("Una tabla del año 2020 y una de 2021 eran incorrectas.", true)]
    [TestCase("Ask me at a@example.org", false)]
    [TestCase("Call (601) 555-0123", false)]
    [TestCase("Account 12 34 56 7", false)]
    [TestCase("Two\nlines", false)]
    public void A_reason_leads_to_nobody(string text, bool isFit)
    {
        Assert.That(Withdrawal.IsFit(text), Is.EqualTo(isFit));
        Assert.That(
            IsMade(() => Withdrawal.For(new("Right.", text), forSafety: true, TimeProvider.System)),
            Is.EqualTo(isFit)
        );
        Assert.That(
            IsMade(() => Withdrawal.For(new(text, "Bien."), forSafety: false, TimeProvider.System)),
            Is.EqualTo(isFit)
        );
    }

    [Test]
    public void A_reason_is_short()
    {
        Assert.That(Withdrawal.IsFit(new string('a', 300)));
        Assert.That(Withdrawal.IsFit(new string('a', 301)), Is.False);
    }

    private static string Text(ReleaseState state) =>
        System.Text.Json.JsonSerializer.Serialize(state, ReleaseJson.Options);

    private static bool IsMade(Action action)
    {
        try
        {
            action();
            return true;
        }
        catch (FaultException)
        {
            return false;
        }
    }

    private static void Publish(SampleReleases releases, params int[] values)
    {
        foreach (var value in values)
        {
            releases.Publish(SampleTables.People(value: value));
        }
    }

    private static void Withdraw(SampleReleases releases, string version, bool forSafety = false) =>
        new ReleaseWithdrawal(releases.Data).Withdraw(
            SampleTables.Fund,
            version,
            Withdrawal.For(Why, forSafety, releases.Clock)
        );

    private static ReleaseIndexEntry Entry(SampleReleases releases, string version) =>
        releases.Shelf.Index(SampleTables.Fund)!.Versions.Single(entry => entry.Version == version);

    private static IEnumerable<string> States(SampleReleases releases) =>
        releases
            .Shelf.Index(SampleTables.Fund)!
            .Versions.Select(entry => $"{entry.Version} {ReleaseStates.Of(entry.State).Code}");
}
