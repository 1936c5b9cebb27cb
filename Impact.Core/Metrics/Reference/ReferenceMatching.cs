using Impact.Core.Metrics.Register;

namespace Impact.Core.Metrics.Reference;

/// <summary>One item on which two sides were compared.</summary>
internal sealed record ReferencePair(string Match, string Flow, string Item, DateOnly FirstDay, string Difference)
{
    /// <summary>The partner, or null.</summary>
    public string? Organisation { get; init; }

    /// <summary>The other side less the fund's, minor units.</summary>
    public long AmountMinor { get; init; }

    /// <summary>Days from the transfer to its first receipt, or null.</summary>
    public long? LagDays { get; init; }
}

/// <summary>Compares both sides item by item, with dictionaries and loops.</summary>
internal sealed class ReferenceMatching(ReferenceLedger ledger)
{
    private static readonly string[] OfProcessor = ["gift", "gift_refund", "chargeback", "processor_fee"];

    private static readonly string[] OfBank =
    [
        "disbursement",
        "return",
        "interest",
        "other_income",
        "bank_charge",
        "platform_fee",
        "fund_cost",
    ];

    private readonly List<ReferenceAccountLine> _lines =
    [
        .. ledger.Books.AccountLines.Where(line =>
            line.Batch <= ledger.Scope.LastBatch && line.BookedOn <= ledger.Scope.StatementDay
        ),
    ];

    /// <summary>Every pair of the told matches, settled ones too.</summary>
    public IEnumerable<ReferencePair> Pairs()
    {
        var told = MatchTables.ToldBy(ledger.ToldKinds);
        return Receipts()
            .Concat(Accounts())
            .Concat(Balances())
            .Where(pair => told.Contains(pair.Match, StringComparer.Ordinal));
    }

    private IEnumerable<ReferencePair> Receipts()
    {
        var sent = Standing("disbursement");
        var receipts = Standing("receipt");
        foreach (var one in sent)
        {
            var own = receipts.Where(receipt => receipt.Org == one.Org && Named(receipt) == one.Number).ToList();
            var difference = own.Count switch
            {
                0 => "missing_receipt",
                > 1 => "several_receipts",
                _ => own[0].Minor == one.Minor ? "settled" : "amount_differs",
            };
            yield return new("receipt", "disbursement", one.Number, one.Cleared, difference)
            {
                Organisation = one.Org,
                AmountMinor = own.Sum(receipt => receipt.Minor) - one.Minor,
                LagDays =
                    own.Count == 0 ? null : own.Min(receipt => receipt.Occurred).DayNumber - one.Occurred.DayNumber,
            };
        }

        foreach (var receipt in receipts)
        {
            if (!sent.Any(one => one.Org == receipt.Org && one.Number == Named(receipt)))
            {
                yield return new(
                    "receipt",
                    "disbursement",
                    receipt.Number,
                    receipt.Cleared,
                    "receipt_without_disbursement"
                )
                {
                    Organisation = receipt.Org,
                    AmountMinor = receipt.Minor,
                };
            }
        }
    }

    /// <summary>Partners whose spending and returns are more than they were sent, since the first quarter of those that end so.</summary>
    private IEnumerable<ReferencePair> Balances()
    {
        var moved = ledger.Closed.Where(entry =>
            entry is { Organisation: not null, Kind: "opening_balance" or "disbursement" or "return" or "expenditure" }
        );
        foreach (var own in moved.GroupBy(entry => entry.Organisation!, StringComparer.Ordinal))
        {
            var (beyond, since) = (0L, (DateOnly?)null);
            foreach (var quarter in own.GroupBy(ReferenceFlows.Quarter).OrderBy(quarter => quarter.Key))
            {
                beyond += quarter.Sum(entry =>
                    entry.Kind is "return" or "expenditure" ? entry.BaseMinor : -entry.BaseMinor
                );
                since = beyond <= 0 ? null : since ?? quarter.Key;
            }

            if (since is { } first)
            {
                yield return new("partner_balance", "spending", own.Key, first, "spent_beyond_sent")
                {
                    Organisation = own.Key,
                    AmountMinor = beyond,
                };
            }
        }
    }

