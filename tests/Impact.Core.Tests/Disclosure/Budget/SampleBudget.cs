using System.Numerics;
using Impact.Core.Disclosure.Budget;
using Impact.Core.Noise;
using Impact.Core.Noise.Accounting;

namespace Impact.Core.Tests.Disclosure.Budget;

/// <summary>A fund's terms and three series: one that pays once, one that pays each period, one under the square-root mechanism.</summary>
internal static class SampleBudget
{
    public const string Fund = "sample-fund";

    private static readonly string Digest = new('a', 64);

    public static BudgetTerms Terms { get; } =
        new(
            Fund,
            [
                new(BudgetUnits.HouseholdOrganisation, "sample-space", Fraction.Of(1, 10)),
                new(BudgetUnits.Donor, "processor", Fraction.Of(1, 4)),
            ],
            new("default", "1", Digest)
        );

    /// <summary>Disjoint quarters, ρ = 1/20 for all of them.</summary>
    public static SeriesTerms Disjoint { get; } =
        new(
            "enrolment_by_organisation",
            BudgetUnits.HouseholdOrganisation,
            BudgetMechanisms.DiscreteGaussian,
            Fraction.Of(1, 1),
            Fraction.Of(10, 1),
            Periods: 8,
            OnePeriodPerUnit: true,
            Digest
        );

    /// <summary>A recount: each period pays 1/20.</summary>
    public static SeriesTerms Recounted { get; } =
        Disjoint with
        {
            Series = "donors_recounted",
            Unit = BudgetUnits.Donor,
            OnePeriodPerUnit = false,
        };

    /// <summary>Eight quarters under the square-root mechanism, ρ = 1/20 for all of them.</summary>
    public static SeriesTerms Cumulative { get; } =
        Disjoint with
        {
            Series = "enrolment_cumulative",
            Mechanism = BudgetMechanisms.SquareRoot,
            SensitivitySquared = SquareRootMechanism.SensitivitySquared(8),
            Variance = ZeroConcentrated.Variance(SquareRootMechanism.SensitivitySquared(8), Fraction.Of(1, 20)),
        };

    /// <summary>A result that no other draw gives.</summary>
    public static NoisyResult Result(BigInteger value) => new([new("all", value, -value)]);

    /// <summary>A series with one cost of its own.</summary>
    public static SeriesTerms Of(string series, Fraction cost) =>
        Recounted with
        {
            Series = series,
            Variance = ZeroConcentrated.Variance(Fraction.Of(1, 1), cost),
        };

    /// <summary>Opens on the real disk.</summary>
    public static BudgetLedger Open(IBudgetFiles files, params BudgetHead[] published) =>
        BudgetLedger.Open(files, Terms, published);

    /// <summary>Declares, reserves, draws and commits.</summary>
    public static byte[] Draw(this BudgetLedger ledger, SeriesTerms terms, string period, int value)
    {
        Assert.That(ledger.Declare(terms), Is.Null);
        var answer = ledger.Reserve(terms, period);
        Assert.That(answer.Fault, Is.Null);
        return ledger.Commit(answer.Reservation!, Result(value));
    }
}
