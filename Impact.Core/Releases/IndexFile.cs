using System.Text.Json;
using Impact.Core.Catalogue;
using Impact.Core.Releases.Keys;

namespace Impact.Core.Releases;

/// <summary>The signed index in a fund's public folder, as bytes and as read.</summary>
/// <param name="Bytes">The bytes of <c>index.json</c>.</param>
/// <param name="Signature">The bytes of <c>index.sig</c>.</param>
internal sealed record IndexFile(byte[] Bytes, byte[] Signature)
{
    /// <summary>Loads the two files; null when there is no index.</summary>
    /// <exception cref="FaultException">The signature's file is missing, or one of the two cannot be read.</exception>
    public static IndexFile? Load(string fundFolder)
    {
        var path = Path.Combine(fundFolder, ReleaseNames.Index);
        if (!File.Exists(path))
        {
            return null;
        }

        // The list is read again after its signatures, until no publication came in between.
        for (var bytes = ReadableFile.Bytes(path); ; )
        {
            var signature = ReadableFile.Bytes(fundFolder, ReleaseNames.IndexSignature);
            var again = ReadableFile.Bytes(path);
            if (bytes is null || again is null || signature is null)
            {
                throw new FaultException(
                    new(Faults.ClaimFailed, Path.Combine(fundFolder, ReleaseNames.IndexSignature))
                );
            }

            if (again.AsSpan().SequenceEqual(bytes))
            {
                return new(bytes, signature);
            }

            bytes = again;
        }
    }

    /// <summary>Reads the index once its signature holds.</summary>
    /// <exception cref="FaultException">The fund's present key has not signed it, it is no index, it is another fund's, or it lacks a release that a hand-over names.</exception>
    public ReleaseIndex Read(string fund, FundKeys keys)
    {
        if (!keys.Current.HasSignedAmong(Bytes, Signature))
        {
            throw new FaultException(new(Faults.ClaimFailed, $"{fund}/{ReleaseNames.IndexSignature}"));
        }

        try
        {
            var index = ReleaseJson.ReadIndex(Bytes);
            return index.Fund == fund && keys.AreIn(index)
                ? index
                : throw new JsonException("The index is another fund's, or its hand-overs are.");
        }
        catch (JsonException)
        {
            throw new FaultException(new(Faults.ReleaseUnreadable, $"{fund}/{ReleaseNames.Index}"));
        }
    }

    /// <summary>Whether this is byte for byte the other one.</summary>
    public bool IsSameAs(IndexFile other) =>
        Bytes.AsSpan().SequenceEqual(other.Bytes) && Signature.AsSpan().SequenceEqual(other.Signature);
}
