using System.Globalization;

namespace Impact.Core.Rehearsal;

/// <summary>One movement a partner books.</summary>
/// <param name="Partner">Place in <see cref="RehearsalCast.Partners"/>.</param>
/// <param name="Kind"><c>receipt</c> or <c>expenditure</c>.</param>
/// <param name="Day">Day it happened.</param>
/// <param name="Minor">Cents; below 0 only for a reversal.</param>
internal sealed record PartnerEntry(int Partner, string Kind, int Day, long Minor)
{
    /// <summary>Day it became final.</summary>
    public int ClearedOn { get; init; } = Day;

    /// <summary>Place in <see cref="RehearsalDescription.Designations"/>.</summary>
    public int Designation { get; init; } = RehearsalDescription.Pool;

    /// <summary>Category of an expenditure, else empty.</summary>
    public string Category { get; init; } = string.Empty;

    /// <summary>The transfer that a receipt confirms, else empty.</summary>
    public string Disbursement { get; init; } = string.Empty;

    /// <summary>The entry that a reversal takes back, else empty.</summary>
    public string Reverses { get; init; } = string.Empty;

    /// <summary>Why, for a reversal, else empty.</summary>
    public string Reason { get; init; } = string.Empty;
}

/// <summary>Numbers partners' entries and writes them to the sheet <c>partner_entries</c>.</summary>
internal sealed class PartnerEntrySheet(CsvSheet sheet)
{
    /// <summary>Heading of the sheet.</summary>
    public const string Heading =
        "entry_id,organisation_id,kind,occurred_on,cleared_on,amount,currency,base_amount,designation,category,disbursement,reverses,reason";

    private readonly int[] booked = new int[RehearsalCast.Partners.Count];

    /// <summary>Writes an entry.</summary>
    /// <returns>The entry's number.</returns>
    public string Book(PartnerEntry entry)
    {
        var number = string.Create(
            CultureInfo.InvariantCulture,
            $"P{entry.Partner + 1}-{++booked[entry.Partner]:00000}"
        );
        sheet.Text(number);
        sheet.Text(RehearsalCast.Partners[entry.Partner].Id);
        sheet.Text(entry.Kind);
        sheet.Day(entry.Day);
        sheet.Day(entry.ClearedOn);
        sheet.Amount(entry.Minor);
        sheet.Text("USD"u8);
        sheet.Empty();
        sheet.Text(GiftSheets.DesignationCell(entry.Designation));
        sheet.Text(entry.Category);
        sheet.Text(entry.Disbursement);
        sheet.Text(entry.Reverses);
        sheet.Text(entry.Reason);
        sheet.EndRow();
        return number;
    }
}
