using Impact.Core.Catalogue;
using Impact.Core.Disclosure;
using Impact.Core.Releases;
using Impact.Core.Releases.Changes;
using Impact.Core.Tests.Releases.Privacy;
using Impact.Core.Tests.Releases.Verification;

namespace Impact.Core.Tests.Releases.Changes;

/// <summary>What is drawn once is published with one value, whatever lies between: when a release is planned and when it is verified.</summary>
internal sealed class FrozenCellsTests
{
    private const string Third = "1.2.0";

    private static readonly TableSchema Schema = PublishedTables.EnrolmentsToDate;

    [TestCase(125L, 1)]
    [TestCase(120L, 0)]
    [TestCase(null, 0)]
    public void A_cell_that_takes_another_value_is_found_and_a_withdrawn_one_is_not(long? now, int found) =>
        Assert.That(
            FrozenCells.Thawed(SampleTables.People(120), SampleTables.People(now, now is null ? "x" : "ok")).Count(),
            Is.EqualTo(found)
        );

    [Test]
    public void Only_counts_with_noise_are_frozen() =>
        Assert.That(
            PublishedTables.All.Where(FrozenCells.AreIn).Select(table => table.Id),
            Is.SupersetOf(PublishedTables.OfCounts.Select(table => table.Id)).And.Not.Contain("people")
        );

    [Test]
    public void A_row_that_was_gone_for_a_release_may_not_come_back_with_another_value()
    {
        using var noisy = new NoisyReleases();
        noisy.PublishTwo();
        using var without = new SampleReleases();
        without.Publish();
        without.Publish(SampleTables.People(value: 125));
        var draft = noisy.Draft(new DateOnly(2020, 3, 31));
        var index = new ReleaseIndex(SampleTables.Fund, [Entry("1.0.0"), Entry("1.1.0")]);

        // The release before has no such table: compared with it alone, the cell would be new.
        Assert.That(FailedChecks(draft), Has.No.Member("frozen-cells"));
        Assert.That(FailedChecks(Moved(draft)), Has.Member("frozen-cells"));
        Assert.That(
            FrozenCells.Thawed(Moved(draft).Tables.Select(table => table.Table), [Open("1.1.0")]),
            Is.Empty,
            "as a comparison with the release before alone would find"
        );

        ReleaseIndexEntry Entry(string version) =>
            new(
                version,
                version == "1.0.0" ? ReleaseState.Deprecated : ReleaseState.Published,
                DateTimeOffset.UnixEpoch,
                draft.CutOff,
                Open(version).ManifestSha256
            );

        Release Open(string version) =>
            (version == "1.0.0" ? noisy.Releases : without).Shelf.Open(SampleTables.Fund, version)!;

        IEnumerable<string> FailedChecks(ReleaseDraft planned) =>
            ReleasePlan.Of(planned, index, entry => Open(entry.Version)).Failed.Select(check => check.Id);
    }

    [Test]
    public void A_second_draw_after_a_release_without_the_row_is_found_by_both_checkers()
    {
        using var noisy = new NoisyReleases();
        noisy.PublishTwo();
        _ = noisy.Releases.Publish(noisy.Draft(new DateOnly(2020, 6, 30)));
        Assert.That(Outcome(noisy), Is.EqualTo(ClaimOutcome.Passed));
        Assert.That(Agreed(noisy), Has.No.Member("frozen"));

        // The middle release drops the row, the last one has it again with another value, and all of it is signed.
        noisy.Releases.Replace(NoisyReleases.Second, Rows(noisy, NoisyReleases.Second, rows => rows.Skip(1)));
        noisy.Releases.Replace(Third, Rows(noisy, Third, rows => rows));
        Relink(noisy);
        Assert.That(Outcome(noisy), Is.EqualTo(ClaimOutcome.Passed), "one value in all that show it");
        noisy.Releases.Replace(Third, Rows(noisy, Third, rows => rows.Select((row, at) => at == 0 ? Plus(row) : row)));
        Assert.That(Agreed(noisy), Has.Member("frozen").And.No.Member("noisy-counts").And.No.Member("chain"));
    }

    [Test]
    public void Where_an_earlier_release_is_missing_nothing_is_said_to_hold()
    {
        using var noisy = new NoisyReleases();
        noisy.PublishTwo();
        Directory.Delete(noisy.Releases.PathOf(NoisyReleases.First), recursive: true);
        Assert.That(Outcome(noisy, NoisyReleases.Second), Is.EqualTo(ClaimOutcome.NotChecked));
        Assert.That(
            SecondChecker
                .Verify(noisy.Releases.PathOf(NoisyReleases.Second), "--trust", noisy.Releases.Trust)
                .Checks("frozen"),
            Is.False
        );
    }

    private static ClaimOutcome Outcome(NoisyReleases noisy, string version = Third) =>
        noisy.Releases.Verify(version).Claims.Single(claim => claim.Id == "frozen").Outcome;

    private static IReadOnlySet<string> Agreed(NoisyReleases noisy) =>
        SecondChecker.RequireAgreement(noisy.Releases.PathOf(Third), noisy.Releases.Trust, "frozen");

    /// <summary>The last release names the middle one as it is now.</summary>
    private static void Relink(NoisyReleases noisy)
    {
        var digest = Digests.Of(noisy.Releases.PathOf(NoisyReleases.Second, "manifest.json"));
        noisy.Releases.SignAgain(Third, manifest => manifest with { Previous = new(NoisyReleases.Second, digest) });
    }

    private static PublishedTable Rows(
        NoisyReleases noisy,
        string version,
        Func<IEnumerable<IReadOnlyList<object?>>, IEnumerable<IReadOnlyList<object?>>> change
    )
    {
        var path = noisy.Releases.PathOf(version, ReleaseNames.Csv(Schema.Id));
        return new(
            Schema,
            change(CanonicalCsvReader.Read(Schema, File.ReadAllBytes(path)).Rows.Select(row => row.Cells))
        );
    }

    /// <summary>The same draft with one value and its interval moved by one.</summary>
    private static ReleaseDraft Moved(ReleaseDraft draft) =>
        draft with
        {
            Tables =
            [
                .. draft.Tables.Select(table =>
                    table.Table.Schema == Schema
                        ? ControlledTable.Decide(
                            Schema,
                            [.. table.Table.Rows.Select((row, at) => (at == 0 ? Plus(row.Cells) : row.Cells, "noised"))]
                        )
                        : table
                ),
            ],
        };

    private static IReadOnlyList<object?> Plus(IReadOnlyList<object?> cells)
    {
        var moved = cells.ToArray();
        foreach (var column in (string[])["value", "low", "high"])
        {
            moved[Schema.IndexOf(column)] = (long)moved[Schema.IndexOf(column)]! + 1;
        }

        return moved;
    }
}
