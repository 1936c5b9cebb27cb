using Impact.Core.Catalogue;

namespace Impact.Core.Releases.Gifts;

/// <summary>The claims about gift proofs, recomputed from the public files alone.</summary>
internal static class GiftClaims
{
    private static readonly BilingualText NoGifts = new(
        "the release has no gift proofs: its sources name no transactions of a payment processor",
        "la versión no tiene pruebas de donaciones: sus fuentes no nombran transacciones de un procesador de pagos"
    );

    private static readonly BilingualText NoStatement = new(
        "the release has no statement",
        "la versión no tiene estado"
    );

    private static readonly string[] RefundLines = ["gift_refunds", "chargebacks"];

    /// <summary>Checks both claims.</summary>
    /// <param name="folder">The release's folder.</param>
    /// <param name="manifest">Its manifest.</param>
    /// <param name="tables">Its tables.</param>
    public static IEnumerable<VerifyClaim> Check(
        string folder,
        Manifest manifest,
        IReadOnlyDictionary<string, PublishedTable> tables
    )
    {
        if (manifest.Gifts is not { } gifts)
        {
            return
            [
                ReleaseClaims.GiftRoots.With(Finding.NotChecked(NoGifts)),
                ReleaseClaims.GiftTotals.With(Finding.NotChecked(NoGifts)),
            ];
        }

        return
        [
            ReleaseClaims.GiftRoots.With(
                Finding.Of([
                    .. TreeBreaches(folder, GiftTree.Gifts, gifts.Gifts),
                    .. TreeBreaches(folder, GiftTree.Refunds, gifts.Refunds),
                    .. BucketBreaches(folder, gifts.Buckets),
                ])
            ),
            ReleaseClaims.GiftTotals.With(
                tables.GetValueOrDefault(PublishedTables.FundingStatus.Id) is { } statement
                    ? Finding.Of(TotalBreaches(gifts, statement))
                    : Finding.NotChecked(NoStatement)
            ),
        ];
    }

    /// <summary>Lines of the statement that are not the sums of the roots.</summary>
    public static IReadOnlyList<string> TotalBreaches(ManifestGifts gifts, PublishedTable statement)
    {
        List<string> breaches = [];
        if (Sum(statement, "contributions") != gifts.Gifts.TotalMinor)
        {
            breaches.Add("contributions");
        }

        if (Sum(statement, RefundLines) != gifts.Refunds.TotalMinor)
        {
            breaches.Add(string.Join(" + ", RefundLines));
        }

        // A line that is withheld must not be told by a root.
        breaches.AddRange(
            statement
                .Rows.Where(row =>
                    row.Text("status") == "c" && row.Text("line") is "contributions" or "gift_refunds" or "chargebacks"
                )
                .Select(row => row.Text("line"))
        );
        return breaches;
    }

    // A line that is not told or does not apply has nothing in the tree.
    private static decimal Sum(PublishedTable statement, params IReadOnlyList<string> lines) =>
        statement
            .Rows.Where(row => lines.Contains(row.Text("line"), StringComparer.Ordinal))
            .Sum(row => (decimal)(row.Integer("amount_minor") ?? 0));

    private static IEnumerable<string> TreeBreaches(string folder, GiftTree tree, ManifestTree stated)
    {
        var path = GiftPaths.Leaves(tree);
        if (LeafLayer.Fold(Path.Combine(folder, path), stated.Leaves) is not { } folded)
        {
            return [path];
        }

        var isRoot =
            Convert.ToHexStringLower(folded.Root.AsSpan(0, SumTree.HashBytes)) == stated.Root
            && SumTree.Sum(folded.Root) == stated.TotalMinor;
        var tiles = Path.Combine(folder, GiftPaths.Tiles(tree));
        var asTiled =
            folded.Tiles.Length == 0
                ? !File.Exists(tiles)
                : ReadableFile.Bytes(tiles) is { } above && above.AsSpan().SequenceEqual(folded.Tiles);
        return [.. isRoot ? (string[])[] : [path], .. asTiled ? (string[])[] : [GiftPaths.Tiles(tree)]];
    }

    private static IEnumerable<string> BucketBreaches(string folder, ManifestBuckets stated)
    {
        var all = Path.Combine(folder, GiftPaths.Buckets);
        var expected = Enumerable.Range(0, stated.Count).Select(GiftPaths.Bucket).ToList();
        var found = Directory.Exists(all)
            ? Directory
                .EnumerateFiles(all)
                .Select(path => $"{GiftPaths.Buckets}/{Path.GetFileName(path)}")
                .ToHashSet(StringComparer.Ordinal)
            : [];
        return
        [
            .. expected.Where(path =>
                !found.Remove(path)
                || new FileInfo(Path.Combine(folder, path)).Length != (long)stated.Records * stated.RecordBytes
            ),
            .. found.Order(StringComparer.Ordinal),
        ];
    }
}
