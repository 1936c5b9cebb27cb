using System.Globalization;

namespace Impact.Core.Rehearsal;

/// <summary>Writes what the payment processor books to the sheet <c>processor_report</c>: gifts, fees, returns and payouts.</summary>
/// <remarks>
/// Up to about fifty fees of a fund come without the gift's number, as happens in real reports. Each then stands on both sides alone,
/// and both are explained; their sum is 0.
/// </remarks>
/// <param name="sheet">The sheet.</param>
/// <param name="explanations">Where what is odd is explained.</param>
/// <param name="gifts">Gifts of the whole fund.</param>
internal sealed class ProcessorReportSheet(CsvSheet sheet, ExplanationSheet explanations, long gifts)
{
    /// <summary>Heading of the sheet.</summary>
    public const string Heading = "line_id,booked_on,kind,amount,currency,base_amount,reference,reverses";

    private const byte Digits = 9;
    private const int MostUnnamed = 50;
    private const int FewestBetween = 97;

    /// <summary>A fee without a number is noticed when the month's report is read.</summary>
    private const int NoticedAfter = 20;

    private readonly long between = Math.Max(FewestBetween, gifts / MostUnnamed);

    /// <summary>Writes a gift, its fee and what of it went back.</summary>
    public void Book(in RehearsalGift gift)
    {
        sheet.Numbered("TG-"u8, gift.Number, Digits);
        WriteMovement(gift.ClearedOn, "gift"u8, gift.Donor.Currency, (gift.Minor, gift.BaseMinor));
        EndWith(gift, isNamed: true);

        var isNamed = gift.Number % between != 1;
        sheet.Numbered("TF-"u8, gift.Number, Digits);
        WriteMovement(gift.ClearedOn, "processor_fee"u8, ForeignCurrencies.Base, (-gift.FeeMinor, -gift.FeeMinor));
        EndWith(gift, isNamed);
        if (!isNamed)
        {
            Explain(gift);
        }

        if (gift.Return.Kind != GiftReturnKind.None)
        {
            var kind = gift.Return.Kind == GiftReturnKind.Refund ? "gift_refund"u8 : "chargeback"u8;
            sheet.Numbered("TR-"u8, gift.Number, Digits);
            WriteMovement(gift.Return.Day, kind, gift.Donor.Currency, (-gift.Return.Minor, -gift.Return.BaseMinor));
            EndWith(gift, isNamed: true);
        }
    }

    /// <summary>Writes a payout to the bank, or what is drawn from it when below 0.</summary>
    public void PayOut(int day, string number, long minor)
    {
        sheet.Text($"TP-{number}");
        WriteMovement(day, "payout"u8, ForeignCurrencies.Base, (-minor, -minor));
        sheet.Text(number);
        sheet.Empty();
        sheet.EndRow();
    }

    private void WriteMovement(int day, ReadOnlySpan<byte> kind, int currency, (long Own, long Base) minor)
    {
        sheet.Day(day);
        sheet.Text(kind);
        sheet.Amount(minor.Own);
        sheet.Text(ForeignCurrencies.Codes[currency]);
        if (currency == ForeignCurrencies.Base)
        {
            sheet.Empty();
        }
        else
        {
            sheet.Amount(minor.Base);
        }
    }

    private void EndWith(in RehearsalGift gift, bool isNamed)
    {
        if (isNamed)
        {
            sheet.Token("txn_"u8, gift.Transaction);
        }
        else
        {
            sheet.Empty();
        }

        sheet.Empty();
        sheet.EndRow();
    }

    private void Explain(in RehearsalGift gift)
    {
        var day = gift.ClearedOn + NoticedAfter;
        var line = string.Create(CultureInfo.InvariantCulture, $"TF-{gift.Number:000000000}");
        explanations.Explain(new("processor", line, -gift.FeeMinor, "processor", "wrong_reference", day));
        var item = CsvSheet.TokenText("txn_", gift.Transaction);
        explanations.Explain(new("processor", item, gift.FeeMinor, "processor", "wrong_reference", day));
    }
}
