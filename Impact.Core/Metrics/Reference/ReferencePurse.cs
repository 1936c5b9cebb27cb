namespace Impact.Core.Metrics.Reference;

/// <summary>The fund's own money kept apart by designation, carried from day to day as a treasurer would.</summary>
/// <remarks>On each day money comes in, payments go out, and then refunds, chargebacks and fees are charged; the pool advances what a designation cannot bear.</remarks>
internal sealed class ReferencePurse
{
    private const string Pool = "pool";

    private static readonly string[] Sources = ["gift", "interest", "other_income", "opening_balance"];
    private static readonly string[] Fees = ["processor_fee", "platform_fee", "bank_charge"];
    private static readonly string[] Charges = [.. Fees, "gift_refund", "chargeback"];
    private static readonly string[] Payments = ["disbursement", "fund_cost"];

    private readonly ReferenceLedger _ledger;
    private readonly Dictionary<string, long> _held = new(StringComparer.Ordinal);

    /// <summary>Carries a ledger's money through its days.</summary>
    public ReferencePurse(ReferenceLedger ledger)
    {
        _ledger = ledger;
        var moves = ledger.Cleared.Select(Move).OfType<Moved>().ToList();
        Designations = [.. moves.Select(move => move.Designation).Distinct(StringComparer.Ordinal)];
        foreach (var day in moves.GroupBy(move => move.Day).OrderBy(day => day.Key))
        {
            Carry([.. day]);
        }

        foreach (var move in moves)
        {
            Free[move.Designation] = Free.GetValueOrDefault(move.Designation) + move.Free;
        }
    }

    /// <summary>Designations of which any money moved.</summary>
    public IReadOnlyList<string> Designations { get; }

    /// <summary>What each designation paid out beyond what it held, over all days; for the pool the worst day on which it paid with designated money.</summary>
    public Dictionary<string, long> Short { get; } = new(StringComparer.Ordinal);

    /// <summary>What the pool advanced for each designation.</summary>
    public Dictionary<string, long> Advanced { get; } = new(StringComparer.Ordinal);

    /// <summary>Sources less costs of each designation: what may be allocated, before advances.</summary>
    public Dictionary<string, long> Free { get; } = new(StringComparer.Ordinal);

    /// <summary>What the pool holds at the end; below 0 when it is short.</summary>
    public long PoolLeft { get; private set; }

    private void Carry(IReadOnlyList<Moved> day)
    {
        var advances = 0L;
        foreach (var own in day.Where(move => move.Designation != Pool).GroupBy(move => move.Designation))
        {
            var (came, sent, charged) = (
                own.Sum(one => one.Came),
                own.Sum(one => one.Sent),
                own.Sum(one => one.Charged)
            );
            var before = _held.GetValueOrDefault(own.Key);
            var left = Math.Max(0, before + came - sent);
            var advance = Math.Max(0, charged - left);
            Short[own.Key] = Short.GetValueOrDefault(own.Key) + Math.Max(0, sent - came - before);
            Advanced[own.Key] = Advanced.GetValueOrDefault(own.Key) + advance;
            _held[own.Key] = Math.Max(0, before + came - sent - charged);
            advances += advance;
        }

        var pool = day.Where(move => move.Designation == Pool).ToList();
        var paid = pool.Sum(move => move.Sent);
        PoolLeft += pool.Sum(move => move.Came) - paid;
        var borrowed = Math.Min(Math.Min(paid, -PoolLeft), _held.Values.Sum());
        Short[Pool] = Math.Max(Short.GetValueOrDefault(Pool), borrowed);
        PoolLeft -= pool.Sum(move => move.Charged) + advances;
    }

    private Moved? Move(ReferenceEntry entry)
    {
        var day = entry.ClearedOn!.Value;
        var isFunds = entry.Kind != "opening_balance" || entry.Organisation is null;
        if (entry.Kind == "return" || (Sources.Contains(entry.Kind, StringComparer.Ordinal) && isFunds))
        {
            var free = entry.Kind == "return" ? 0 : entry.BaseMinor;
            return entry.Reverses is null
                ? new(entry.Designation, day) { Came = entry.BaseMinor, Free = free }
                : new(entry.Designation, day) { Charged = -entry.BaseMinor, Free = free };
        }

        var original = OriginalOf(entry);
        day = original?.ClearedOn < day ? original.ClearedOn.Value : day;
        if (Payments.Contains(entry.Kind, StringComparer.Ordinal))
        {
            var free = entry.Kind == "fund_cost" ? -entry.BaseMinor : 0;
            return new(entry.Designation, day) { Sent = entry.BaseMinor, Free = free };
        }

        var isPools = Fees.Contains(entry.Kind, StringComparer.Ordinal) && Named(entry) is null;
        return Charges.Contains(entry.Kind, StringComparer.Ordinal)
            ? new(isPools ? Pool : entry.Designation, day) { Charged = entry.BaseMinor, Free = -entry.BaseMinor }
            : null;
    }

    /// <summary>The gift that a fee names, or that the fee names which it takes back.</summary>
    private string? Named(ReferenceEntry fee) =>
        fee.RefersTo ?? OriginalsOf(fee).Select(one => one.RefersTo).FirstOrDefault(named => named is not null);

    private ReferenceEntry? OriginalOf(ReferenceEntry entry) => OriginalsOf(entry).MaxBy(one => one.ClearedOn);

    private IEnumerable<ReferenceEntry> OriginalsOf(ReferenceEntry entry) =>
        entry.Reverses is null
            ? []
            : _ledger.Known.Where(one =>
                one.Reverses is null
                && one.SourceId == entry.Reverses
                && one.Profile == entry.Profile
                && one.Kind == entry.Kind
                && one.Batch <= entry.Batch
            );

    private sealed record Moved(string Designation, DateOnly Day)
    {
        public long Came { get; init; }

        public long Sent { get; init; }

        public long Charged { get; init; }

        public long Free { get; init; }
    }
}
