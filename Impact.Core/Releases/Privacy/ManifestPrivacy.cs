using System.Globalization;
using System.Numerics;
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
/// <param name="FewestPossibleValues">Gate G: so many numbers of households at least fit what is published of a quarter with a cash programme.</param>
public sealed record ManifestPrivacy(
    string BudgetKey,
    long Entries,
    string HeadSha256,
    IReadOnlyList<PrivacyUnit> Units,
    IReadOnlyList<PrivacySeries> Series,
    long FewestPossibleValues
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
            && Fraction.Parse(unit.Lifetime) > Fraction.Zero
            && unit.Shared.All(shared => shared is not null)
        )
        && Series.All(series => series is not null && PublishedTables.OfCounts.Any(table => table.Id == series.Table));
}

/// <summary>One kind of people, the budget of one of them over the fund's life, and what it means.</summary>
/// <param name="Unit"><c>household-organisation</c>, <c>household</c> or <c>donor</c>.</param>
/// <param name="Lifetime">ρ of zero-concentrated differential privacy that all releases together may spend, a fraction.</param>
/// <param name="Spent">ρ spent so far, a fraction.</param>
/// <param name="Left">ρ left, a fraction.</param>
/// <param name="Meaning">What the lifetime budget lets somebody learn who knows everybody else.</param>
/// <param name="Replaced">The same at 2ρ: between two histories with equal exact totals, another unit in its place.</param>
public sealed record PrivacyUnit(
    string Unit,
    string Lifetime,
    string Spent,
    string Left,
    PrivacyMeaning Meaning,
    PrivacyMeaning Replaced
)
{
    /// <summary>The same for one household in several token spaces, where each counts it; none where it is counted once.</summary>
    public IReadOnlyList<PrivacySpaces> Shared { get; init; } = [];

    /// <summary>How much of the lifetime budget is spent, in percent, rounded up at the first decimal.</summary>
    [JsonIgnore]
    public string SpentPercent => Percent(SpentTenths);

    /// <summary>How much is left, in percent: what <see cref="SpentPercent"/> lacks to a hundred.</summary>
    [JsonIgnore]
    public string LeftPercent => Percent(WholeTenths - SpentTenths);

    private const int WholeTenths = 1000;

    private BigInteger SpentTenths =>
        (Fraction.Parse(Spent) / Fraction.Parse(Lifetime) * Fraction.Of(WholeTenths)).Ceiling;

    private static string Percent(BigInteger tenths) =>
        string.Create(CultureInfo.InvariantCulture, $"{tenths / 10}.{tenths % 10}");
}

/// <summary>What a budget means for a household in several token spaces: distances add, so g of them cost g²ρ.</summary>
/// <param name="Spaces">g, how many organisations count it.</param>
/// <param name="Meaning">What g²ρ means.</param>
public sealed record PrivacySpaces(int Spaces, PrivacyMeaning Meaning);

/// <summary>What a budget means. Every number is rounded up.</summary>
/// <param name="Rho">The budget, a fraction.</param>
/// <param name="EpsilonAtSix">ε at δ = 10⁻⁶, for adding or removing one unit.</param>
/// <param name="EpsilonAtSeven">ε at δ = 10⁻⁷.</param>
/// <param name="EpsilonAtNine">ε at δ = 10⁻⁹.</param>
/// <param name="OneCellGuess">Of a hundred guesses whether one unit is in the data, from fifty to fifty, so many are right if one cell holds all of ρ.</param>
/// <param name="MostBestGuess">So many at most, whatever the mechanism.</param>
/// <param name="FoundAtOne">Of a hundred who are in the data a test finds so many, when it wrongly accuses one in a hundred, by the normal law.</param>
/// <param name="FoundAtTenth">The same when it wrongly accuses one in a thousand.</param>
public sealed record PrivacyMeaning(
    string Rho,
    string EpsilonAtSix,
    string EpsilonAtSeven,
    string EpsilonAtNine,
    string OneCellGuess,
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
