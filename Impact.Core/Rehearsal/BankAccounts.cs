using System.Globalization;

namespace Impact.Core.Rehearsal;

/// <summary>The fund's bank account, its account with the payment processor, and what is on its way between them.</summary>
/// <param name="sheet">The sheet <c>balances</c>.</param>
/// <param name="bankLines">What the bank books.</param>
/// <param name="processorLines">What the processor books.</param>
internal sealed class BankAccounts(CsvSheet sheet, BankStatementSheet bankLines, ProcessorReportSheet processorLines)
{
    /// <summary>Heading of the sheet <c>balances</c>.</summary>
    public const string Heading = "as_of,account,item,amount,currency";

    /// <summary>A payout is two days on its way.</summary>
    private const int PayoutDays = 2;

    private readonly List<InTransit> inTransit = [];
    private long bank;
    private long processor;

    /// <summary>What the bank holds, in cents.</summary>
    public long Bank => bank;

    /// <summary>Begins a day: what arrives, what the processor took in, and its payout on Mondays.</summary>
    public void Begin(int day, long processorChange)
    {
        foreach (var item in inTransit.Where(item => item.ArrivesOn <= day))
        {
            Move(item.Line with { Day = day });
        }

        inTransit.RemoveAll(item => item.ArrivesOn <= day);
        processor += processorChange;
        if (processor < 0)
        {
            // The processor draws what its account lacks from the bank.
            Move(new(day, processor, "payout", PayOut(day, "draw", processor)));
            processor = 0;
        }

        if (RehearsalCalendar.Date(day).DayOfWeek == DayOfWeek.Monday && processor > 0)
        {
            var payout = PayOut(day, "payout", processor);
            inTransit.Add(new(payout, new(day, processor, "payout", payout), day + PayoutDays));
            processor = 0;
        }
    }

    /// <summary>Moves an amount into the bank, or out of it when below 0.</summary>
    /// <returns>The bank's own number of the line.</returns>
    public string Move(BankLine line)
    {
        bank += line.Minor;
        return bankLines.Book(line);
    }

    /// <summary>Books an amount today that reaches or leaves the bank on a later day.</summary>
    public void MoveLater(string item, BankLine line, int day) => inTransit.Add(new(item, line, day));

    /// <summary>Writes the statements of a day.</summary>
    public void State(int day)
    {
        State(day, "bank", "main", bank);
        State(day, "processor", "cards", processor);
        foreach (var item in inTransit)
        {
            State(day, "in_transit", item.Item, item.Line.Minor);
        }
    }

    private string PayOut(int day, string word, long minor)
    {
        var date = RehearsalCalendar.Date(day).ToString("yyyy-MM-dd", CultureInfo.InvariantCulture);
        var number = $"{word}-{date}";
        processorLines.PayOut(day, number, minor);
        return number;
    }

    private void State(int day, string account, string item, long minor)
    {
        sheet.Day(day);
        sheet.Text(account);
        sheet.Text(item);
        sheet.Amount(minor);
        sheet.Text("USD"u8);
        sheet.EndRow();
    }

    private sealed record InTransit(string Item, BankLine Line, int ArrivesOn);
}
