using System.Reflection;
using System.Text;
using System.Text.Json;
using System.Text.RegularExpressions;
using Impact.Core.Catalogue;
using Impact.Core.Noise.Accounting;
using Impact.Core.Releases;
using Impact.Core.Releases.Privacy;

namespace Impact.Core.Tests.Releases.Privacy;

/// <summary>The certificate says everything of the manifest, and no number of its own.</summary>
[TestFixture]
internal sealed partial class PrivacyCertificateTests
{
    private NoisyReleases _noisy = null!;
    private Manifest _manifest = null!;

    [OneTimeSetUp]
    public void Publish()
    {
        _noisy = new NoisyReleases();
        _noisy.PublishTwo();
        _manifest = _noisy.ManifestOf(NoisyReleases.Second);
    }

    [OneTimeTearDown]
    public void Remove() => _noisy.Dispose();

    [TestCase("en")]
    [TestCase("es")]
    public void It_names_every_table_every_unit_and_everything_outside(string language)
    {
        var text = Published(language);
        var tongue = language == "es" ? Language.Spanish : Language.English;

        Assert.Multiple(() =>
        {
            foreach (var table in PublishedTables.OfCounts)
            {
                Assert.That(text, Does.Contain($"| {table.Title.In(tongue)} |"));
            }

            foreach (var unit in _noisy.Plan.Budget.Units)
            {
                Assert.That(text, Does.Contain($"| {PrivacyTables.UnitName(unit.Unit, tongue)} |"));
            }

            Assert.That(text, Does.Contain(PrivacyWords.Fiction.In(tongue)));
            Assert.That(text, Does.Not.Contain("\r"));
        });
    }

    [TestCase("en")]
    [TestCase("es")]
    public void Every_number_is_one_of_the_manifest(string language)
    {
        var text = Published(language);
        Assert.That(Own(text, language), Is.Empty);

        // A number that is nowhere in the manifest is seen.
        Assert.That(Own(text + "| 123457 |", language), Is.EqualTo((string[])["123457"]));
    }

    [Test]
    public void The_file_is_the_manifests_and_both_languages_have_the_same_numbers()
    {
        foreach (var language in new[] { "en", "es" })
        {
            Assert.That(PrivacyCertificate.Write(_manifest, language), Is.EqualTo(File.ReadAllBytes(PathOf(language))));
        }

        Assert.That(
            Numbers(Figures(Published("es"))).Select(number => number.Replace(',', '.')),
            Is.EqualTo(Numbers(Figures(Published("en"))))
        );
    }

    [Test]
    public void What_a_reader_can_learn_stands_there_for_one_cell_and_at_most_at_three_deltas()
    {
        var unit = _manifest.Privacy!.Units.Single(one => one.Unit == BudgetUnits.HouseholdOrganisation);
        Assert.That(
            unit.Meaning,
            Is.EqualTo(new PrivacyMeaning("1/10", "2.142", "2.349", "2.716", "58.93", "61.2", "3.1", "0.42"))
        );
        Assert.That((unit.Replaced.Rho, unit.Replaced.EpsilonAtSeven), Is.EqualTo(("1/5", "3.420")));
        Assert.That(
            unit.Shared.Select(one => (one.Spaces, one.Meaning.Rho, one.Meaning.EpsilonAtSeven)),
            Is.EqualTo(new[] { (2, "2/5", "5.008"), (3, "9/10", "7.904"), (6, "18/5", "17.902") })
        );
        Assert.That(_manifest.Privacy.Units.Single(one => one.Unit == BudgetUnits.Donor).Shared, Is.Empty);
        foreach (
            var row in (string[])
                ["| 58.93 | 61.2 |", "| 1/5 |", "count it: 2 | 2/5 |", "it: 3 | 9/10 |", "it: 6 | 18/5 |"]
        )
        {
            Assert.That(Published("en"), Does.Contain(row));
        }
    }

    [Test]
    public void A_part_of_a_budget_stands_there_as_fraction_and_in_percent()
    {
        var unit = _manifest.Privacy!.Units[0] with { Lifetime = "1/10", Spent = "1/30", Left = "1/15" };
        Assert.That((unit.SpentPercent, unit.LeftPercent), Is.EqualTo(("33.4", "66.6")));
        Assert.That(Published("en"), Does.Contain("| 1/10 | 1/10 (100.0 %) | 0 (0.0 %) |"));
        Assert.That(Published("es"), Does.Contain("| 1/10 | 1/10 (100,0 %) | 0 (0,0 %) |"));
    }

    [GeneratedRegex(@"[0-9]+(?:[.,/][0-9]+)*", RegexOptions.None, matchTimeoutMilliseconds: 1000)]
    private static partial Regex Number();

    private static IEnumerable<string> Numbers(string text) => Number().Matches(text).Select(match => match.Value);

    /// <summary>The rows of the tables; what is not a row is fixed wording.</summary>
    private static string Figures(string text) =>
        string.Join('\n', text.Split('\n').Where(line => line.StartsWith('|')));

    /// <summary>The fixed wording of the certificate, in both languages.</summary>
    private static IEnumerable<string> Words() =>
        typeof(PrivacyWords)
            .GetProperties(BindingFlags.Static | BindingFlags.Public | BindingFlags.NonPublic)
            .Select(property => property.GetValue(null))
            .SelectMany(value =>
                value switch
                {
                    BilingualText text => [text],
                    IReadOnlyList<BilingualText> texts => texts,
                    IReadOnlyList<PrivacyTopic> topics => topics.Select(topic => topic.Text),
                    IReadOnlyDictionary<string, BilingualText> texts => texts.Values,
                    _ => (IEnumerable<BilingualText>)[],
                }
            )
            .SelectMany(text => new[] { text.En, text.Es });

    /// <summary>Numbers of a certificate that neither the manifest nor the fixed wording has.</summary>
    private IEnumerable<string> Own(string text, string language)
    {
        var rest = Words()
            .OrderByDescending(words => words.Length)
            .Aggregate(text, (left, words) => left.Replace(words, " ", StringComparison.Ordinal));
        rest = rest.Replace($"{_manifest.Fund.Name.En} {_manifest.Version}", " ", StringComparison.Ordinal)
            .Replace($"{_manifest.Fund.Name.Es} {_manifest.Version}", " ", StringComparison.Ordinal);
        var known = Numbers(JsonSerializer.Serialize(_manifest.Privacy))
            .Concat(_manifest.Privacy!.Units.SelectMany(unit => new[] { unit.SpentPercent, unit.LeftPercent }))
            .ToHashSet(StringComparer.Ordinal);
        return Numbers(rest)
            .Select(number => language == "es" ? number.Replace(',', '.') : number)
            .Where(number => !known.Contains(number));
    }

    private string PathOf(string language) =>
        _noisy.Releases.PathOf(NoisyReleases.Second, PrivacyPaths.Certificate(language));

    private string Published(string language) => File.ReadAllText(PathOf(language), Encoding.UTF8);
}