    private static string Named(StandingEntry receipt) => receipt.RefersTo ?? string.Empty;

    /// <summary>What is left of each entry of a kind after its reversals.</summary>
    private List<StandingEntry> Standing(string kind) =>
        [
            .. ledger
                .Closed.Where(entry => entry.Kind == kind)
                .GroupBy(entry => (entry.Organisation, Number: entry.Reverses ?? entry.SourceId))
                .Select(group => new StandingEntry(
                    group.Key.Organisation,
                    group.Key.Number,
                    group.Sum(entry => entry.BaseMinor),
                    group.Min(entry => entry.ClearedOn!.Value),
                    group.Min(entry => entry.OccurredOn),
                    group.Select(entry => entry.RefersTo).FirstOrDefault(named => named is not null)
                ))
                .Where(entry => entry.Minor != 0),
        ];

    private IEnumerable<ReferencePair> Accounts()
    {
        var pairs = new Dictionary<(string Match, string Subject, string Item), AccountPair>();
        foreach (var entry in ledger.Closed)
        {
            Add(pairs, entry);
        }

        var payouts = _lines
            .Where(line => line is { Account: "processor", Kind: "payout" })
            .Select(Reference)
            .ToHashSet();
        foreach (var line in _lines)
        {
            Add(pairs, line, payouts);
        }

        var begun = new Dictionary<string, DateOnly?>(StringComparer.Ordinal)
        {
            ["processor"] = First("processor"),
            ["bank"] = First("bank"),
        };
        DateOnly?[] both = [begun["processor"], begun["bank"]];
        begun["payout"] = both.Max();
        return pairs
            .Where(pair => pair.Value.HasBoth || begun[pair.Key.Match] is not { } day || pair.Value.Day >= day)
            .Select(pair => pair.Value.ToPair(pair.Key.Match, pair.Key.Item));
    }

    private DateOnly? First(string account) =>
        _lines.Where(line => line.Account == account).Min(line => (DateOnly?)line.BookedOn);

    private static string Reference(ReferenceAccountLine line) => line.RefersTo ?? line.Reverses ?? line.SourceId;

    private static void Add(Dictionary<(string, string, string), AccountPair> pairs, ReferenceEntry entry)
    {
        var own = entry.Reverses ?? entry.SourceId;
        var comesIn = entry.Kind is "gift" or "return" or "interest" or "other_income";
        if (OfProcessor.Contains(entry.Kind, StringComparer.Ordinal))
        {
            var item = entry.Kind == "gift" ? own : entry.RefersTo ?? own;
            Pair(pairs, ("processor", entry.Kind, item)).Own(entry, comesIn);
        }
        else if (OfBank.Contains(entry.Kind, StringComparer.Ordinal))
        {
            Pair(pairs, ("bank", string.Empty, own)).Own(entry, comesIn);
        }
    }

    private static void Add(
        Dictionary<(string, string, string), AccountPair> pairs,
        ReferenceAccountLine line,
        HashSet<string> payouts
    )
    {
        var item = Reference(line);
        var isGift = line.Kind is not null && OfProcessor.Contains(line.Kind, StringComparer.Ordinal);
        if (line is { Account: "processor", Kind: "payout" })
        {
            Pair(pairs, ("payout", string.Empty, item)).Own("payout", null, -line.BaseMinor, line.BookedOn);
        }
        else if (isGift || line.Account == "processor")
        {
            Pair(pairs, ("processor", line.Kind ?? "other", item)).Other(line);
        }
        else
        {
            var match = line.Kind == "payout" || payouts.Contains(item) ? "payout" : "bank";
            Pair(pairs, (match, string.Empty, item)).Other(line);
        }
    }

    private static AccountPair Pair(
        Dictionary<(string, string, string), AccountPair> pairs,
        (string, string, string) key
    )
    {
        if (!pairs.TryGetValue(key, out var pair))
        {
            pairs[key] = pair = new AccountPair();
        }

        return pair;
    }

    private sealed record StandingEntry(
        string? Org,
        string Number,
        long Minor,
        DateOnly Cleared,
        DateOnly Occurred,
        string? RefersTo
    );
}
