namespace Impact.Core.Releases.Gifts;

/// <summary>The two trees of a release.</summary>
internal enum GiftTree
{
    /// <summary>What came in.</summary>
    Gifts,

    /// <summary>What went back: refunds and chargebacks.</summary>
    Refunds,
}
