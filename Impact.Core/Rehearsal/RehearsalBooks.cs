namespace Impact.Core.Rehearsal;

/// <summary>Lives the fund's books day by day, from the money of its gifts.</summary>
internal static class RehearsalBooks
{
    /// <summary>Writes every entry that is not a gift, a fee or a refund, and the statements of each month's end.</summary>
    public static void Write(RehearsalOptions options, DailyFlows flows, BookSheets sheets)
    {
        var fund = new FundEntrySheet(sheets.FundEntries);
        var purse = new Purse(flows);
        var accounts = new BankAccounts(sheets.Balances, sheets.BankStatement, sheets.ProcessorReport);
        var partners = new PartnerBooks(options.Seed, new(sheets.PartnerEntries), sheets.Explanations);
        var transfers = new Transfers(options.Seed, accounts, partners, fund);
        var board = new Board(options.Seed, purse, transfers, partners, fund);
        var costs = new FundCosts(flows, purse, accounts, new(fund, sheets.Explanations));
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

/// <summary>The sheets that the books are written to, and what the other sides say of them.</summary>
/// <param name="FundEntries">The fund's own entries.</param>
/// <param name="PartnerEntries">Partners' entries.</param>
/// <param name="Balances">What bank and processor state.</param>
/// <param name="ProcessorReport">What the processor booked.</param>
/// <param name="BankStatement">What the bank booked.</param>
/// <param name="Explanations">Why they differ.</param>
internal sealed record BookSheets(
    CsvSheet FundEntries,
    CsvSheet PartnerEntries,
    CsvSheet Balances,
    ProcessorReportSheet ProcessorReport,
    BankStatementSheet BankStatement,
    ExplanationSheet Explanations
);
