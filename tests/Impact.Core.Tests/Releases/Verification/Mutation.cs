using Impact.Core.Rehearsal;

namespace Impact.Core.Tests.Releases.Verification;

/// <summary>One way to break a release.</summary>
internal enum MutationKind
{
    /// <summary>One byte becomes another.</summary>
    Flip,

    /// <summary>A file loses its end.</summary>
    Truncate,

    /// <summary>A file gets one to sixty-three bytes more.</summary>
    Append,

    /// <summary>A file is taken away.</summary>
    Remove,

    /// <summary>A file gets another name.</summary>
    Rename,

    /// <summary>A file is added.</summary>
    Add,

    /// <summary>Two files change places.</summary>
    SwapFiles,

    /// <summary>A row of a table goes; every digest stays.</summary>
    DropRow,

    /// <summary>A row of a table goes; digests are made anew and another key signs.</summary>
    DropRowAndSign,

    /// <summary>A digit of a table changes; digests are made anew and another key signs.</summary>
    EditSumAndSign,

    /// <summary>Two releases change places.</summary>
    SwapReleases,
}

/// <summary>One broken release, the same at every run.</summary>
/// <param name="Kind">How.</param>
/// <param name="Path">The file.</param>
/// <param name="Other">The other file, or the other release; else empty.</param>
/// <param name="Seed">What decides place and content.</param>
internal sealed record Mutation(MutationKind Kind, string Path, string Other, ulong Seed)
{
    private const string Index = "../index.json";
    private const string IndexSignature = "../index.sig";
    private const string HandOvers = "../hand-overs.txt";

    /// <summary>A file's bytes are flipped in so many places, one after the other.</summary>
    private const int FlipsOfFile = 4;

    /// <summary>The three files beside a release are small, and each byte of them counts.</summary>
    private const int FlipsBeside = 24;

    /// <summary>Claims, or faults, of which one at least must be named.</summary>
    public IReadOnlyList<string> Expected =>
        Kind switch
        {
            MutationKind.SwapReleases => ["manifest"],
            MutationKind.DropRowAndSign or MutationKind.EditSumAndSign => ["signature"],
            MutationKind.Add => ["files"],
            _ when Path == Index || Path == IndexSignature => ["index"],
            _ when Path == HandOvers => ["hand-over"],
            _ when Path == "manifest.json" || Other == "manifest.json" =>
            [
                "signature",
                "manifest",
                "release-unreadable",
                "trust-missing",
            ],
            _ when Path == "manifest.sig" || Other == "manifest.sig" => ["signature"],
            _ => ["files"],
        };

    /// <summary>What looks like chance, the same for a seed.</summary>
    public static SeededNumbers Numbers(ulong seed) => new(seed, SeededPurpose.Returns);

    /// <summary>Every file broken in the four simplest ways, bytes flipped in several places and beside the release too; then others by chance.</summary>
    /// <param name="files">Every file of the release.</param>
    /// <param name="otherRelease">Another version of the fund.</param>
    /// <param name="count">How many at least.</param>
    /// <param name="seed">The same seed, the same mutations.</param>
    public static IReadOnlyList<Mutation> Plan(IReadOnlyList<string> files, string otherRelease, int count, ulong seed)
    {
        var random = Numbers(seed);
        var all = new List<Mutation> { new(MutationKind.SwapReleases, string.Empty, otherRelease, random.Next()) };
        MutationKind[] simple =
        [
            .. Enumerable.Repeat(MutationKind.Flip, FlipsOfFile),
            MutationKind.Truncate,
            MutationKind.Append,
            MutationKind.Remove,
        ];
        all.AddRange(
            files.SelectMany(file => simple.Select(kind => new Mutation(kind, file, string.Empty, random.Next())))
        );
        all.AddRange(
            ((string[])[Index, IndexSignature, HandOvers])
                .SelectMany(file => Enumerable.Repeat(file, FlipsBeside))
                .Select(file => new Mutation(MutationKind.Flip, file, string.Empty, random.Next()))
        );
        var tables = files
            .Where(file =>
                file.StartsWith("data/", StringComparison.Ordinal) && file.EndsWith(".csv", StringComparison.Ordinal)
            )
            .ToList();
        while (all.Count < count)
        {
            var kind = (MutationKind)random.Below((int)MutationKind.SwapReleases);
            var isOfTable = kind is MutationKind.DropRow or MutationKind.DropRowAndSign or MutationKind.EditSumAndSign;
            var pool = isOfTable ? tables : files;
            var path = pool[random.Below(pool.Count)];
            var other = kind == MutationKind.SwapFiles ? files[random.Below(files.Count)] : string.Empty;
            all.Add(new(kind, path, other, random.Next()));
        }

        return all;
    }
}
