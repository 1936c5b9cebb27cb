using System.Globalization;
using System.Text;
using System.Text.Json;

namespace Impact.Core.Noise.Accounting;

/// <summary>An entry of the chain: its number, the digest of the line before, and what it says.</summary>
/// <param name="Number">From 1.</param>
/// <param name="Previous">SHA-256 of the line before, without its line feed.</param>
/// <param name="Event">What it says.</param>
public sealed record BudgetEntry(long Number, string Previous, BudgetEvent Event);

/// <summary>The one way to write an entry as a line. Whatever is written otherwise is no entry.</summary>
internal static class BudgetLine
{
    /// <summary>Longest line, sixteen thousand bytes; a longer one was not written by this program.</summary>
    public const int LongestLine = 16_000;

    /// <summary>An Ed25519 signature is sixty-four bytes.</summary>
    public const int SignatureBytes = 64;

    /// <summary>Longest body: what a line holds beside its signature is well below two hundred bytes.</summary>
    public const int LongestBody = LongestLine - 200;

    private const string SignatureField = ",\"signature\":\"";

    /// <summary>A signature of this key over anything else must not pass for one over an entry.</summary>
    private static readonly byte[] Purpose = "impact budget ledger 1\n"u8.ToArray();

    /// <summary>The entry as one JSON object in its canonical form, without the signature.</summary>
    public static byte[] Body(BudgetEntry entry)
    {
        using var buffer = new MemoryStream();
        using (var writer = new Utf8JsonWriter(buffer))
        {
            writer.WriteStartObject();
            writer.WriteNumber("entry", entry.Number);
            writer.WriteString("previous", entry.Previous);
            writer.WriteString("kind", entry.Event.Kind);
            BudgetEventJson.Write(writer, entry.Event);
            writer.WriteEndObject();
        }

        return buffer.ToArray();
    }

    /// <summary>What is signed: the purpose, then the body.</summary>
    public static byte[] Signed(ReadOnlySpan<byte> body) => [.. Purpose, .. body];

    /// <summary>The line, without its line feed: the body with the signature as its last field.</summary>
    public static byte[] Seal(ReadOnlySpan<byte> body, ReadOnlySpan<byte> signature) =>
        Encoding.UTF8.GetBytes(
            string.Create(
                CultureInfo.InvariantCulture,
                $"{Encoding.UTF8.GetString(body[..^1])}{SignatureField}{Convert.ToHexStringLower(signature)}\"}}"
            )
        );

    /// <summary>Reads a line; null when it is not exactly what <see cref="Seal"/> would write.</summary>
    public static (BudgetEntry Entry, byte[] Body, byte[] Signature)? Read(ReadOnlySpan<byte> line)
    {
        const int quoteAndBrace = 2;
        const int digits = 2 * SignatureBytes;
        var start = line.Length - quoteAndBrace - digits - SignatureField.Length;
        if (start < 1 || line.Length > LongestLine)
        {
            return null;
        }

        byte[] body = [.. line[..start], (byte)'}'];
        var hexadecimal = Encoding.Latin1.GetString(line[^(quoteAndBrace + digits)..^quoteAndBrace]);
        if (!hexadecimal.All(char.IsAsciiHexDigit) || Entry(body) is not { } entry)
        {
            return null;
        }

        var signature = Convert.FromHexString(hexadecimal);
        return Body(entry).AsSpan().SequenceEqual(body) && Seal(body, signature).AsSpan().SequenceEqual(line)
            ? (entry, body, signature)
            : null;
    }

    private static BudgetEntry? Entry(byte[] body)
    {
        try
        {
            using var document = JsonDocument.Parse(body);
            var root = document.RootElement;
            return BudgetEventJson.Read(root.GetProperty("kind").GetString()!, root) is { } said
                ? new(root.GetProperty("entry").GetInt64(), root.GetProperty("previous").GetString()!, said)
                : null;
        }
        catch (Exception error)
            when (error
                    is JsonException
                        or KeyNotFoundException
                        or InvalidOperationException
                        or FormatException
                        or OverflowException
                        or ArgumentException
                        or DivideByZeroException
            )
        {
            return null;
        }
    }
}
