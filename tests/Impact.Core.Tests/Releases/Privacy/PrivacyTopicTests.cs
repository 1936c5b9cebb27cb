using System.Text;
using Impact.Core.Catalogue;
using Impact.Core.Releases.Privacy;

namespace Impact.Core.Tests.Releases.Privacy;

/// <summary>What a certificate must say, each with a word that gives it away in either language: an omission fails.</summary>
[TestFixture]
internal sealed class PrivacyTopicTests
{
    /// <summary>A page of small print has some six hundred and fifty words; Spanish needs a tenth more.</summary>
    private const int PageAndAHalf = 1_100;

    private static readonly (string Id, string English, string Spanish)[] Required =
    [
        // What stands outside.
        ("exact-money", "2ρ", "2ρ"),
        ("funding-status", "Funding Status", "estado de financiación"),
        ("monthly-inflows", "read the true counts", "leen los recuentos verdaderos"),
        ("earmarking-lots", "bands of lots", "tramos de lotes"),
        ("fee-counts", "Fees", "comisiones"),
        ("leaf-layer", "power of two", "potencia de dos"),
        ("partner-statements", "rounded to five", "redondeado a cinco"),
        ("gate-g", "heuristic", "heurística"),
        ("place", "not a place", "no un lugar"),
        // Known weaknesses.
        ("token-spaces", "g²ρ", "g²ρ"),
        ("private-folder", "private folder", "carpeta privada"),
        ("rollback", "budget folder", "carpeta de presupuesto"),
        ("late-records", "late", "tarde"),
        // The hazards of NIST SP 800-226.
        ("unit", "family", "familia"),
        ("adjacency", "added or removed", "agregada o quitada"),
        ("horizon", "whole life", "toda la vida"),
        ("composition", "adds up", "se suma"),
        ("bounds", "one period", "un solo período"),
        ("invariants", "exact money", "dinero exacto"),
        ("thresholds", "public lists", "listas públicas"),
        ("post-processing", "published values", "valores publicados"),
        ("floating-point", "Floating point", "Coma flotante"),
        ("randomness", "operating system", "sistema operativo"),
        ("side-channels", "time", "tiempo"),
        ("data-collection", "no names", "sin nombres"),
        ("access", "published files alone", "solo archivos publicados"),
        ("key-custody", "token key", "clave de fichas"),
        ("aggregation", "without noise", "sin ruido"),
    ];

    private NoisyReleases _noisy = null!;

    [OneTimeSetUp]
    public void Publish()
    {
        _noisy = new NoisyReleases();
        _noisy.PublishTwo();
    }

    [OneTimeTearDown]
    public void Remove() => _noisy.Dispose();

    [TestCase("en")]
    [TestCase("es")]
    public void Every_topic_stands_in_the_certificate(string language)
    {
        var text = Published(language);
        Assert.That(Missing(text, language), Is.Empty);

        // An omission is seen: the line of each topic is left out once.
        foreach (var topic in Topics)
        {
            var without = text.Replace($"- {In(topic, language)}\n", string.Empty, StringComparison.Ordinal);
            Assert.That(Missing(without, language), Is.EqualTo((string[])[topic.Id]));
        }
    }

    [Test]
    public void No_topic_is_told_twice_or_in_one_language() =>
        Assert.Multiple(() =>
        {
            Assert.That(Topics.Select(topic => topic.Id), Is.EqualTo(Required.Select(topic => topic.Id)));
            Assert.That(Topics.Where(topic => topic.Text.En == topic.Text.Es), Is.Empty);
        });

    [TestCase("en")]
    [TestCase("es")]
    public void It_is_no_longer_than_a_page_and_a_half(string language)
    {
        var words = Published(language)
            .Split((char[])[' ', '\n', '|'], StringSplitOptions.RemoveEmptyEntries)
            .Where(word => word.Any(char.IsLetterOrDigit))
            .ToList();
        Assert.That(words, Has.Count.LessThanOrEqualTo(PageAndAHalf));
    }

    private static IReadOnlyList<PrivacyTopic> Topics =>
        [.. PrivacyWords.Outside, .. PrivacyWords.Weak, .. PrivacyWords.Hazards];

    /// <summary>The required topics whose line, with its word, is not there.</summary>
    private static IEnumerable<string> Missing(string text, string language) =>
        Required
            .Where(required =>
                !Topics.Any(topic =>
                    topic.Id == required.Id
                    && In(topic, language)
                        .Contains(language == "es" ? required.Spanish : required.English, StringComparison.Ordinal)
                    && text.Contains($"- {In(topic, language)}\n", StringComparison.Ordinal)
                )
            )
            .Select(required => required.Id);

    private static string In(PrivacyTopic topic, string language) =>
        topic.Text.In(language == "es" ? Language.Spanish : Language.English);

    private string Published(string language) =>
        File.ReadAllText(
            _noisy.Releases.PathOf(NoisyReleases.Second, PrivacyPaths.Certificate(language)),
            Encoding.UTF8
        );
}
