using Impact.Core.Catalogue;
using Impact.Core.Disclosure.Budget;
using Impact.Core.Noise;
using Impact.Core.Noise.Accounting;

namespace Impact.Core.Tests.Disclosure.Budget;

/// <summary>How a run breaks the protocol on purpose; by default it does not.</summary>
internal sealed record PlantedFault
{
    /// <summary>Draws a burnt period again.</summary>
    public bool RedrawsBurnt { get; init; }

    /// <summary>Takes a reserve without a commit out of the chain after a crash, as a refund would.</summary>
    public bool Refunds { get; init; }

    /// <summary>Says in the chain that a result is stored before it is.</summary>
    public bool CommitsFirst { get; init; }
}

/// <summary>A caller that draws three series over a disk that fails, beside a book of its own that no crash touches.</summary>
internal sealed class CrashRun(SimulatedDisk disk, PlantedFault planted)
{
    private static readonly SeriesTerms[] Series =
    [
        SampleBudget.Disjoint,
        SampleBudget.Recounted,
        SampleBudget.Cumulative,
    ];

    private static readonly string[] Periods = ["2019-Q3", "2019-Q4"];

    private readonly Dictionary<(string Series, string Period), int> _draws = [];
    private readonly Dictionary<(string Series, string Period), byte[]> _released = [];
    private readonly List<BudgetHead> _published = [];
    private int _value;

    /// <summary>What went against the promise.</summary>
    public List<string> Violations { get; } = [];

    /// <summary>Whether a period was burnt on the way.</summary>
    public bool BurntSeen { get; private set; }

    /// <summary>Opens, draws what is not drawn, publishes.</summary>
    /// <exception cref="PowerFailure">The power failed on the way.</exception>
    public void Go()
    {
        if (planted.Refunds)
        {
            Refund();
        }

        using var files = disk.Open();
        BudgetLedger ledger;
        try
        {
            ledger = SampleBudget.Open(planted.CommitsFirst ? new ResultsLate(files) : files, [.. _published]);
        }
        catch (FaultException refused)
        {
            Violations.Add($"an honest crash is taken for {refused.Fault.Code}");
            return;
        }

        using (ledger)
        {
            Check(ledger);
            Draw(ledger);
            _published.Add(ledger.Head);
            Check(ledger);
        }
    }

    private void Draw(BudgetLedger ledger)
    {
        foreach (var terms in Series)
        {
            _ = ledger.Declare(terms);
            foreach (var period in Periods)
            {
                Draw(ledger, terms, period);
            }
        }
    }

    private void Draw(BudgetLedger ledger, SeriesTerms terms, string period)
    {
        var found = ledger.Find(terms.Series, period);
        if (found.Result is { } stored)
        {
            Release((terms.Series, period), stored);
        }
        else if (found.Status == PeriodStatus.Burnt)
        {
            if (planted.RedrawsBurnt)
            {
                NoteDraw((terms.Series, period));
            }
        }
        else if (ledger.Reserve(terms, period).Reservation is { } reservation)
        {
            if (terms.Mechanism == BudgetMechanisms.SquareRoot)
            {
                ledger.Frozen.Freeze(reservation, new Dictionary<string, long>(StringComparer.Ordinal) { ["all"] = 7 });
            }

            NoteDraw((terms.Series, period));
            Release((terms.Series, period), ledger.Commit(reservation, SampleBudget.Result(_value)));
        }
        else
        {
            Violations.Add("the budget was spent on nothing");
        }
    }

    private void NoteDraw((string Series, string Period) cell)
    {
        _value++;
        _draws[cell] = _draws.GetValueOrDefault(cell) + 1;
        if (_draws[cell] > 1)
        {
            Violations.Add("drawn again");
        }
    }

    private void Release((string Series, string Period) cell, byte[] bytes)
    {
        if (!_released.TryAdd(cell, bytes) && !_released[cell].AsSpan().SequenceEqual(bytes))
        {
            Violations.Add("another result than the one that was released");
        }
    }

    /// <summary>What was released is there, what was drawn is paid, no count of a burnt period is left.</summary>
    private void Check(BudgetLedger ledger)
    {
        foreach (var unit in SampleBudget.Terms.Units)
        {
            var drawn = Series
                .Where(terms => terms.Unit == unit.Unit)
                .Aggregate(Fraction.Zero, (sum, terms) => sum + Owed(terms));
            if (ledger.Spent(unit.Unit) < drawn)
            {
                Violations.Add("spent less than was drawn");
            }
        }

        foreach (var (cell, bytes) in _released)
        {
            if (ledger.Find(cell.Series, cell.Period).Result?.AsSpan().SequenceEqual(bytes) != true)
            {
                Violations.Add("a released result is gone");
            }
        }

        foreach (var (series, period) in Series.SelectMany(terms => Periods, (terms, period) => (terms.Series, period)))
        {
            var isBurnt = ledger.Find(series, period).Status == PeriodStatus.Burnt;
            BurntSeen |= isBurnt;
            if (isBurnt && disk.Files.ContainsKey(FrozenCounts.NameOf(series, period)))
            {
                Violations.Add("counts of a burnt period are left");
            }
        }
    }

    /// <summary>A reader's own sums, from the published bytes alone.</summary>
    public void Verify()
    {
        using var ledger = SampleBudget.Open(disk.Open(), [.. _published]);
        var published = ledger.Publish();
        var verdict = BudgetChain.Verify(published.Lines, published.PublicKey);
        if (verdict.Break is not null || verdict.Account.Units.Any(unit => unit.Value.Spent != ledger.Spent(unit.Key)))
        {
            Violations.Add("the published chain does not hold");
        }
    }

    private Fraction Owed(SeriesTerms terms)
    {
        var draws = _draws.Where(draw => draw.Key.Series == terms.Series).Sum(draw => draw.Value);
        return terms.Cost * Fraction.Of(terms.OnePeriodPerUnit ? Math.Min(draws, 1) : draws);
    }

    private void Refund()
    {
        var lines = disk.Files.GetValueOrDefault(BudgetFileNames.Chain, []);
        var text = System.Text.Encoding.Latin1.GetString(lines);
        var last = text.LastIndexOf("{\"entry\"", StringComparison.Ordinal);
        if (last > 0 && text[last..].Contains("\"kind\":\"reserve\"", StringComparison.Ordinal))
        {
            disk.Files[BudgetFileNames.Chain] = lines[..last];
        }
    }

    /// <summary>Holds a result back until the chain has its next line.</summary>
    private sealed class ResultsLate(IBudgetFiles files) : IBudgetFiles
    {
        private readonly List<(string Name, byte[] Bytes)> _held = [];

        public string Place => files.Place;

        public byte[]? Read(string name) => files.Read(name);

        public IReadOnlyList<string> List(string folder) => files.List(folder);

        public void Append(string name, ReadOnlySpan<byte> bytes)
        {
            files.Append(name, bytes);
            _held.ForEach(held => files.Replace(held.Name, held.Bytes));
            _held.Clear();
        }

        public void Replace(string name, ReadOnlySpan<byte> bytes)
        {
            if (name.StartsWith(BudgetFileNames.Results, StringComparison.Ordinal))
            {
                _held.Add((name, bytes.ToArray()));
            }
            else
            {
                files.Replace(name, bytes);
            }
        }

        public void Delete(string name) => files.Delete(name);

        public void Dispose() => files.Dispose();
    }
}
