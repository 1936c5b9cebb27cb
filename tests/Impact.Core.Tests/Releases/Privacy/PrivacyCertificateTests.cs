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

            foreach (var sentence in PrivacyWords.Outside.Concat(PrivacyWords.Weak))
            {
                Assert.That(text, Does.Contain($"- {sentence.In(tongue)}\n"));
            }

            Assert.That(text, Does.Contain(PrivacyWords.ThreePartners.In(tongue)));
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
    public void Nine_times_the_budget_is_shown_for_a_family_of_three_organisations_and_not_where_it_counts_once()
    {
        var unit = _manifest.Privacy!.Units.Single(one => one.Unit == BudgetUnits.HouseholdOrganisation);
        Assert.That(unit.Shared!.Rho, Is.EqualTo("9/10"));
        Assert.That(_manifest.Privacy.Units.Single(one => one.Unit == BudgetUnits.Donor).Shared, Is.Null);
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
        var known = Numbers(JsonSerializer.Serialize(_manifest.Privacy)).ToHashSet(StringComparer.Ordinal);
        return Numbers(rest)
            .Select(number => language == "es" ? number.Replace(',', '.') : number)
            .Where(number => !known.Contains(number));
    }

    private string PathOf(string language) =>
        _noisy.Releases.PathOf(NoisyReleases.Second, PrivacyPaths.Certificate(language));

    private string Published(string language) => File.ReadAllText(PathOf(language), Encoding.UTF8);
}
