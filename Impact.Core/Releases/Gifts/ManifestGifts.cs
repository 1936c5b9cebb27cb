namespace Impact.Core.Releases.Gifts;

/// <summary>What a manifest says of its gift proofs: the roots that everything else is proved against.</summary>
/// <param name="CountedTo">The last day that counts, the day of the statement's lines.</param>
/// <param name="Gifts">The tree of what came in.</param>
/// <param name="Refunds">The tree of refunds and chargebacks.</param>
/// <param name="Buckets">The sealed records.</param>
public sealed record ManifestGifts(
    DateOnly CountedTo,
    ManifestTree Gifts,
    ManifestTree Refunds,
    ManifestBuckets Buckets
)
{
    /// <summary>Whether a manifest may say so; what files hold is checked against it.</summary>
    internal bool IsAllowed =>
        IsTree(Gifts)
        && IsTree(Refunds)
        && Buckets.Count == BucketFiles.CountOf(Gifts.CapacityClass)
        && Buckets.Records >= BucketFiles.LeastRecords
        && Buckets.Records == BucketFiles.SizeFor(Buckets.Records)
        && SealedRecord.IsSize(Buckets.RecordBytes);

    private static bool IsTree(ManifestTree tree) =>
        tree.CapacityClass is >= SumTree.LeastClass and <= SumTree.MostClass
        && tree.Leaves == SumTree.LeavesOf(tree.CapacityClass)
        && ReleaseNames.IsDigest(tree.Root)
        && tree.TotalMinor >= 0;
}

/// <summary>A tree of sums.</summary>
/// <param name="CapacityClass">Its class, 3 to 15.</param>
/// <param name="Leaves">Its leaves, four to the power of the class; the rest are leaves of 0.</param>
/// <param name="Root">The hash of its root, lower-case hexadecimal.</param>
/// <param name="TotalMinor">The sum of its root, minor units of the base currency, 0 or more.</param>
public sealed record ManifestTree(int CapacityClass, long Leaves, string Root, long TotalMinor);

/// <summary>The buckets of sealed records.</summary>
/// <param name="Count">How many files, a power of four that follows from the class of the gifts.</param>
/// <param name="Records">Records in each, 64 or more: 64 or 96 times a power of two.</param>
/// <param name="RecordBytes">Bytes of a record, a multiple of 256 up to 2,048.</param>
public sealed record ManifestBuckets(int Count, int Records, int RecordBytes);
