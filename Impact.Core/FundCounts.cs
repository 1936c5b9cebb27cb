using Impact.Core.Catalogue;
using Impact.Core.Disclosure;
using Impact.Core.Disclosure.Budget;
using Impact.Core.Disclosure.Counts;
using Impact.Core.Noise;
using Impact.Core.Noise.Accounting;
using Impact.Core.Quantities;
using Impact.Core.Releases;
using Impact.Core.Releases.Privacy;

namespace Impact.Core;

/// <summary>A fund's counts of single people: its plan, and the budget they are paid from, held until this is closed.</summary>
internal sealed class FundCounts : IDisposable
{
    private readonly BudgetFiles _files;
    private readonly BudgetLedger _budget;

    private FundCounts(CountPlan plan, BudgetFiles files, BudgetLedger budget)
    {
        Plan = plan;
        _files = files;
        _budget = budget;
    }

    /// <summary>The noisy tables of the fund.</summary>
    public CountPlan Plan { get; }

    /// <summary>Opens a fund's counts; null where it publishes none.</summary>
    /// <exception cref="FaultException">The budget is broken, behind what is published, or held by another program.</exception>
    public static FundCounts? Open(DataFolder data, FundDescription fund, DisclosurePolicy policy)
    {
        if (CountPlan.Of(fund, policy) is not { } plan)
        {
            return null;
        }

        var files = BudgetFiles.Take(data.Budget(fund.Id));
        try
        {
            return new(plan, files, BudgetLedger.Open(files, plan.Budget, PublishedHeads(data, fund.Id)));
        }
        catch
        {
            files.Dispose();
            throw;
        }
    }

    /// <summary>The rule of counts at a cut-off, which draws what is due and was never drawn.</summary>
    /// <param name="cutOff">The last day that counts.</param>
    /// <param name="read">Reads true counts; it is called for periods that are paid for, and for no other.</param>
    public NoisyCounts Drawing(DateOnly cutOff, CountReader read) => new(Plan, _budget, cutOff) { Read = read };

    /// <summary>The rule of counts at a cut-off, as far as they are drawn.</summary>
    public NoisyCounts Stored(DateOnly cutOff) => new(Plan, _budget, cutOff);

    /// <summary>What the budget ledger's entries amount to.</summary>
    public BudgetAccount Account
    {
        get
        {
            var published = _budget.Publish();
            return BudgetChain.Verify(published.Lines, published.PublicKey).Account;
        }
    }

    /// <summary>What a release says of the budget.</summary>
    public DraftPrivacy Published()
    {
        var published = _budget.Publish();
        return new(PrivacyNumbers.Of(Plan, published), published.Lines);
    }

    /// <summary>What the next release draws at a cut-off, and what that costs: a series pays with its first period.</summary>
    public IReadOnlyList<NextDraw> Next(DateOnly cutOff) =>
        [.. Plan.Series.Select(series => NextOf(series, series.Due(Plan.Counting, cutOff)))];

    private NextDraw NextOf(CountSeries series, IReadOnlyList<Period> due)
    {
        var undrawn = due.Where(period => StatusOf(series, period) == PeriodStatus.Undrawn).ToList();
        var isPaid = undrawn.Count < due.Count;
        var costs = undrawn.Count > 0 && !isPaid;
        return new(
            series.Schema.Id,
            [.. undrawn.Select(period => period.Code)],
            (costs ? series.Terms.Cost : Fraction.Zero).ToString()
        );
    }

    private PeriodStatus StatusOf(CountSeries series, Period period) =>
        _budget.Find(series.Terms.Series, period.Code).Status;

    /// <inheritdoc />
    public void Dispose()
    {
        _budget.Dispose();
        _files.Dispose();
    }

    /// <summary>Where the budget ledger ended in each release of the fund, those withdrawn too.</summary>
    private static IReadOnlyList<BudgetHead> PublishedHeads(DataFolder data, string fund)
    {
        var shelf = new ReleaseShelf(data.Public, data.Trust);
        return
        [
            .. (shelf.Index(fund)?.Versions ?? [])
                .Select(entry => shelf.Manifest(fund, entry.Version).Privacy)
                .OfType<ManifestPrivacy>()
                .Select(privacy => new BudgetHead(privacy.Entries, privacy.HeadSha256)),
        ];
    }
}

/// <summary>What the next release draws of one table.</summary>
/// <param name="Table">The table.</param>
/// <param name="Periods">The periods that are due and never drawn, the oldest first.</param>
/// <param name="Cost">ρ that this spends, a fraction; 0 where the series has paid.</param>
internal sealed record NextDraw(string Table, IReadOnlyList<string> Periods, string Cost);
