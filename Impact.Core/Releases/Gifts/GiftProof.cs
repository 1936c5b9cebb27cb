using System.Text;
using System.Text.Json;
using Impact.Core.Catalogue;
using Impact.Core.Releases.Keys;

namespace Impact.Core.Releases.Gifts;

/// <summary>A gift that is proved to be in a release's totals. It is about one giver: shown to whoever has the code, and kept nowhere.</summary>
/// <param name="Fund">The fund's name.</param>
/// <param name="Release">Fund, slash, version.</param>
/// <param name="Currency">The fund's base currency.</param>
/// <param name="Gifts">What the manifest states of gifts: the day counted to and both roots.</param>
/// <param name="Gift">The transaction, to be compared with the processor's own receipt.</param>
/// <param name="Leaves">How many leaves were led to the roots.</param>
internal sealed record GiftProof(
    BilingualText Fund,
    string Release,
    string Currency,
    ManifestGifts Gifts,
    ProvenGift Gift,
    int Leaves
)
{
    /// <summary>Opens the record of a code in a release and proves every leaf of it.</summary>
    /// <param name="releaseFolder">The release's folder.</param>
    /// <param name="trustFolder">The folder of trusted public keys.</param>
    /// <param name="code">The receipt code as typed.</param>
    /// <exception cref="FaultException">
    /// The code is mistyped, the release is not signed or has no such record, a leaf is not in its tree, the trees are not the statement's, or
    /// what is shown as paid is not what was counted.
    /// </exception>
    public static GiftProof Open(string releaseFolder, string trustFolder, string? code)
    {
        if (!ReceiptCodeText.TryRead(code, out var read) || read is null)
        {
            throw new FaultException(new Fault(Faults.ReceiptCode, "code"));
        }

        return Open(SignedRelease(releaseFolder, trustFolder), read);
    }

    /// <summary>The same on a release that is open already, whose manifest the trusted key has signed.</summary>
    public static GiftProof Open(Release release, ReceiptCode code)
    {
        var manifest = release.Manifest;
        var id = $"{manifest.Fund.Id}/{manifest.Version}";
        var gifts = manifest.Gifts ?? throw new FaultException(new Fault(Faults.GiftsAbsent, id));
        var derivation = new GiftDerivation(id);
        RequireTotals(release, gifts, id);
        var record = Record(release, gifts.Buckets, derivation, code);
        var transaction = Encoding.UTF8.GetBytes(record.Gift.Transaction);
        var isProved =
            IsProved(GiftTree.Gifts, gifts.Gifts, record.Gift.BaseMinor, record.Leaves)
            && IsProved(GiftTree.Refunds, gifts.Refunds, record.Gift.RefundedMinor, record.RefundLeaves);
        if (!isProved)
        {
            throw new FaultException(new Fault(Faults.ProofFailed, id));
        }

        RequireOneAmount(record.Gift, manifest.Fund.Currency, id);
        return new(
            manifest.Fund.Name,
            id,
            manifest.Fund.Currency,
            gifts,
            record.Gift,
            record.Leaves.Count + record.RefundLeaves.Count
        );

        bool IsProved(GiftTree tree, ManifestTree stated, long amount, IReadOnlyList<uint> places)
        {
            if (amount < 0)
            {
                return false;
            }

            // The leaves are made anew from the code and the transaction that is shown: nobody else's leaf is this one.
            var nodes = GiftLeaves.Of(derivation, code.Secret, tree, transaction, amount);
            return nodes.Length == places.Count * SumTree.NodeBytes
                && LeafLayer.Hold(release.Folder, tree, stated, places, nodes);
        }
    }

    /// <summary>A tree proves nothing of the published figures while its sum is not the statement's.</summary>
    private static void RequireTotals(Release release, ManifestGifts gifts, string id)
    {
        var breaches = release.FindTable(PublishedTables.FundingStatus.Id) is { } statement
            ? GiftClaims.TotalBreaches(gifts, statement)
            : [PublishedTables.FundingStatus.Id];
        if (breaches.Count > 0)
        {
            throw new FaultException(new Fault(Faults.GiftTotals, id, string.Join(", ", breaches)));
        }
    }

    /// <summary>A donor compares what was paid with the receipt, and the leaves bind what was counted: in one currency both are one amount.</summary>
    private static void RequireOneAmount(ProvenGift gift, string currency, string id)
    {
        var isOne = gift.Currency != currency || gift.AmountMinor == gift.BaseMinor;
        if (!isOne || gift.AmountMinor < 0 || !Quantities.Currency.TryParse(gift.Currency, out _))
        {
            throw new FaultException(new Fault(Faults.GiftAmount, id));
        }
    }

    private static GiftRecord Record(
        Release release,
        ManifestBuckets buckets,
        GiftDerivation derivation,
        ReceiptCode code
    )
    {
        Span<byte> name = stackalloc byte[GiftDerivation.NameBytes];
        var bucket = ReadBucket(release, GiftPaths.Bucket(derivation.Place(code.Secret, buckets.Count, name)));
        var found = -1;
        for (var at = 0; at + buckets.RecordBytes <= bucket.Length; at += buckets.RecordBytes)
        {
            if (bucket.AsSpan(at, GiftDerivation.NameBytes).SequenceEqual(name))
            {
                found = found < 0 ? at : throw new FaultException(new Fault(Faults.ProofFailed, derivation.Release));
            }
        }

        if (found < 0)
        {
            throw new FaultException(new Fault(Faults.ReceiptUnknown, derivation.Release));
        }

        var plain = SealedRecord.Open(derivation, code.Secret, bucket.AsSpan(found, buckets.RecordBytes));
        return (plain is null ? null : GiftRecord.Read(plain))
            ?? throw new FaultException(new Fault(Faults.ProofFailed, derivation.Release));
    }

    private static byte[] ReadBucket(Release release, string path)
    {
        if (!release.HasFile(path))
        {
            throw new FaultException(new Fault(Faults.ReleaseUnreadable, path));
        }

        using var stream = release.OpenFile(path);
        var bytes = new byte[stream.Length];
        stream.ReadExactly(bytes);
        return bytes;
    }

    private static Release SignedRelease(string releaseFolder, string trustFolder)
    {
        var folder = Path.TrimEndingDirectorySeparator(Path.GetFullPath(releaseFolder));
        var path = Path.Combine(folder, ReleaseNames.Manifest);
        if (!Directory.Exists(trustFolder))
        {
            throw new FaultException(new Fault(Faults.TrustMissing, trustFolder));
        }

        try
        {
            var manifest = ReleaseJson.ReadManifest(File.ReadAllBytes(path));
            var keys = FundKeys.Load(trustFolder, Path.GetDirectoryName(folder)!, manifest.Fund.Id);
            return Releases.Release.Open(folder, keys, manifest.Version);
        }
        catch (Exception error) when (error is IOException or UnauthorizedAccessException or JsonException)
        {
            throw new FaultException(new Fault(Faults.ReleaseUnreadable, path));
        }
    }
}
