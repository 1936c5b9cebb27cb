using System.Text;

namespace Impact.Core.Rehearsal;

/// <summary>Writes gifts as rows of the sheet <c>gifts</c>, and their fees, refunds and chargebacks as rows of <c>fund_entries</c>.</summary>
internal static class GiftSheets
{
    /// <summary>Heading of the sheet <c>gifts</c>.</summary>
    public const string GiftHeading =
        "transaction_id,donor,giver_kind,giver_name,occurred_on,cleared_on,amount,currency,base_amount,designation,region,recurring";

    /// <summary>Whether to go on is asked every 65,536 gifts.</summary>
    private const long AskEvery = 1 << 16;

    /// <summary>A hundred million gifts have nine digits.</summary>
    private const byte Digits = 9;

    private static readonly byte[][] GiverNames = [.. RehearsalCast.Givers.Select(Encoding.UTF8.GetBytes)];

    /// <summary>Writes all gifts of a fund.</summary>
    /// <param name="options">The fund.</param>
    /// <param name="gifts">The sheet <c>gifts</c>.</param>
    /// <param name="books">Where fees, refunds and the processor's own lines go, or null for gifts alone.</param>
    /// <param name="stop">Asks to stop.</param>
    /// <returns>The money of the gifts by day.</returns>
    public static DailyFlows Write(RehearsalOptions options, CsvSheet gifts, BookSheets? books, CancellationToken stop)
    {
        var flows = new DailyFlows();
        var stream = new RehearsalGifts(options);
        while (stream.Read())
        {
            ref readonly var gift = ref stream.Current;
            WriteGift(gifts, gift);
            if (books is not null)
            {
                flows.Add(gift);
                WriteFee(books.FundEntries, gift);
                WriteReturn(books.FundEntries, gift);
                books.ProcessorReport.Book(gift);
            }

            if (gift.Number % AskEvery == 0)
            {
                stop.ThrowIfCancellationRequested();
            }
        }

        return flows;
    }

    /// <summary>Empty for the pool, as the layout has it.</summary>
    public static ReadOnlySpan<byte> DesignationCell(int designation) =>
        designation switch
        {
            RehearsalDescription.Pool => default,
            RehearsalDescription.LegalHelp => "legal-help"u8,
            RehearsalDescription.FoodAndRent => "food-and-rent"u8,
            _ => "counselling"u8,
        };

    private static void WriteGift(CsvSheet sheet, in RehearsalGift gift)
    {
        WriteTransaction(sheet, gift.Transaction);
        if (gift.Donor.ByEmail)
        {
            sheet.Token("giver."u8, gift.Donor.Token, "@example.org"u8);
        }
        else
        {
            sheet.Token("cus_"u8, gift.Donor.Token);
        }

        sheet.Text(gift.Organisation < 0 ? "individual"u8 : "organisation"u8);
        sheet.Text(gift.Organisation < 0 ? default : GiverNames[gift.Organisation]);
        sheet.Day(gift.OccurredOn);
        sheet.Day(gift.ClearedOn);
        WriteAmount(sheet, gift.Donor.Currency, gift.Minor, gift.BaseMinor);
        sheet.Text(DesignationCell(gift.Designation));
        sheet.Text(Donors.Regions[gift.Donor.Region]);
        sheet.Text(gift.Recurring ? "yes"u8 : "no"u8);
        sheet.EndRow();
    }

    private static void WriteFee(CsvSheet sheet, in RehearsalGift gift)
    {
        sheet.Numbered("PF-"u8, gift.Number, Digits);
        sheet.Text("processor_fee"u8);
        sheet.Day(gift.ClearedOn);
        sheet.Day(gift.ClearedOn);
        WriteAmount(sheet, ForeignCurrencies.Base, gift.FeeMinor, gift.FeeMinor);
        WriteGiftReference(sheet, gift);
    }

    private static void WriteReturn(CsvSheet sheet, in RehearsalGift gift)
    {
        var back = gift.Return;
        if (back.Kind == GiftReturnKind.None)
        {
            return;
        }

        sheet.Numbered("GR-"u8, gift.Number, Digits);
        sheet.Text(back.Kind == GiftReturnKind.Refund ? "gift_refund"u8 : "chargeback"u8);
        sheet.Day(back.Day);
        sheet.Day(back.Day);
        WriteAmount(sheet, gift.Donor.Currency, back.Minor, back.BaseMinor);
        WriteGiftReference(sheet, gift);
    }

    private static void WriteGiftReference(CsvSheet sheet, in RehearsalGift gift)
    {
        sheet.Empty();
        sheet.Text(DesignationCell(gift.Designation));
        WriteTransaction(sheet, gift.Transaction);
        sheet.Empty(2);
        sheet.EndRow();
    }

    private static void WriteTransaction(CsvSheet sheet, ulong transaction) => sheet.Token("txn_"u8, transaction);

    private static void WriteAmount(CsvSheet sheet, int currency, long minor, long baseMinor)
    {
        sheet.Amount(minor);
        sheet.Text(ForeignCurrencies.Codes[currency]);
        if (currency == ForeignCurrencies.Base)
        {
            sheet.Empty();
        }
        else
        {
            sheet.Amount(baseMinor);
        }
    }
}
