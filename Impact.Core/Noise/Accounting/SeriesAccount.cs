namespace Impact.Core.Noise.Accounting;

/// <summary>Where a period of a series stands.</summary>
public enum PeriodStatus
{
    /// <summary>Nothing was spent on it.</summary>
    Undrawn,

    /// <summary>Its budget is spent, its result is not there yet.</summary>
    Reserved,

    /// <summary>Its noisy result is stored.</summary>
    Stored,

    /// <summary>Its budget is spent and its result is lost; it is never drawn again.</summary>
    Burnt,
}

/// <summary>A reserve and what became of it.</summary>
/// <param name="Series">The series.</param>
/// <param name="Period">The period.</param>
/// <param name="Entry">The number of the reserve's entry.</param>
/// <param name="Status">Reserved, stored or burnt.</param>
/// <param name="ResultSha256">Digest of the stored result; empty unless stored.</param>
public sealed record ReservedPeriod(string Series, string Period, long Entry, PeriodStatus Status, string ResultSha256);

/// <summary>A declared series and its reserves.</summary>
internal sealed class SeriesAccount(SeriesTerms terms)
{
    private readonly Dictionary<string, long> _periods = new(StringComparer.Ordinal);

    /// <summary>As declared.</summary>
    public SeriesTerms Terms { get; } = terms;

    /// <summary>The entry that paid for the series; 0 while none has.</summary>
    public long ChargedAt { get; private set; }

    /// <summary>The entry that reserved a period; 0 when none has.</summary>
    public long EntryOf(string period) => _periods.GetValueOrDefault(period);

    /// <summary>The reserve of a period, with what it costs as the rules stand now.</summary>
    public BudgetReserved Next(string period) =>
        Terms.OnePeriodPerUnit && ChargedAt != 0
            ? new(Terms, period, Fraction.Of(0, 1), ChargedAt)
            : new(Terms, period, Terms.Cost, ChargedAt: 0);

    /// <summary>Why a reserve may not follow; none when it may.</summary>
    public BudgetRefusal Refusal(BudgetReserved reserve)
    {
        if (reserve.Terms.Unit != Terms.Unit)
        {
            return BudgetRefusal.UnitMismatch;
        }

        if (reserve.Terms != Terms || !BudgetNames.IsPeriod(reserve.Period))
        {
            return BudgetRefusal.SeriesDiffers;
        }

        return _periods.ContainsKey(reserve.Period) ? BudgetRefusal.PeriodDrawn
            : _periods.Count >= Terms.Periods ? BudgetRefusal.SeriesEnded
            : reserve != Next(reserve.Period) ? BudgetRefusal.CostWrong
            : BudgetRefusal.None;
    }

    /// <summary>Notes a reserve that may follow.</summary>
    public void Add(BudgetReserved reserve, long entry)
    {
        _periods.Add(reserve.Period, entry);
        ChargedAt = reserve.ChargedAt == 0 ? entry : ChargedAt;
    }
}
