using System.Globalization;

namespace Impact.Core.Releases.Gifts;

/// <summary>The files of gift proofs inside a release.</summary>
internal static class GiftPaths
{
    /// <summary>The folder of all of them.</summary>
    public const string Folder = "gifts";

    /// <summary>The folder of buckets.</summary>
    public const string Buckets = "gifts/buckets";

    /// <summary>The page that checks a gift without a network.</summary>
    public const string CheckPage = "gifts/check.html";

    /// <summary>A tree's leaf layer.</summary>
    public static string Leaves(GiftTree tree) =>
        tree == GiftTree.Gifts ? "gifts/leaves.bin" : "gifts/refund-leaves.bin";

    /// <summary>A tree's tiles.</summary>
    public static string Tiles(GiftTree tree) => tree == GiftTree.Gifts ? "gifts/tiles.bin" : "gifts/refund-tiles.bin";

    /// <summary>A bucket, by its number in hexadecimal.</summary>
    public static string Bucket(int number) =>
        string.Create(CultureInfo.InvariantCulture, $"{Buckets}/{number:x6}.bin");
}
