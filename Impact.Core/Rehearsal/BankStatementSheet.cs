using System.Globalization;

namespace Impact.Core.Rehearsal;

/// <summary>One line of the bank account.</summary>
/// <param name="Day">Day the bank books it.</param>
/// <param name="Minor">Cents, above 0 into the account; never 0.</param>
/// <param name="Kind">Kind of the input layout.</param>
/// <param name="Reference">The fund's number of the entry, the payout's number, or empty where the bank names none.</param>
internal sealed record BankLine(int Day, long Minor, string Kind, string Reference);

/// <summary>Numbers the bank's lines and writes them to the sheet <c>bank_statement</c>.</summary>
internal sealed class BankStatementSheet(CsvSheet sheet)
{
    /// <summary>Heading of the sheet.</summary>
    public const string Heading = "line_id,booked_on,kind,amount,currency,base_amount,reference,reverses";

    private int booked;

    /// <summary>Writes a line.</summary>
    /// <returns>The bank's own number of the line.</returns>
    public string Book(BankLine line)
    {
        var number = string.Create(CultureInfo.InvariantCulture, $"B-{++booked:00000}");
        sheet.Text(number);
        sheet.Day(line.Day);
        sheet.Text(line.Kind);
        sheet.Amount(line.Minor);
        sheet.Text("USD"u8);
        sheet.Empty();
        sheet.Text(line.Reference);
        sheet.Empty();
        sheet.EndRow();
        return number;
    }
}
