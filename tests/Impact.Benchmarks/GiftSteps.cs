using System.Security.Cryptography;
using Impact.Core.Catalogue;
using Impact.Core.Releases;
using Impact.Core.Releases.Gifts;
using Impact.Core.Releases.Keys;

namespace Impact.Benchmarks;

/// <summary>Gift proofs of generated gifts: building them, the tree beside bare hashes, and opening one.</summary>
internal static class GiftSteps
{
    private const string Fund = "measured";
    private const string Version = "1.0.0";

    /// <summary>A node hashes eighty-one bytes.</summary>
    private const int MessageBytes = 81;

    /// <summary>Two hundred proofs are opened, each of another gift.</summary>
    public const int Opened = 200;

    private static GiftKeys Keys { get; } =
        GiftKeys.FromBytes(SHA256.HashData("receipt"u8), SHA256.HashData("proof"u8));

    /// <summary>Runs one step in the folder.</summary>
    public static Measurement Run(string step, string folder)
    {
        var gifts = long.Parse(
            File.ReadAllText(Path.Combine(folder, "gifts.txt")),
            System.Globalization.CultureInfo.InvariantCulture
        );
        return step switch
        {
            "gifts-build" => Build(folder, gifts),
            "gifts-tree" => Measurement.Of(() => Tree(folder)),
            "gifts-hash" => Measurement.Of(() => Hashes(folder)),
            "gifts-open" => Open(folder, gifts),
            _ => throw new ArgumentException("Unknown step.", nameof(step)),
        };
    }

    private static string Release(string folder) => Path.Combine(folder, "public", Fund, Version);

    private static Measurement Build(string folder, long gifts)
    {
        var release = Release(folder);
        ManifestGifts? written = null;
        var measured = Measurement.Of(() =>
        {
            using var source = new GeneratedGifts(gifts);
            written = new GiftFiles(Keys, $"{Fund}/{Version}").Write(release, source);
        });
        Sign(folder, written!);
        return measured;
    }

    private static void Sign(string folder, ManifestGifts gifts)
    {
        SigningKeys.Create(folder, Fund);
        using var key = SigningKeys.Load(folder, Fund);
        var release = Release(folder);
        var statement = Statement(gifts);
        var csv = Path.Combine(release, ReleaseNames.Csv(statement.Schema.Id));
        Directory.CreateDirectory(Path.GetDirectoryName(csv)!);
        File.WriteAllBytes(csv, CanonicalCsv.Write(statement));
        var manifest = ReleaseJson.Write(
            new Manifest
            {
                Format = Manifest.KnownFormat,
                Fund = new(Fund, BilingualText.Same(Fund), BilingualText.Same(Fund), "USD", Fiction: true),
                Version = Version,
                PublishedAt = DateTimeOffset.UnixEpoch,
                CutOff = gifts.CountedTo,
                Policy = new("none", "1", new string('0', 64)),
                RulesVersion = "1",
                Tool = "impact",
                Metrics = [],
                Sources = [],
                Changes = new("first", BilingualText.Same("first"), 0),
                Checks = [],
                Content = ReleaseManifests.Content([statement]),
                Gifts = gifts,
                Files = ReleaseManifests.Files(release),
            }
        );
        File.WriteAllBytes(Path.Combine(release, ReleaseNames.Manifest), manifest);
        File.WriteAllBytes(Path.Combine(release, ReleaseNames.ManifestSignature), key.Sign(manifest));
    }

    /// <summary>The two lines of the statement that the trees must add up to: no proof is opened without them.</summary>
    private static PublishedTable Statement(ManifestGifts gifts)
    {
        return new(
            PublishedTables.FundingStatus,
            [Line(1, "contributions", gifts.Gifts.TotalMinor), Line(2, "gift_refunds", gifts.Refunds.TotalMinor)]
        );

        static IReadOnlyList<object?> Line(long position, string line, long minor) =>
            [Fund, position, "fund", line, "plus", "USD", minor, new decimal(minor) / 100, "ok", "final", 1L, 1L, true];
    }

    private static void Tree(string folder)
    {
        var path = Path.Combine(Release(folder), GiftPaths.Leaves(GiftTree.Gifts));
        _ =
            LeafLayer.Fold(path, new FileInfo(path).Length / SumTree.NodeBytes)
            ?? throw new InvalidOperationException("The tree has no root.");
    }

    /// <summary>As many hashes of as many bytes as the tree needs, on as many processors, and the leaf layer read once.</summary>
    private static void Hashes(string folder)
    {
        const int atOnce = 1 << 16;
        var path = Path.Combine(Release(folder), GiftPaths.Leaves(GiftTree.Gifts));
        var buffer = new byte[atOnce * SumTree.NodeBytes];
        using var stream = File.OpenRead(path);
        while (stream.ReadAtLeast(buffer, buffer.Length, throwOnEndOfStream: false) is > 0 and var read)
        {
            var nodes = read / SumTree.NodeBytes;
            Parallel.For(
                0,
                nodes / SumTree.TileNodes,
                tile =>
                {
                    Span<byte> digest = stackalloc byte[SHA256.HashSizeInBytes];
                    for (var node = 0; node < SumTree.TileNodes; node++)
                    {
                        var at = ((tile * SumTree.TileNodes) + node) * SumTree.NodeBytes;
                        SHA256.HashData(
                            buffer.AsSpan(Math.Min(at, buffer.Length - MessageBytes), MessageBytes),
                            digest
                        );
                    }
                }
            );
        }
    }

    private static Measurement Open(string folder, long gifts)
    {
        var path = Release(folder);
        var keys = FundKeys.Load(Path.Combine(folder, "trust"), Path.GetDirectoryName(path)!, Fund);
        var release = Core.Releases.Release.Open(path, keys, Path.GetFileName(path));
        var codes = Enumerable
            .Range(0, Opened)
            .Select(number => ReceiptCode.Of(Keys.Receipt, GeneratedGifts.TransactionOf(number * (gifts / Opened))))
            .ToList();
        _ = GiftProof.Open(release, codes[0]);
        return Measurement.Of(() => codes.ForEach(code => _ = GiftProof.Open(release, code)));
    }
}
