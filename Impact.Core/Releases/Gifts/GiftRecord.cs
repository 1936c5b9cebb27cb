using System.Buffers;
using System.Buffers.Binary;
using System.Text.Json;

namespace Impact.Core.Releases.Gifts;

/// <summary>What a donor's record says once it is opened: the transaction, and where its leaves lie.</summary>
/// <param name="Gift">The transaction.</param>
/// <param name="Leaves">Places of its leaves in the tree of gifts: one for each power of two of the amount, the smallest first.</param>
/// <param name="RefundLeaves">The same in the tree of refunds.</param>
internal sealed record GiftRecord(ProvenGift Gift, IReadOnlyList<uint> Leaves, IReadOnlyList<uint> RefundLeaves)
{
    private const string DayFormat = "yyyy-MM-dd";

    /// <summary>Cells of a line of lots: place, organisation, measure, quarter, day, amount.</summary>
    private const int LotCells = 6;

    // The text is read by programs alone, never put into a page as markup.
    private static readonly JsonWriterOptions Plain = new()
    {
        Encoder = System.Text.Encodings.Web.JavaScriptEncoder.UnsafeRelaxedJsonEscaping,
    };

    /// <summary>The record as JSON, UTF-8, behind its length in two bytes.</summary>
    public byte[] Write()
    {
        var buffer = new ArrayBufferWriter<byte>();
        BinaryPrimitives.WriteUInt16BigEndian(buffer.GetSpan(sizeof(ushort)), 0);
        buffer.Advance(sizeof(ushort));
        using (var json = new Utf8JsonWriter(buffer, Plain))
        {
            Write(json);
        }

        var bytes = buffer.WrittenSpan.ToArray();
        BinaryPrimitives.WriteUInt16BigEndian(bytes, checked((ushort)(bytes.Length - sizeof(ushort))));
        return bytes;
    }

    /// <summary>Reads what <see cref="Write()"/> wrote and only zeros after it; null for anything else.</summary>
    public static GiftRecord? Read(ReadOnlySpan<byte> bytes)
    {
        var length = sizeof(ushort) + (bytes.Length < sizeof(ushort) ? 0 : BinaryPrimitives.ReadUInt16BigEndian(bytes));
        if (bytes.Length < length || bytes[length..].ContainsAnyExcept((byte)0))
        {
            return null;
        }

        try
        {
            using var json = JsonDocument.Parse(bytes[sizeof(ushort)..length].ToArray());
            return Read(json.RootElement);
        }
        catch (Exception error)
            when (error
                    is JsonException
                        or InvalidOperationException
                        or KeyNotFoundException
                        or FormatException
                        or OverflowException
            )
        {
            return null;
        }
    }

    private void Write(Utf8JsonWriter json)
    {
        json.WriteStartObject();
        json.WriteString("transaction", Gift.Transaction);
        json.WriteString("cleared", Day(Gift.ClearedOn));
        json.WriteString("currency", Gift.Currency);
        json.WriteNumber("amountMinor", Gift.AmountMinor);
        json.WriteNumber("baseMinor", Gift.BaseMinor);
        json.WriteNumber("refundedMinor", Gift.RefundedMinor);
        WritePlaces(json, "leaves", Leaves);
        WritePlaces(json, "refundLeaves", RefundLeaves);
        json.WriteStartArray("lots");
        foreach (var lot in Gift.Lots)
        {
            json.WriteStartArray();
            json.WriteStringValue(lot.Place);
            json.WriteStringValue(lot.Organisation);
            json.WriteStringValue(lot.Measure);
            json.WriteStringValue(lot.Quarter);
            json.WriteStringValue(Day(lot.Since));
            json.WriteNumberValue(lot.AmountMinor);
            json.WriteEndArray();
        }

        json.WriteEndArray();
        json.WriteEndObject();
    }

    private static void WritePlaces(Utf8JsonWriter json, string name, IReadOnlyList<uint> places)
    {
        json.WriteStartArray(name);
        foreach (var place in places)
        {
            json.WriteNumberValue(place);
        }

        json.WriteEndArray();
    }

    private static GiftRecord Read(JsonElement json) =>
        new(
            new()
            {
                Transaction = json.GetProperty("transaction").GetString() ?? throw new FormatException(),
                ClearedOn = Day(json.GetProperty("cleared")),
                Currency = json.GetProperty("currency").GetString() ?? throw new FormatException(),
                AmountMinor = json.GetProperty("amountMinor").GetInt64(),
                BaseMinor = json.GetProperty("baseMinor").GetInt64(),
                RefundedMinor = json.GetProperty("refundedMinor").GetInt64(),
                Lots = [.. json.GetProperty("lots").EnumerateArray().Select(Lot)],
            },
            [.. json.GetProperty("leaves").EnumerateArray().Select(place => place.GetUInt32())],
            [.. json.GetProperty("refundLeaves").EnumerateArray().Select(place => place.GetUInt32())]
        );

    private static GiftLot Lot(JsonElement cells) =>
        cells.GetArrayLength() == LotCells
            ? new(
                cells[0].GetString() ?? throw new FormatException(),
                cells[1].GetString(),
                cells[2].GetString(),
                cells[3].GetString(),
                Day(cells[4]),
                cells[5].GetInt64()
            )
            : throw new FormatException();

    private static string? Day(DateOnly? day) =>
        day?.ToString(DayFormat, System.Globalization.CultureInfo.InvariantCulture);

    private static DateOnly? Day(JsonElement text) =>
        text.GetString() is { } day
            ? DateOnly.ParseExact(day, DayFormat, System.Globalization.CultureInfo.InvariantCulture)
            : null;
}
