namespace Impact.Core.Tests.Rehearsal;

/// <summary>Recomputes every rule of money from the files alone, in decimals, day by day: gates A, B and F3, signs, designations, pairs.</summary>
internal sealed class MoneyCheck
{
    private static readonly string[] Sources = ["gift", "interest", "other_income", "opening_balance"];
    private static readonly string[] Costs =
    [
        "gift_refund",
        "chargeback",
        "processor_fee",
        "platform_fee",
        "bank_charge",
        "fund_cost",
    ];

    private static readonly Dictionary<string, string[]> MayGet = new(StringComparer.Ordinal)
    {
        ["legal-help"] = ["XI-REHEARSAL-ORG-1", "XI-REHEARSAL-ORG-2"],
        ["food-and-rent"] = ["XI-REHEARSAL-ORG-4"],
        ["counselling"] = ["XI-REHEARSAL-ORG-5"],
    };

    private readonly List<string> faults = [];
    private readonly PlainBooks books;
    private readonly List<Movement> fund;
    private readonly List<Movement> partners;

    private MoneyCheck(PlainBooks books)
    {
        this.books = books;
        fund = [.. books["gifts"].Select(row => Movement.Of(row, "gift", ""))];
        var booked = books["fund_entries"].Where(row => row["kind"] is not "pledge");
        fund.AddRange(booked.Select(row => Movement.Of(row, row["kind"], row["organisation_id"])));
        partners = [.. books["partner_entries"].Select(row => Movement.Of(row, row["kind"], row["organisation_id"]))];
    }

    public static List<string> Faults(PlainBooks books)
    {
        var check = new MoneyCheck(books);
        check.Signs();
        check.Designations();
        check.GiftsAndTheirRows();
        check.Receipts();
        check.GateB();
        check.GateA();
        check.Spending();
        check.GateF3();
        return check.faults;
    }

    private void Signs()
    {
        foreach (var row in books["gifts"].Concat(books["fund_entries"]).Concat(books["partner_entries"]))
        {
            var isGift = row.Where.StartsWith("gifts", StringComparison.Ordinal);
            var mayBeBelow = !isGift && (row["kind"] is "allocation_change" || row["reverses"] is not "");
            if (row.BaseAmount == 0 || (row.BaseAmount < 0 && !mayBeBelow))
            {
                faults.Add($"{row.Where}: sign");
            }
        }

        var byNumber = books["partner_entries"]
            .ToDictionary(row => row["organisation_id"] + row["entry_id"], StringComparer.Ordinal);
        foreach (var row in books["partner_entries"].Where(row => row["reverses"] is not "" || row["reason"] is not ""))
        {
            var found = byNumber.TryGetValue(row["organisation_id"] + row["reverses"], out var taken);
            if (!found || row["reason"] is "" || taken!.BaseAmount != -row.BaseAmount || !taken.Shares("kind", row))
            {
                faults.Add($"{row.Where}: reversal");
            }
        }
    }

    private void Designations()
    {
        foreach (
            var row in books["fund_entries"]
                .Concat(books["partner_entries"])
                .Where(row => row["organisation_id"] is not "")
        )
        {
            if (
                MayGet.TryGetValue(row.Designation, out var may)
                && !may.Contains(row["organisation_id"], StringComparer.Ordinal)
            )
            {
                faults.Add($"{row.Where}: designation of another partner");
            }
        }

        string[] toPartners = ["allocation", "allocation_change", "disbursement", "return"];
        foreach (var row in books["fund_entries"])
        {
            if (toPartners.Contains(row["kind"], StringComparer.Ordinal) != row["organisation_id"] is not "")
            {
                faults.Add($"{row.Where}: organisation");
            }
        }
    }

    private void GiftsAndTheirRows()
    {
        var gifts = books["gifts"].ToDictionary(row => row["transaction_id"], StringComparer.Ordinal);
        var left = gifts.ToDictionary(pair => pair.Key, pair => pair.Value.BaseAmount, StringComparer.Ordinal);
        var fees = new HashSet<string>(StringComparer.Ordinal);
        foreach (
            var row in books["fund_entries"]
                .Where(row => row["kind"] is "gift_refund" or "chargeback" or "processor_fee")
        )
        {
            if (!gifts.TryGetValue(row["gift"], out var gift) || !gift.Shares("designation", row))
            {
                faults.Add($"{row.Where}: gift");
                continue;
            }

            if (row["kind"] is "processor_fee")
            {
                var fee = decimal.Round(gift.BaseAmount * 0.029m, 2, MidpointRounding.ToEven) + 0.30m;
                if (!fees.Add(row["gift"]) || row.BaseAmount != fee || !row.Shares("cleared_on", gift))
                {
                    faults.Add($"{row.Where}: fee");
                }

                continue;
            }

            left[row["gift"]] -= row.BaseAmount;
            if (
                left[row["gift"]] < 0
                || !row.Shares("currency", gift)
                || row.Day("cleared_on") < gift.Day("cleared_on")
            )
            {
                faults.Add($"{row.Where}: more than the gift");
            }
        }

        if (fees.Count != gifts.Count)
        {
            faults.Add($"fund_entries: {gifts.Count - fees.Count} gifts without a fee");
        }
    }

