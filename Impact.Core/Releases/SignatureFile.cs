using System.Text;

namespace Impact.Core.Releases;

/// <summary>The text of <c>manifest.sig</c> or <c>index.sig</c>: algorithm, key and one or more signatures, a line each.</summary>
/// <param name="KeyId">Which key signed.</param>
/// <param name="Signatures">The signatures. While an index is being replaced it carries the one of the index before it too.</param>
internal sealed record SignatureFile(string KeyId, IReadOnlyList<byte[]> Signatures)
{
    public const string Algorithm = "Ed25519";

    /// <summary>A signature has sixty-four bytes.</summary>
    private const int SignatureBytes = 64;

    private const string AlgorithmField = "algorithm";
    private const string KeyField = "key";
    private const string SignatureField = "signature";

    /// <summary>Reads the text of one key; null for whatever is not written exactly so.</summary>
    public static SignatureFile? Parse(ReadOnlySpan<byte> bytes) => Parse(ReadFields(bytes));

    /// <summary>Reads a text in which several keys follow each other, as in an index while the fund's key changes; none when it is not written so.</summary>
    public static IReadOnlyList<SignatureFile> ParseAll(ReadOnlySpan<byte> bytes)
    {
        var parts = new List<List<(string Name, string Value)>>();
        foreach (var field in ReadFields(bytes))
        {
            if (field.Name == AlgorithmField || parts.Count == 0)
            {
                parts.Add([]);
            }

            parts[^1].Add(field);
        }

        var files = parts.ConvertAll(Parse);
        return files.Contains(item: null) ? [] : [.. files.OfType<SignatureFile>()];
    }

    private static SignatureFile? Parse(List<(string Name, string Value)> fields)
    {
        if (fields is not [(AlgorithmField, Algorithm), (KeyField, var key), .. { Count: > 0 } rest])
        {
            return null;
        }

        var signatures = rest.Where(field => field.Name == SignatureField)
            .Select(field => FromBase64(field.Value))
            .ToList();
        return signatures.Count == rest.Count && signatures.TrueForAll(one => one is { Length: SignatureBytes })
            ? new(key, [.. signatures.OfType<byte[]>()])
            : null;
    }

    /// <summary>The text, as bytes, ending with a line feed.</summary>
    public byte[] Write() =>
        WriteFields([
            (AlgorithmField, Algorithm),
            (KeyField, KeyId),
            .. Signatures.Select(signature => (SignatureField, Convert.ToBase64String(signature))),
        ]);

    /// <summary>Fields as lines <c>name: value</c>.</summary>
    internal static byte[] WriteFields(IEnumerable<(string Name, string Value)> fields) =>
        Encoding.ASCII.GetBytes(string.Concat(fields.Select(field => $"{field.Name}: {field.Value}\n")));

    /// <summary>The lines of a key or signature text; empty for whatever is no such text.</summary>
    internal static List<(string Name, string Value)> ReadFields(ReadOnlySpan<byte> bytes)
    {
        var text = Encoding.ASCII.GetString(bytes);
        if (!text.EndsWith('\n'))
        {
            return [];
        }

        var lines = text[..^1].Split('\n').Select(line => line.Split(": ")).ToList();
        return lines.TrueForAll(parts => parts.Length == 2) ? lines.ConvertAll(parts => (parts[0], parts[1])) : [];
    }

    /// <summary>The bytes of a base64 text, or null; blanks and loose last bits would be a second way to write the same bytes.</summary>
    internal static byte[]? FromBase64(string text)
    {
        var buffer = new byte[text.Length];
        return
            Convert.TryFromBase64String(text, buffer, out var length)
            && Convert.ToBase64String(buffer, 0, length) == text
            ? buffer[..length]
            : null;
    }
}
