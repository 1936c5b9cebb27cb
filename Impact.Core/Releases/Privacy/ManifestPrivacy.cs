using System.Text.Json.Serialization;
using Impact.Core.Catalogue;
using Impact.Core.Noise;
using Impact.Core.Noise.Accounting;

namespace Impact.Core.Releases.Privacy;

/// <summary>What protects the people behind the noisy tables of a release, in numbers.</summary>
/// <param name="BudgetKey">The public half of the budget ledger's key, sixty-four hexadecimal digits.</param>
/// <param name="Entries">How many entries the budget ledger had.</param>
/// <param name="HeadSha256">SHA-256 of its last entry: no earlier ledger can take its place.</param>
/// <param name="Units">Whom it protects, and how far the budget is spent.</param>
/// <param name="Series">Each noisy table.</param>
public sealed record ManifestPrivacy(
    string BudgetKey,
    long Entries,
    string HeadSha256,
    IReadOnlyList<PrivacyUnit> Units,
    IReadOnlyList<PrivacySeries> Series
)
{
    /// <summary>Whether it holds nothing that a manifest may not: digests, known units, fractions and tables of counts.</summary>
    [JsonIgnore]
    internal bool IsAllowed =>
        ReleaseNames.IsDigest(BudgetKey)
        && ReleaseNames.IsDigest(HeadSha256)
        && Entries >= 0
        && Units.All(unit =>
            unit is not null
            && BudgetUnits.Contains(unit.Unit)
            && new[] { unit.Lifetime, unit.Spent, unit.Left }.All(text => Fraction.TryParse(text, out _))
        )
        && Series.All(series => series is not null && PublishedTables.OfCounts.Any(table => table.Id == series.Table));
}

/// <summary>One kind of people, the budget of one of them over the fund's life, and what it means.</summary>
/// <param name="Unit"><c>household-organisation</c>, <c>household</c> or <c>donor</c>.</param>
/// <param name="Lifetime">ρ of zero-concentrated differential privacy that all releases together may spend, a fraction.</param>
/// <param name="Spent">ρ spent so far, a fraction.</param>
/// <param name="Left">ρ left, a fraction.</param>
/// <param name="Meaning">What the lifetime budget lets somebody learn who knows everybody else.</param>
public sealed record PrivacyUnit(string Unit, string Lifetime, string Spent, string Left, PrivacyMeaning Meaning)
{
    /// <summary>The same for one household that three organisations serve, where each counts it; null where it is counted once.</summary>
    public PrivacyMeaning? Shared { get; init; }
}

/// <summary>What a budget means. Every number is rounded up.</summary>
/// <param name="Rho">The budget, a fraction.</param>
/// <param name="EpsilonAtSeven">ε at δ = 10⁻⁷, for adding or removing one unit.</param>
/// <param name="EpsilonAtNine">ε at δ = 10⁻⁹.</param>
/// <param name="BestGuess">Of a hundred guesses whether one unit is in the data, from fifty to fifty, so many are right.</param>
/// <param name="MostBestGuess">So many at most, whatever the mechanism.</param>
/// <param name="FoundAtOne">Of a hundred who are in the data a test finds so many, when it wrongly accuses one in a hundred.</param>
/// <param name="FoundAtTenth">The same when it wrongly accuses one in a thousand.</param>
public sealed record PrivacyMeaning(
    string Rho,
    string EpsilonAtSeven,
    string EpsilonAtNine,
    string BestGuess,
    string MostBestGuess,
    string FoundAtOne,
    string FoundAtTenth
);

/// <summary>One noisy table.</summary>
/// <param name="Table">The table.</param>
/// <param name="Unit">Whose budget pays.</param>
/// <param name="Mechanism">How the noise is added.</param>
/// <param name="Variance">σ² of a draw, a fraction.</param>
/// <param name="StandardDeviation">σ, rounded up.</param>
/// <param name="HalfWidth">Half of the 95 % interval, in the last period of a series to date, else in every one.</param>
/// <param name="Cost">ρ of the whole series.</param>
/// <param name="Periods">How many periods the series has.</param>
/// <param name="Drawn">How many of them are drawn.</param>
/// <param name="Lost">How many draws were lost; they are never repeated.</param>
public sealed record PrivacySeries(
    string Table,
    string Unit,
    string Mechanism,
    string Variance,
    string StandardDeviation,
    long HalfWidth,
    string Cost,
    int Periods,
    int Drawn,
    int Lost
);
