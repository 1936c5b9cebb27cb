using System.Globalization;
using System.Security.Cryptography;
using System.Text;

namespace Impact.Core.Releases.Keys;

/// <summary>
/// A statement that one key of a fund follows another: signed by the old key, which gives up, and by the new one, which takes up.
/// </summary>
/// <remarks>
/// As text it is eleven lines <c>name: value</c>; the two signatures are over the nine lines before them, byte for byte, and the first
/// line keeps it from being taken for a manifest or an index.
/// </remarks>
internal sealed record HandOver
{
    private const string Format = "impact-hand-over/1";

    /// <summary>What a line reads when there is nothing to name.</summary>
    private const string None = "none";

    /// <summary>Whole seconds of coordinated universal time.</summary>
    private const string TimeFormat = "yyyy-MM-dd'T'HH:mm:ss'Z'";

    /// <summary>The fund.</summary>
    public required string Fund { get; init; }

    /// <summary>Its place in the fund's chain, from 1.</summary>
    public required int Number { get; init; }

    /// <summary>The key that gives up.</summary>
    public required TrustedKey From { get; init; }

    /// <summary>The key that takes up.</summary>
    public required TrustedKey To { get; init; }

    /// <summary>The last release that the old key signed, with its manifest's digest; null when nothing was published yet.</summary>
    public ManifestPrevious? Last { get; init; }

    /// <summary>SHA-256 of the hand-over before, signatures included, lower-case hexadecimal; null for the first.</summary>
    public string? Before { get; init; }

    /// <summary>When, in whole seconds.</summary>
    public required DateTimeOffset At { get; init; }

    /// <summary>The old key's signature of the statement, sixty-four bytes.</summary>
    public byte[] FromSignature { get; init; } = [];

    /// <summary>The new key's signature of the statement, sixty-four bytes.</summary>
    public byte[] ToSignature { get; init; } = [];

    /// <summary>The bytes that both keys sign.</summary>
    public byte[] Statement => SignatureFile.WriteFields(Fields);

    /// <summary>The whole text.</summary>
    public byte[] Text =>
        SignatureFile.WriteFields([
            .. Fields,
            ("signed-from", Convert.ToBase64String(FromSignature)),
            ("signed-to", Convert.ToBase64String(ToSignature)),
        ]);

    /// <summary>SHA-256 of the whole text, lower-case hexadecimal: the next hand-over names it.</summary>
    public string Digest => Convert.ToHexStringLower(SHA256.HashData(Text));

    /// <summary>The last version of the old key; null when it signed none.</summary>
    public ReleaseVersion? LastVersion =>
        Last is not null && ReleaseVersion.TryParse(Last.Version, out var version) ? version : null;

    private (string Name, string Value)[] Fields =>
        [
            ("format", Format),
            ("fund", Fund),
            ("number", Number.ToString(CultureInfo.InvariantCulture)),
            ("from", Convert.ToBase64String(From.Bytes)),
            ("to", Convert.ToBase64String(To.Bytes)),
            ("version", Last?.Version ?? None),
            ("manifest", Last?.ManifestSha256 ?? None),
            ("before", Before ?? None),
            ("at", At.UtcDateTime.ToString(TimeFormat, CultureInfo.InvariantCulture)),
        ];

    /// <summary>The statement with both signatures.</summary>
    public HandOver Signed(SigningKey from, SigningKey to) =>
        this with
        {
            FromSignature = from.Signature(Statement),
            ToSignature = to.Signature(Statement),
        };

    /// <summary>Reads one text; null for whatever <see cref="Text"/> does not write exactly so. Signatures are not checked here.</summary>
    public static HandOver? Parse(string text)
    {
        var fields = SignatureFile.ReadFields(Encoding.ASCII.GetBytes(text));
        var values = fields.ConvertAll(field => field.Value);
        if (
            values is not [_, var fund, var number, var from, var to, var version, var manifest, var before, var at, ..]
            || values is not [.., var signedFrom, var signedTo]
            || !int.TryParse(number, NumberStyles.None, CultureInfo.InvariantCulture, out var place)
            || !DateTimeOffset.TryParseExact(
                at,
                TimeFormat,
                CultureInfo.InvariantCulture,
                DateTimeStyles.AssumeUniversal,
                out var when
            )
            || TrustedKey.Import(SignatureFile.FromBase64(from)) is not { } old
            || TrustedKey.Import(SignatureFile.FromBase64(to)) is not { } next
        )
        {
            return null;
        }

        var read = new HandOver
        {
            Fund = fund,
            Number = place,
            From = old,
            To = next,
            Last = version == None ? null : new(version, manifest),
            Before = before == None ? null : before,
            At = when,
            FromSignature = SignatureFile.FromBase64(signedFrom) ?? [],
            ToSignature = SignatureFile.FromBase64(signedTo) ?? [],
        };
        return Encoding.ASCII.GetString(read.Text) == text && read.NamesARelease ? read : null;
    }

    private bool NamesARelease =>
        Last is null || (LastVersion is not null && ReleaseNames.IsDigest(Last.ManifestSha256));
}
