using System.Globalization;
using Impact.Core.Catalogue;
using Impact.Core.Releases.States;

namespace Impact.Core.Releases.Changes;

/// <summary>What a draft would be published as: its number and why, what is other than before, its checklist and its notes.</summary>
internal sealed record ReleasePlan
{
    /// <summary>The version.</summary>
    public required ReleaseVersion Version { get; init; }

    /// <summary>The newest listed release, whatever became of it; null before the first.</summary>
    public required ManifestPrevious? Previous { get; init; }

    /// <summary>The release that already holds exactly these tables; then nothing is to be published. Null otherwise.</summary>
    public Release? Same { get; init; }

    /// <summary>What is other than before.</summary>
    public required ReleaseComparison Comparison { get; init; }

    /// <summary>The same, as the manifest tells it.</summary>
    public required ManifestChanges Changes { get; init; }

    /// <summary>Cells that are published once and for all, and have another value than in an earlier release that can be read.</summary>
    public IReadOnlyList<(string Table, string Row)> Thawed { get; init; } = [];

    /// <summary>The draft's tables and the two of changes, in published form.</summary>
    public required IReadOnlyList<PublishedTable> Tables { get; init; }

    /// <summary>The notes.</summary>
    public required IReadOnlyList<ManifestNote> Notes { get; init; }

    /// <summary>The checklist.</summary>
    public IReadOnlyList<ManifestCheck> Checks { get; init; } = [];

    /// <summary>The checks that stop publication.</summary>
    public IEnumerable<ManifestCheck> Failed => Checks.Where(check => check.Outcome == CheckOutcome.Failed);

    /// <summary>Plans a draft.</summary>
    /// <param name="draft">The draft.</param>
    /// <param name="index">The fund's releases.</param>
    /// <param name="open">Opens a listed release.</param>
    public static ReleasePlan Of(ReleaseDraft draft, ReleaseIndex index, Func<ReleaseIndexEntry, Release> open)
    {
        var newest = index.Versions is [.., var last] ? last : null;
        var readable = index.Versions.LastOrDefault(entry => ReleaseStates.Of(entry.State).FilesArePublic);
        var before = readable is null ? null : open(readable);
        var published = index.Versions.LastOrDefault(entry => entry.State == ReleaseState.Published);
        var current = published is null || published == readable ? before : open(published);
        var comparison = ReleaseComparison.Of(
            before is null ? null : ReleaseContents.Of(before),
            ReleaseContents.Of(draft)
        );
        var step =
            newest is null ? VersionStep.First
            : readable == newest ? VersionStep.Of(comparison)
            : VersionStep.Unknown;
        var plan = new ReleasePlan
        {
            Version = newest is null ? ReleaseVersion.First : step.After(ReleaseVersion.Parse(newest.Version)),
            Previous = newest is null ? null : new(newest.Version, newest.ManifestSha256),
            Same = published is not null && HoldsSame(current, draft) ? current : null,
            Comparison = comparison,
            Changes = new(step.Level, step.Why, comparison.Cells.Count, readable?.Version),
            Thawed = FrozenCells.Thawed(
                draft.Tables.Select(table => table.Table),
                index.Versions.Where(entry => ReleaseStates.Of(entry.State).FilesArePublic).Select(open)
            ),
            Tables = [.. draft.Tables.Select(table => table.Table), .. ChangeTables.Of(comparison, draft.Fund)],
            Notes =
            [
                .. comparison.Corrections.Rows.Select(NoteOf),
                .. Removals(draft.Fund, comparison),
                .. draft.Notes,
            ],
        };
        return plan with { Checks = ReleaseChecklist.Check(draft, plan) };
    }

    private static bool HoldsSame(Release? current, ReleaseDraft draft) =>
        current is not null
        && ReleaseManifests
            .OwnContent(current.Manifest)
            .SequenceEqual(ReleaseManifests.Content(draft.Tables.Select(table => table.Table)));

    /// <summary>A public source takes rows back by itself, and nobody at the fund knows why: the note says that, and how many.</summary>
    private static IEnumerable<ManifestNote> Removals(FundDescription fund, ReleaseComparison comparison)
    {
        var gone = fund.IsFromPublicSources ? comparison.SilentLosses.Count() : 0;
        if (gone > 0)
        {
            yield return new(
                Reasons.BetterData,
                new(
                    string.Create(
                        CultureInfo.InvariantCulture,
                        $"The public source no longer tells {gone} rows or figures."
                    ),
                    string.Create(
                        CultureInfo.InvariantCulture,
                        $"La fuente pública ya no informa {gone} filas o cifras."
                    )
                )
            );
        }
    }

    private static ManifestNote NoteOf(TableRow correction) =>
        new(
            Reasons.Correction,
            new(
                $"{correction.Text("what_en")} {correction.Text("why_en")}",
                $"{correction.Text("what_es")} {correction.Text("why_es")}"
            ),
            correction.Text("correction")
        );
}