    /// <summary>How much is received is looked at by <see cref="SidesCheck"/>; here, that every receipt belongs to its transfer.</summary>
    private void Receipts()
    {
        var sent = books["fund_entries"]
            .Where(row => row["kind"] is "disbursement")
            .ToDictionary(row => row["entry_id"], StringComparer.Ordinal);
        foreach (var receipt in books["partner_entries"].Where(row => row["kind"] is "receipt"))
        {
            var isPair =
                sent.TryGetValue(receipt["disbursement"], out var row)
                && receipt.Shares("organisation_id", row)
                && receipt.Shares("designation", row)
                && receipt.Day("occurred_on") > row.Day("occurred_on");
            if (!isPair)
            {
                faults.Add($"{receipt.Where}: receipt");
            }
        }

        foreach (
            var found in SidesCheck.Faults(books).Where(fault => fault.StartsWith("receipt ", StringComparison.Ordinal))
        )
        {
            faults.Add($"{found}: receipt");
        }
    }

    private void GateB()
    {
        foreach (
            var rows in fund.GroupBy(row => row.Designation, StringComparer.Ordinal)
                .Select(rows => rows.ToList())
                .Append(fund)
        )
        {
            Lowest($"B {rows[0].Designation}", rows, row => FundChange(row) + Committed(row));
        }
    }

    private void GateA()
    {
        foreach (
            var rows in fund.Where(row => row.Organisation is not "")
                .GroupBy(row => (row.Organisation, row.Designation))
        )
        {
            Lowest(
                $"A {rows.Key}",
                rows,
                row => Sum(row, "allocation", "allocation_change", "return") - Sum(row, "disbursement")
            );
        }
    }

    private void Spending()
    {
        var returns = fund.Where(row => row.Kind is "return");
        foreach (var rows in partners.Concat(returns).GroupBy(row => (row.Organisation, row.Designation)))
        {
            var byOccurrence = rows.Select(row => row with { ClearedOn = row.OccurredOn });
            Lowest($"spending {rows.Key}", rows, Held);
            Lowest($"spending {rows.Key}", byOccurrence, Held);
        }
    }

    private void GateF3()
    {
        foreach (var statement in books["balances"].GroupBy(row => row.Day("as_of")))
        {
            var balance = fund.Where(row => row.ClearedOn <= statement.Key).Sum(FundChange);
            if (balance != statement.Sum(row => row.Decimal("amount")))
            {
                faults.Add($"F3 {statement.Key:yyyy-MM-dd}");
            }

            if (statement.Any(row => row["account"] is not "in_transit" && row.Decimal("amount") < 0))
            {
                faults.Add($"overdrawn {statement.Key:yyyy-MM-dd}");
            }
        }
    }

    private static decimal Held(Movement row) => Sum(row, "receipt") - Sum(row, "expenditure", "return");

    private static decimal FundChange(Movement row) =>
        Sum(row, Sources) + Sum(row, "return") - Sum(row, Costs) - Sum(row, "disbursement");

    /// <summary>Turns the change of the balance into the change of what is unallocated.</summary>
    private static decimal Committed(Movement row) =>
        Sum(row, "disbursement") - Sum(row, "return") - Sum(row, "allocation", "allocation_change");

    private static decimal Sum(Movement row, params string[] kinds) =>
        kinds.Contains(row.Kind, StringComparer.Ordinal) ? row.Amount : 0;

    /// <summary>Reports the first day at whose end the running sum is below zero.</summary>
    private void Lowest(string what, IEnumerable<Movement> rows, Func<Movement, decimal> change)
    {
        var sum = 0m;
        foreach (var day in rows.GroupBy(row => row.ClearedOn).OrderBy(day => day.Key))
        {
            sum += day.Sum(change);
            if (sum < 0)
            {
                faults.Add($"{what} {day.Key:yyyy-MM-dd}: {sum}");
                return;
            }
        }
    }

    private sealed record Movement(
        string Kind,
        string Organisation,
        string Designation,
        DateOnly ClearedOn,
        decimal Amount
    )
    {
        public DateOnly OccurredOn { get; init; }

        public static Movement Of(PlainRow row, string kind, string organisation) =>
            new(kind, organisation, row.Designation, row.Day("cleared_on"), row.BaseAmount)
            {
                OccurredOn = row.Day("occurred_on"),
            };
    }
}
