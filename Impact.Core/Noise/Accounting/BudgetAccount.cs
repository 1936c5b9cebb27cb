namespace Impact.Core.Noise.Accounting;

/// <summary>What a budget ledger's entries amount to, one after another. The writer and every reader use the same rules.</summary>
public sealed class BudgetAccount
{
    private readonly Dictionary<string, BudgetMeter> _meters = new(StringComparer.Ordinal);
    private readonly Dictionary<string, SeriesAccount> _series = new(StringComparer.Ordinal);
    private readonly Dictionary<long, ReservedPeriod> _reserves = [];

    /// <summary>The first entry; null while there is none.</summary>
    public BudgetOpened? Opening { get; private set; }

    /// <summary>How many entries were taken.</summary>
    public long Entries { get; private set; }

    /// <summary>The sums, by unit.</summary>
    public IReadOnlyDictionary<string, BudgetMeter> Units => _meters;

    /// <summary>Every reserve in the order of the entries.</summary>
    public IEnumerable<ReservedPeriod> Reserves => _reserves.Values.OrderBy(reserve => reserve.Entry);

    /// <summary>The reserve of a period; null when there is none.</summary>
    public ReservedPeriod? Find(string series, string period) =>
        _series.TryGetValue(series, out var account) ? _reserves.GetValueOrDefault(account.EntryOf(period)) : null;

    /// <summary>Every declared series.</summary>
    public IEnumerable<SeriesTerms> Series => _series.Values.Select(account => account.Terms);

    /// <summary>The terms of a series; null when it was not declared.</summary>
    public SeriesTerms? SeriesOf(string series) => _series.GetValueOrDefault(series)?.Terms;

    /// <summary>The series whose every declared period is stored or burnt: nothing of them will be drawn any more.</summary>
    public IEnumerable<SeriesTerms> EndedSeries =>
        _series
            .Values.Select(account => account.Terms)
            .Where(terms =>
                _reserves.Values.Count(reserve =>
                    reserve.Series == terms.Series && reserve.Status != PeriodStatus.Reserved
                ) == terms.Periods
            );

    /// <summary>The reserve of a period with what it costs now; null when the series was not declared.</summary>
    public BudgetReserved? Next(string series, string period) => _series.GetValueOrDefault(series)?.Next(period);

    /// <summary>Takes the next entry, where it may follow; else nothing changes.</summary>
    /// <returns>Why it may not; none when it was taken.</returns>
    public BudgetRefusal Take(BudgetEvent next)
    {
        var refusal = next switch
        {
            BudgetOpened opened => Open(opened),
            _ when Opening is null => BudgetRefusal.Misplaced,
            SeriesOpened series => Declare(series.Terms),
            BudgetReserved reserve => Reserve(reserve),
            ResultCommitted commit => Settle(commit.Reserve, PeriodStatus.Stored, commit.ResultSha256),
            PeriodAbandoned abandoned => Settle(abandoned.Reserve, PeriodStatus.Burnt, string.Empty),
            _ => BudgetRefusal.Misplaced,
        };
        Entries += refusal == BudgetRefusal.None ? 1 : 0;
        return refusal;
    }

    private BudgetRefusal Open(BudgetOpened opened)
    {
        if (Opening is not null)
        {
            return BudgetRefusal.Misplaced;
        }

        var refusal = opened.Terms.Refusal();
        if (refusal == BudgetRefusal.None)
        {
            Opening = opened;
            foreach (var unit in opened.Terms.Units)
            {
                _meters.Add(unit.Unit, new(unit.Lifetime));
            }
        }

        return refusal;
    }

    private BudgetRefusal Declare(SeriesTerms terms)
    {
        if (_series.ContainsKey(terms.Series))
        {
            return BudgetRefusal.SeriesDiffers;
        }

        if (!_meters.ContainsKey(terms.Unit))
        {
            return BudgetRefusal.UnitMismatch;
        }

        if (!terms.IsFit())
        {
            return BudgetRefusal.SeriesUnfit;
        }

        _series.Add(terms.Series, new(terms));
        return BudgetRefusal.None;
    }

    private BudgetRefusal Reserve(BudgetReserved reserve)
    {
        if (!_series.TryGetValue(reserve.Terms.Series, out var series))
        {
            return BudgetRefusal.SeriesUnknown;
        }

        var refusal = series.Refusal(reserve);
        if (refusal != BudgetRefusal.None)
        {
            return refusal;
        }

        if (!_meters[series.Terms.Unit].Charge(reserve.Cost))
        {
            return BudgetRefusal.Exhausted;
        }

        var entry = Entries + 1;
        series.Add(reserve, entry);
        _reserves.Add(entry, new(series.Terms.Series, reserve.Period, entry, PeriodStatus.Reserved, string.Empty));
        return BudgetRefusal.None;
    }

    private BudgetRefusal Settle(long entry, PeriodStatus status, string digest)
    {
        var isWhole = status == PeriodStatus.Burnt || BudgetNames.IsDigest(digest);
        if (!isWhole || _reserves.GetValueOrDefault(entry) is not { Status: PeriodStatus.Reserved } reserve)
        {
            return BudgetRefusal.NotReserved;
        }

        _reserves[entry] = reserve with { Status = status, ResultSha256 = digest };
        return BudgetRefusal.None;
    }
}
