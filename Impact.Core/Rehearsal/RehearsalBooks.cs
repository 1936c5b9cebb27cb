namespace Impact.Core.Rehearsal;

/// <summary>Lives the fund's books day by day, from the money of its gifts.</summary>
internal static class RehearsalBooks
{
    /// <summary>Writes every entry that is not a gift, a fee or a refund, and the statements of each month's end.</summary>
    public static void Write(RehearsalOptions options, DailyFlows flows, BookSheets sheets)
    {
        var fund = new FundEntrySheet(sheets.FundEntries);
        var purse = new Purse(flows);
        var accounts = new BankAccounts(sheets.Balances);
        var partners = new PartnerBooks(options.Seed, new PartnerEntrySheet(sheets.PartnerEntries));
        var transfers = new Transfers(options.Seed, accounts, partners, fund);
        var board = new Board(options.Seed, purse, transfers, partners, fund);
        var costs = new FundCosts(flows, purse, accounts, fund);
        var pledges = new Pledges(options, fund);
        for (var day = 0; day < RehearsalCalendar.Days; day++)
        {
            accounts.Begin(day, flows.ProcessorChange(day));
            pledges.On(day);
            transfers.On(day);
            partners.On(day);
            board.On(day);
            costs.On(day);
            if (RehearsalCalendar.IsMonthEnd(day))
            {
                accounts.State(day);
            }
        }
    }
}

/// <summary>The sheets that the books are written to.</summary>
internal sealed record BookSheets(CsvSheet FundEntries, CsvSheet PartnerEntries, CsvSheet Balances);
