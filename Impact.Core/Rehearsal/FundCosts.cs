namespace Impact.Core.Rehearsal;

/// <summary>What running the fund costs and earns, at the end of months and quarters, and the promises it was made.</summary>
internal sealed class FundCosts
{
    private const int Thousand = 1000;
    private const int PlatformFeeThousandths = 5;
    private const int FundCostThousandths = 12;
    private const int OtherIncomeThousandths = 3;

    /// <summary>Interest of a month is 125 in 100,000 of what the bank holds.</summary>
    private const int InterestParts = 125;
    private const int InterestWhole = 100_000;

    /// <summary>The bank asks 35 dollars a month, and never more than a fiftieth of what is free.</summary>
    private const long BankCharge = 35_00;
    private const int BankChargeShare = 50;

    /// <summary>An invoice comes three days before it is paid.</summary>
    private const int InvoiceDays = 3;
    private const int MonthsPerQuarter = 3;

    private static readonly int OtherIncomeDay = RehearsalCalendar.Day(2020, 6, 10);

    /// <summary>A charge that the bank booked without the fund's number.</summary>
    private static readonly int UnnamedChargeDay = RehearsalCalendar.Day(2020, 9, 30);

    private readonly DailyFlows flows;
    private readonly Purse purse;
    private readonly BankAccounts accounts;
    private readonly CostSheets sheets;

    /// <summary>Costs are paid from the pool.</summary>
    public FundCosts(DailyFlows flows, Purse purse, BankAccounts accounts, CostSheets sheets)
    {
        this.flows = flows;
        this.purse = purse;
        this.accounts = accounts;
        this.sheets = sheets;
    }

    /// <summary>Books what falls on a day.</summary>
    public void On(int day)
    {
        if (day == OtherIncomeDay)
        {
            Earn("other_income", day, IntegerShares.HalfEven(flows.Gross * OtherIncomeThousandths, Thousand));
        }

        if (!RehearsalCalendar.IsMonthEnd(day))
        {
            return;
        }

        var month = RehearsalCalendar.Month(day);
        Earn("interest", day, IntegerShares.HalfEven(accounts.Bank * InterestParts, InterestWhole));
        Spend("platform_fee", day, Share(flows.GrossOfMonth(month), PlatformFeeThousandths), 2);
        Spend("bank_charge", day, BankCharge, BankChargeShare);
        if (RehearsalCalendar.IsQuarterEnd(day))
        {
            var quarter = Enumerable
                .Range(0, MonthsPerQuarter)
                .Where(back => month >= back)
                .Sum(back => flows.GrossOfMonth(month - back));
            Spend("fund_cost", day, Share(quarter, FundCostThousandths), 2);
        }
    }

    private static long Share(long minor, int thousandths) => IntegerShares.HalfEven(minor * thousandths, Thousand);

    private void Earn(string kind, int day, long minor)
    {
        if (minor > 0)
        {
            var number = sheets.Entries.Book(new(kind, day, minor));
            accounts.Move(new(day, minor, kind == "interest" ? kind : "other", number));
            purse.Commit(RehearsalDescription.Pool, -minor);
        }
    }

    /// <summary>Pays a cost, but never more than one part in so many of what the pool has free.</summary>
    private void Spend(string kind, int day, long asked, int partOfFree)
    {
        var minor = Math.Min(asked, purse.Available(RehearsalDescription.Pool, day) / partOfFree);
        if (minor > 0)
        {
            var number = sheets.Entries.Book(new(kind, day - InvoiceDays, minor) { ClearedOn = day });
            var line = new BankLine(day, -minor, kind == "bank_charge" ? "fee" : "payment", number);
            if (kind == "bank_charge" && day == UnnamedChargeDay)
            {
                BookUnnamed(line);
            }
            else
            {
                accounts.Move(line);
            }

            purse.Commit(RehearsalDescription.Pool, minor);
        }
    }

    /// <summary>The bank took its charge and named nothing: the line and the entry do not find each other, and both are explained.</summary>
    private void BookUnnamed(BankLine line)
    {
        var found = accounts.Move(line with { Reference = string.Empty });
        var noticed = line.Day + InvoiceDays;
        sheets.Explanations.Explain(new("bank", found, line.Minor, "bank", "wrong_reference", noticed));
        sheets.Explanations.Explain(new("bank", line.Reference, -line.Minor, "bank", "wrong_reference", noticed));
    }
}

/// <summary>The sheets that costs are written to.</summary>
/// <param name="Entries">The fund's own entries.</param>
/// <param name="Explanations">Why the bank differs.</param>
internal sealed record CostSheets(FundEntrySheet Entries, ExplanationSheet Explanations);
