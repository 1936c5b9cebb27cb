using System.Globalization;

namespace Impact.Core.Rehearsal;

/// <summary>One movement or decision the fund books itself, apart from gifts.</summary>
/// <param name="Kind">Kind of the input layout.</param>
/// <param name="Day">Day it happened.</param>
/// <param name="Minor">Cents; below 0 only for a lowered allocation.</param>
internal sealed record FundEntry(string Kind, int Day, long Minor)
{
    /// <summary>Day it became final, or null for a pledge.</summary>
    public int? ClearedOn { get; init; } = Day;

    /// <summary>Place in <see cref="RehearsalCast.Partners"/>, or -1.</summary>
    public int Partner { get; init; } = -1;

    /// <summary>Place in <see cref="RehearsalDescription.Designations"/>.</summary>
    public int Designation { get; init; } = RehearsalDescription.Pool;
}

/// <summary>Numbers the fund's own entries and writes them to the sheet <c>fund_entries</c>.</summary>
internal sealed class FundEntrySheet(CsvSheet sheet)
{
    /// <summary>Heading of the sheet.</summary>
    public const string Heading =
        "entry_id,kind,occurred_on,cleared_on,amount,currency,base_amount,organisation_id,designation,gift,reverses,reason";

    private int booked;

    /// <summary>Writes an entry.</summary>
    /// <returns>The entry's number.</returns>
    public string Book(FundEntry entry)
    {
        var number = string.Create(CultureInfo.InvariantCulture, $"FE-{++booked:00000}");
        sheet.Text(number);
        sheet.Text(entry.Kind);
        sheet.Day(entry.Day);
        sheet.Text(entry.ClearedOn is { } cleared ? RehearsalCalendar.Iso(cleared) : default);
        sheet.Amount(entry.Minor);
        sheet.Text("USD"u8);
        sheet.Empty();
        sheet.Text(entry.Partner < 0 ? string.Empty : RehearsalCast.Partners[entry.Partner].Id);
        sheet.Text(GiftSheets.DesignationCell(entry.Designation));
        const int giftReversesAndReason = 3;
        sheet.Empty(giftReversesAndReason);
        sheet.EndRow();
        return number;
    }
}
