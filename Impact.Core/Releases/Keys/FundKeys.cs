using System.Security.Cryptography;
using Impact.Core.Catalogue;

namespace Impact.Core.Releases.Keys;

/// <summary>
/// The keys of a fund as a reader may trust them: the one key that the reader brings, and those that signed hand-overs lead to from it,
/// forwards and backwards. Every reader of a manifest or an index asks here; no other key counts.
/// </summary>
/// <remarks>
/// A key is good for the versions of its own time only: from after the last version of the key before it to its own last version. The index
/// is signed by the newest key alone, and lists every manifest by digest, so that a key that was given up cannot change an older release.
/// </remarks>
internal sealed class FundKeys
{
    /// <summary>Every key in the order of its time; key n gave up by hand-over n.</summary>
    private readonly IReadOnlyList<TrustedKey> _keys;

    private FundKeys(TrustedKey trusted, IReadOnlyList<HandOver> handOvers)
    {
        HandOvers = handOvers;
        _keys = handOvers.Count == 0 ? [trusted] : [handOvers[0].From, .. handOvers.Select(one => one.To)];
    }

    /// <summary>The hand-overs, oldest first; may be none.</summary>
    public IReadOnlyList<HandOver> HandOvers { get; }

    /// <summary>The key that signs now: releases to come, and the index.</summary>
    public TrustedKey Current => _keys[^1];

    /// <summary>Loads the trusted key and follows the hand-overs from it.</summary>
    /// <param name="trustFolder">The reader's folder of public keys.</param>
    /// <param name="fundFolder">The fund's public folder, where hand-overs are published.</param>
    /// <param name="fund">The fund's identifier.</param>
    /// <exception cref="FaultException">The trusted key is missing or damaged; a hand-over is not right, or none of them has the trusted key.</exception>
    public static FundKeys Load(string trustFolder, string fundFolder, string fund)
    {
        // The key first: a rotation publishes the hand-over before it exchanges the key, so the chain read after it holds it.
        var trusted = TrustedKey.Load(trustFolder, fund);
        var keys = new FundKeys(trusted, HandOverChain.Load(trustFolder, fundFolder, fund));
        return keys._keys.Any(trusted.IsSameAs) ? keys : throw HandOverChain.Broken(fund, $"none has key {trusted.Id}");
    }

    /// <summary>The trusted key by itself, where the hand-overs are not right.</summary>
    public static FundKeys Alone(TrustedKey trusted) => new(trusted, []);

    /// <summary>The only key that may sign a version.</summary>
    public TrustedKey KeyFor(ReleaseVersion version) => _keys[Reign(version)];

    /// <summary>The hand-over in which the key of a version gave up; null while that key signs.</summary>
    public HandOver? GivenUp(ReleaseVersion version) =>
        Reign(version) is var place && place < HandOvers.Count ? HandOvers[place] : null;

    /// <summary>Whether the manifest is signed by the key of its version, and is the one that a hand-over names where it names this version.</summary>
    /// <param name="version">The version that is asked for.</param>
    /// <param name="manifest">The manifest's bytes.</param>
    /// <param name="signatureText">The bytes of <c>manifest.sig</c>.</param>
    public bool HaveSigned(string version, ReadOnlySpan<byte> manifest, ReadOnlySpan<byte> signatureText) =>
        ReleaseVersion.TryParse(version, out var number)
        && KeyFor(number).HasSigned(manifest, signatureText)
        && (
            GivenUp(number)?.Last is not { } last
            || last.Version != version
            || last.ManifestSha256 == Convert.ToHexStringLower(SHA256.HashData(manifest))
        );

    /// <summary>Whether any key of the fund, of whatever time, has signed these bytes: for records that the signed index holds, too.</summary>
    public bool AnyHasSigned(ReadOnlySpan<byte> content, ReadOnlySpan<byte> signatureText)
    {
        foreach (var key in _keys)
        {
            if (key.HasSigned(content, signatureText))
            {
                return true;
            }
        }

        return false;
    }

    /// <summary>Whether an index holds every release that a hand-over names.</summary>
    public bool AreIn(ReleaseIndex index) =>
        HandOvers
            .Select(one => one.Last)
            .OfType<ManifestPrevious>()
            .All(last =>
                index.Versions.Any(entry =>
                    entry.Version == last.Version && entry.ManifestSha256 == last.ManifestSha256
                )
            );

    private int Reign(ReleaseVersion version) =>
        HandOvers.TakeWhile(one => one.LastVersion is not { } last || last.IsBefore(version)).Count();
}
