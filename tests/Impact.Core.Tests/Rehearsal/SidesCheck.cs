using System.Globalization;

namespace Impact.Core.Tests.Rehearsal;

/// <summary>Compares the books with the processor's report, the bank statement and receipts, from the files alone: what differs must be explained, or be days old.</summary>
internal static class SidesCheck
{
    private static readonly DateOnly Last = new(2020, 12, 31);

    public static List<string> Faults(PlainBooks books) =>
        [.. Unexplained(books).Select(found => $"{found.Match} {found.Item}: {found.Amount}"), .. Idle(books)];

    /// <summary>Each difference of the fund, by match, item and amount.</summary>
    public static List<Difference> Differences(PlainBooks books) =>
        [.. Receipts(books), .. Processor(books), .. Bank(books), .. Payouts(books)];

    private static IEnumerable<Difference> Unexplained(PlainBooks books)
    {
        var explained = Explained(books).ToHashSet(StringComparer.Ordinal);
        return Differences(books)
            .Where(found => !explained.Contains(found.Key) && Last.DayNumber - found.Day.DayNumber > 5);
    }

    /// <summary>An explanation that explains nothing was written for a difference that is not there; a mended one was.</summary>
    private static IEnumerable<string> Idle(PlainBooks books)
    {
        var found = Differences(books).Select(found => found.Key).ToHashSet(StringComparer.Ordinal);
        return Explained(books)
            .Where(key => !found.Contains(key) && !key.EndsWith(" 9.00", StringComparison.Ordinal))
            .Select(key => $"{key} explains nothing");
    }

    private static IEnumerable<string> Explained(PlainBooks books) =>
        books["explanations"].Select(row => $"{row["match"]} {row["item"]} {row["amount"]}");

    private static IEnumerable<Difference> Receipts(PlainBooks books)
    {
        var receipts = books["partner_entries"]
            .Where(row => row["kind"] is "receipt")
            .ToLookup(row => row["disbursement"], StringComparer.Ordinal);
        foreach (var row in books["fund_entries"].Where(row => row["kind"] is "disbursement"))
        {
            var lines = receipts[row["entry_id"]].ToList();
            var live = lines
                .GroupBy(line => line["reverses"] is "" ? line["entry_id"] : line["reverses"], StringComparer.Ordinal)
                .Count(group => group.Sum(line => line.BaseAmount) != 0);
            var amount = lines.Sum(line => line.BaseAmount) - row.BaseAmount;
            if (amount != 0 || live != 1)
            {
                yield return new("receipt", row["entry_id"], amount, row.Day("cleared_on"));
            }
        }
    }

    private static IEnumerable<Difference> Processor(PlainBooks books)
    {
        string[] kinds = ["gift_refund", "chargeback", "processor_fee"];
        var own = books["gifts"]
            .Select(row => new Side("gift", row["transaction_id"], row.BaseAmount, row.Day("cleared_on")))
            .Concat(
                books["fund_entries"]
                    .Where(row => kinds.Contains(row["kind"], StringComparer.Ordinal))
                    .Select(row => new Side(row["kind"], row["gift"], -row.BaseAmount, row.Day("cleared_on")))
            );
        var other = books["processor_report"].Where(row => row["kind"] is not "payout").Select(Line);
        return Pairs("processor", own, other);
    }

    private static IEnumerable<Difference> Bank(PlainBooks books)
    {
        string[] plus = ["interest", "other_income", "return"];
        string[] minus = ["disbursement", "bank_charge", "platform_fee", "fund_cost"];
        var own = books["fund_entries"]
            .Where(row => plus.Concat(minus).Contains(row["kind"], StringComparer.Ordinal))
            .Select(row => new Side(
                "",
                row["entry_id"],
                plus.Contains(row["kind"], StringComparer.Ordinal) ? row.BaseAmount : -row.BaseAmount,
                row.Day("cleared_on")
            ));
        var other = books["bank_statement"]
            .Where(row => row["kind"] is not "payout")
            .Select(row => Line(row) with { Kind = "" });
        return Pairs("bank", own, other);
    }

    private static IEnumerable<Difference> Payouts(PlainBooks books)
    {
        var own = books["processor_report"]
            .Where(row => row["kind"] is "payout")
            .Select(row => Line(row) with { Amount = -row.BaseAmount });
        return Pairs("payout", own, books["bank_statement"].Where(row => row["kind"] is "payout").Select(Line));
    }

    private static Side Line(PlainRow row) =>
        new(
            row["kind"],
            row["reference"] is "" ? row["line_id"] : row["reference"],
            row.BaseAmount,
            row.Day("booked_on")
        );

    private static IEnumerable<Difference> Pairs(string match, IEnumerable<Side> own, IEnumerable<Side> other) =>
        own.Select(side => side with { Amount = -side.Amount })
            .Concat(other)
            .GroupBy(side => (side.Kind, side.Item))
            .Select(pair => new Difference(
                match,
                pair.Key.Item,
                pair.Sum(side => side.Amount),
                pair.Min(side => side.Day)
            ))
            .Where(pair => pair.Amount != 0);

    /// <summary>One difference, the other side less the fund's.</summary>
    internal sealed record Difference(string Match, string Item, decimal Amount, DateOnly Day)
    {
        public string Key => $"{Match} {Item} {Amount.ToString("0.00", CultureInfo.InvariantCulture)}";
    }

    private sealed record Side(string Kind, string Item, decimal Amount, DateOnly Day);
}
