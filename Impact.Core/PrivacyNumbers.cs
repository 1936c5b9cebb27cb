using System.Collections.Concurrent;
using Impact.Core.Disclosure.Budget;
using Impact.Core.Disclosure.Counts;
using Impact.Core.Noise;
using Impact.Core.Noise.Accounting;
using Impact.Core.Releases.Privacy;

namespace Impact.Core;

/// <summary>Works out what a release says of its noisy tables: from the plan and the published budget ledger, never from a count.</summary>
internal static class PrivacyNumbers
{
    /// <summary>How many organisations may count one household in what the certificate shows; distances add, so g of them cost g²ρ.</summary>
    private static readonly int[] Spaces = [2, 3, 6];

    private const int PercentDecimals = 1;
    private const int DeviationDecimals = 2;

    /// <summary>No ε that is stated is larger: nine times the ceiling of 1/4 gives less than 14 at 10⁻⁹.</summary>
    private static readonly Fraction LargestEpsilon = Fraction.Of(16);

    private static readonly Fraction Hundred = Fraction.Of(100);

    /// <summary>What a budget means follows from ρ alone and takes some tenths of a second to enclose: once a program, not once a release.</summary>
    private static readonly ConcurrentDictionary<Fraction, PrivacyMeaning> Meanings = new();

    /// <summary>The numbers of a release.</summary>
    public static ManifestPrivacy Of(CountPlan plan, PublishedBudget published)
    {
        RequireSpared(plan);
        var account = BudgetChain.Verify(published.Lines, published.PublicKey).Account;
        return new(
            Convert.ToHexStringLower(published.PublicKey),
            published.Head.Entries,
            published.Head.Sha256,
            [.. plan.Budget.Units.Select(unit => Unit(unit, account))],
            [.. plan.Series.Select(series => Series(series, account))],
            plan.FewestPossibleValues
        );
    }

    private static PrivacyUnit Unit(UnitBudget unit, BudgetAccount account)
    {
        var spent = account.Units.TryGetValue(unit.Unit, out var meter) ? meter.Spent : Fraction.Zero;
        return new(
            unit.Unit,
            unit.Lifetime.ToString(),
            spent.ToString(),
            (unit.Lifetime - spent).ToString(),
            Meaning(unit.Lifetime),
            Meaning(unit.Lifetime * Fraction.Of(2))
        )
        {
            Shared =
                unit.Unit == BudgetUnits.HouseholdOrganisation
                    ? [.. Spaces.Select(g => new PrivacySpaces(g, Meaning(unit.Lifetime * Fraction.Of(g * g))))]
                    : [],
        };
    }

    private static PrivacyMeaning Meaning(Fraction rho) => Meanings.GetOrAdd(rho, Enclosed);

    private static PrivacyMeaning Enclosed(Fraction rho) =>
        new(
            rho.ToString(),
            Epsilon(rho, decimals: 6),
            Epsilon(rho, decimals: 7),
            Epsilon(rho, decimals: 9),
            (GuessingPower.OneCellGuess(rho) * Hundred).RoundedUp(DeviationDecimals),
            Percent(GuessingPower.MostBestGuess(rho)),
            Percent(GuessingPower.TruePositiveRate(rho, Fraction.Of(1, 100))),
            (GuessingPower.TruePositiveRate(rho, Fraction.Of(1, 1000)) * Hundred).RoundedUp(DeviationDecimals)
        );

    /// <summary>ε at a δ that leaves room for the tables that counts are drawn from, so that what is stated holds with them.</summary>
    private static string Epsilon(Fraction rho, int decimals) =>
        ZeroConcentrated
            .Epsilon(rho, Fraction.PowerOfTen(-decimals) - CountNoise.SparedDelta)
            .RoundedUp(PrivacyStatement.ShownDecimals);

    /// <summary>No statement is made whose δ the tables would use up.</summary>
    private static void RequireSpared(CountPlan plan)
    {
        if (CountNoise.DeltaIncrease(plan, LargestEpsilon) > CountNoise.SparedDelta)
        {
            throw new InvalidOperationException("The plan draws more cells than the stated delta leaves room for.");
        }
    }

    private static string Percent(Fraction share) => (share * Hundred).RoundedUp(PercentDecimals);

    private static PrivacySeries Series(CountSeries series, BudgetAccount account)
    {
        var reserves = account.Reserves.Where(reserve => reserve.Series == series.Terms.Series).ToList();
        return new(
            series.Schema.Id,
            series.Terms.Unit,
            series.Terms.Mechanism,
            series.Terms.Variance.ToString(),
            Deviation(series.Terms.Variance),
            series.Terms.HalfWidth(series.Terms.Periods),
            series.Terms.Cost.ToString(),
            series.Terms.Periods,
            reserves.Count(reserve => reserve.Status == PeriodStatus.Stored),
            reserves.Count(reserve => reserve.Status == PeriodStatus.Burnt)
        );
    }

    /// <summary>σ for display, rounded up at the second decimal.</summary>
    private static string Deviation(Fraction variance) =>
        Fraction.Of(WholeRoot.Ceiling(variance * Hundred * Hundred), 100).RoundedUp(DeviationDecimals);
}
