using System.Globalization;
using System.Text;
using Impact.Core.Catalogue;

namespace Impact.Core.Releases.Keys;

/// <summary>
/// A fund's hand-overs, oldest first: <c>hand-overs.txt</c> in its public folder. A reader's trust folder may hold a copy, then what is
/// published must go on from it.
/// </summary>
internal static class HandOverChain
{
    /// <summary>Where a fund's hand-overs are published.</summary>
    public static string PublicPath(string fundFolder) => Path.Combine(fundFolder, ReleaseNames.HandOvers);

    /// <summary>Where a reader keeps the hand-overs it knows.</summary>
    public static string TrustPath(string trustFolder, string fund) =>
        Path.Combine(trustFolder, $"{fund}.{ReleaseNames.HandOvers}");

    /// <summary>The text of a chain: the hand-overs with an empty line between two.</summary>
    public static byte[] Write(IEnumerable<HandOver> handOvers) =>
        Encoding.ASCII.GetBytes(string.Join('\n', handOvers.Select(one => Encoding.ASCII.GetString(one.Text))));

    /// <summary>Reads and checks the hand-overs of a fund; none when it has always had one key.</summary>
    /// <exception cref="FaultException"><see cref="Faults.HandOverBroken"/>: names the hand-over and what is wrong with it.</exception>
    public static IReadOnlyList<HandOver> Load(string trustFolder, string fundFolder, string fund)
    {
        var published = Bytes(PublicPath(fundFolder));
        var known = Bytes(TrustPath(trustFolder, fund));
        var (longer, shorter) = published.Length >= known.Length ? (published, known) : (known, published);
        return longer.AsSpan().StartsWith(shorter)
            ? Read(longer, fund)
            : throw Broken(fund, "not the ones known before");
    }

    /// <summary>Reads and checks the text of a chain.</summary>
    /// <exception cref="FaultException"><see cref="Faults.HandOverBroken"/>.</exception>
    public static IReadOnlyList<HandOver> Read(byte[] text, string fund)
    {
        if (text.Length == 0)
        {
            return [];
        }

        var parts = Encoding.ASCII.GetString(text).Split("\n\n");
        var read = parts
            .Select((part, index) => HandOver.Parse(index < parts.Length - 1 ? part + "\n" : part))
            .ToList();
        var chain = new List<HandOver>();
        foreach (var one in read)
        {
            var before = chain is [.., var last] ? last : null;
            var wrong = one is null ? "not readable" : Wrong(one, before, fund);
            if (wrong is not null)
            {
                throw Broken(fund, string.Create(CultureInfo.InvariantCulture, $"{chain.Count + 1}: {wrong}"));
            }

            chain.Add(one!);
        }

        return chain;
    }

    /// <summary>A fault of a fund's hand-overs.</summary>
    public static FaultException Broken(string fund, string what) =>
        new(new(Faults.HandOverBroken, $"{fund}/{ReleaseNames.HandOvers}", what));

    private static string? Wrong(HandOver one, HandOver? before, string fund) =>
        one.Fund != fund ? "of another fund"
        : one.Number != (before?.Number ?? 0) + 1 ? "out of order"
        : one.Before != before?.Digest ? "does not name the one before"
        : before is not null && !one.From.IsSameAs(before.To) ? "by a key that was not the fund's"
        : one.To.IsSameAs(one.From) ? "to the same key"
        : !one.From.IsSignature(one.Statement, one.FromSignature) ? "not signed by the old key"
        : !one.To.IsSignature(one.Statement, one.ToSignature) ? "not signed by the new key"
        : before is not null && (one.At < before.At || GoesBack(before.LastVersion, one.LastVersion)) ? "goes back"
        : null;

    private static bool GoesBack(ReleaseVersion? before, ReleaseVersion? after) =>
        before is { } first && (after is not { } second || second.IsBefore(first));

    private static byte[] Bytes(string path) => ReadableFile.Bytes(path) ?? [];
}
