namespace Impact.Core.Rehearsal;

/// <summary>In what a receipt may differ from its transfer; each is explained, and together they show a register at work.</summary>
internal enum ReceiptOddity
{
    /// <summary>In nothing.</summary>
    None,

    /// <summary>A bank on the way kept a fee.</summary>
    FeeTaken,

    /// <summary>The money came in two parts.</summary>
    InParts,

    /// <summary>Another amount was typed, taken back and booked anew in the next quarter.</summary>
    Mistyped,
}

/// <summary>A transfer on its way to a partner.</summary>
/// <param name="Grant">Whose, and of which designation.</param>
/// <param name="Day">Day it is confirmed.</param>
/// <param name="Minor">Cents.</param>
/// <param name="Disbursement">Number of the fund's entry.</param>
internal sealed record ExpectedReceipt(Grant Grant, int Day, long Minor, string Disbursement)
{
    /// <summary>In what the receipt will differ.</summary>
    public ReceiptOddity Oddity { get; init; }
}

/// <summary>Partners' receipts of transfers, a few of which differ.</summary>
internal sealed class PartnerReceipts(PartnerEntrySheet sheet, ExplanationSheet explanations)
{
    private const long BankFee = 15_00;
    private const long Mistyped = 9_00;

    /// <summary>A transfer must be a hundred times the fee, so that a small fund has no odd receipts.</summary>
    private const long SmallestOdd = 100 * BankFee;

    /// <summary>The second part comes two days after the first.</summary>
    private const int PartDays = 2;
    private const int ExplainedAfter = 7;

    private static readonly int MendedOn = RehearsalCalendar.Day(2020, 1, 15);

    private readonly List<ExpectedReceipt> expected = [];
    private readonly List<(PartnerEntry Wrong, string Number, long Right)> mistyped = [];

    /// <summary>Notes a transfer that will be confirmed.</summary>
    public void Expect(ExpectedReceipt receipt) => expected.Add(receipt);

    /// <summary>Books what is confirmed or mended on a day.</summary>
    /// <returns>What came in.</returns>
    public IReadOnlyList<(Grant Grant, long Minor)> On(int day)
    {
        var today = expected.Where(receipt => receipt.Day == day).ToList();
        expected.RemoveAll(receipt => receipt.Day <= day);
        if (day == MendedOn)
        {
            Mend(day);
        }

        return [.. today.Select(receipt => (receipt.Grant, Receive(receipt)))];
    }

    private long Receive(ExpectedReceipt receipt)
    {
        var row = Row(receipt);
        switch (receipt.Minor < SmallestOdd ? ReceiptOddity.None : receipt.Oddity)
        {
            case ReceiptOddity.FeeTaken:
                sheet.Book(row with { Minor = receipt.Minor - BankFee });
                Explain(receipt, -BankFee, "bank", "bank_fee");
                return receipt.Minor - BankFee;
            case ReceiptOddity.InParts:
                var first = receipt.Minor / 2;
                sheet.Book(row with { Minor = first });
                Expect(new(receipt.Grant, receipt.Day + PartDays, receipt.Minor - first, receipt.Disbursement));
                Explain(receipt, 0, "partner", "paid_in_parts");
                return first;
            case ReceiptOddity.Mistyped:
                var wrong = row with { Minor = receipt.Minor + Mistyped };
                mistyped.Add((wrong, sheet.Book(wrong), receipt.Minor));
                Explain(receipt, Mistyped, "partner", "booking_error");
                return receipt.Minor;
            default:
                sheet.Book(row);
                return receipt.Minor;
        }
    }

    private static PartnerEntry Row(ExpectedReceipt receipt) =>
        new(receipt.Grant.Partner, "receipt", receipt.Day, receipt.Minor)
        {
            Designation = receipt.Grant.Designation,
            Disbursement = receipt.Disbursement,
        };

    private void Mend(int day)
    {
        foreach (var (wrong, number, right) in mistyped)
        {
            var row = wrong with { Day = day, ClearedOn = day };
            sheet.Book(row with { Minor = -wrong.Minor, Reverses = number, Reason = "EDIT" });
            sheet.Book(row with { Minor = right });
        }
    }

    private void Explain(ExpectedReceipt receipt, long minor, string owner, string code) =>
        explanations.Explain(new("receipt", receipt.Disbursement, minor, owner, code, receipt.Day + ExplainedAfter));
}
