using Impact.Core.Intake;
using Impact.Core.Quantities;

namespace Impact.Core.Ledger;

/// <summary>Reads the rates of a ledger into the book that a load converts by.</summary>
internal static class RateShelf
{
    /// <summary>The rates to a fund's currency, by day; of one currency and day the first one loaded counts.</summary>
    public static IReadOnlyList<BookRate> Read(ILedgerEngine ledger, string currency) =>
        ledger.Query("rate_book", SqlText.Of("Ledger", "rate_book"), Rate, ("currency", currency));

    /// <summary>Hands the book to the engine.</summary>
    /// <returns>The slot it lies in until it is disposed; null when the ledger holds no rate, so that nothing is asked for one.</returns>
    public static EngineSlot? Take(LedgerStore ledger, string currency)
    {
        const string any = "SELECT count(*) AS rates FROM rate";
        if (ledger.Query("any rate", any, row => row.Integer("rates")).Single() == 0)
        {
            return null;
        }

        var book = new RateBook(Currency.Parse(currency), Read(ledger, currency));
        return book.IsEmpty ? null : RateFunctions.Register(ledger.Connection, book);
    }

    private static BookRate Rate(LedgerRow row) =>
        new(
            row.Text("currency")!,
            row.Day("day")!.Value.DayNumber - DateOnly.FromDateTime(DateTime.UnixEpoch).DayNumber,
            new(row.Integer("from_unscaled"), (int)row.Integer("from_decimals")),
            new(row.Integer("to_unscaled"), (int)row.Integer("to_decimals")),
            (int)row.Integer("batch_id"),
            row.Integer("line")
        );
}
