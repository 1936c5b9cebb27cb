using System.Globalization;
using System.Numerics;
using System.Text.Json;
using Impact.Core.Noise.Accounting;

namespace Impact.Core.Disclosure.Budget;

/// <summary>A cell after noise. Never what it was before, and never the noise.</summary>
/// <param name="Key">Which cell, unique in its result: the codes of its dimensions.</param>
/// <param name="Value">The noisy whole number; may be negative.</param>
/// <param name="Measurement">What the square-root mechanism measured, in its grid's unit; null for a plain draw.</param>
internal sealed record NoisyCell(string Key, BigInteger Value, BigInteger? Measurement = null);

/// <summary>What one draw gave, cell by cell.</summary>
/// <param name="Cells">In the order of the table.</param>
internal sealed record NoisyResult(IReadOnlyList<NoisyCell> Cells);

/// <summary>A noisy result as it lies in the private store, bound to the reserve that paid for it.</summary>
/// <param name="Series">The series.</param>
/// <param name="Period">The period.</param>
/// <param name="ReserveSha256">The digest of the reserve's line in the ledger.</param>
/// <param name="Result">The cells.</param>
internal sealed record StoredResult(string Series, string Period, string ReserveSha256, NoisyResult Result)
{
    /// <summary>The bytes that are stored; the same every time.</summary>
    public byte[] Write()
    {
        using var buffer = new MemoryStream();
        using (var writer = new Utf8JsonWriter(buffer))
        {
            writer.WriteStartObject();
            writer.WriteString("series", Series);
            writer.WriteString("period", Period);
            writer.WriteString("reserve_sha256", ReserveSha256);
            writer.WriteStartArray("cells");
            foreach (var cell in Result.Cells)
            {
                writer.WriteStartObject();
                writer.WriteString("key", cell.Key);
                writer.WriteString("value", Text(cell.Value));
                writer.WriteString("measurement", cell.Measurement is { } measured ? Text(measured) : null);
                writer.WriteEndObject();
            }

            writer.WriteEndArray();
            writer.WriteEndObject();
        }

        return buffer.ToArray();
    }

    /// <summary>Reads what <see cref="Write"/> wrote; null for anything else.</summary>
    public static StoredResult? Read(byte[] bytes)
    {
        try
        {
            using var document = JsonDocument.Parse(bytes);
            var root = document.RootElement;
            var cells = root.GetProperty("cells").EnumerateArray().Select(ReadCell);
            var read = new StoredResult(
                root.GetProperty("series").GetString()!,
                root.GetProperty("period").GetString()!,
                root.GetProperty("reserve_sha256").GetString()!,
                new([.. cells])
            );
            return read.Write().AsSpan().SequenceEqual(bytes) ? read : null;
        }
        catch (Exception error)
            when (error is JsonException or KeyNotFoundException or InvalidOperationException or FormatException)
        {
            return null;
        }
    }

    /// <summary>Whether it belongs to a reserve.</summary>
    public bool IsOf(ReservedPeriod reserve, string reserveSha256) =>
        Series == reserve.Series && Period == reserve.Period && ReserveSha256 == reserveSha256;

    private static NoisyCell ReadCell(JsonElement cell) =>
        new(
            cell.GetProperty("key").GetString()!,
            Number(cell.GetProperty("value").GetString()!),
            cell.GetProperty("measurement").GetString() is { } measured ? Number(measured) : null
        );

    private static string Text(BigInteger value) => value.ToString(CultureInfo.InvariantCulture);

    private static BigInteger Number(string text) =>
        BigInteger.Parse(text, NumberStyles.AllowLeadingSign, CultureInfo.InvariantCulture);
}
