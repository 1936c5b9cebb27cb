using System.Text.RegularExpressions;
using Impact.Core.Catalogue;
using Impact.Core.Releases.States;

namespace Impact.Architecture.Tests.Documents;

public sealed partial class DocumentTests
{
    private static readonly string[] Documents =
    [
        .. Repository.Files.Where(path => path.EndsWith(".md", StringComparison.Ordinal)),
    ];

    private static IEnumerable<TestCaseData> Generated()
    {
        yield return new TestCaseData("docs/faults.md", GeneratedDocument.Faults()).SetArgDisplayNames(
            "docs/faults.md"
        );
        yield return new TestCaseData("docs/rules.md", GeneratedDocument.Rules()).SetArgDisplayNames("docs/rules.md");
        yield return new TestCaseData("docs/gates.md", GeneratedDocument.Gates()).SetArgDisplayNames("docs/gates.md");
        yield return new TestCaseData("docs/quality.md", GeneratedDocument.Quality()).SetArgDisplayNames(
            "docs/quality.md"
        );
        yield return new TestCaseData(
            "docs/metrics.md",
            MetricDocument.Write(MetricCards.All, MetricCards.KeptIn)
        ).SetArgDisplayNames("docs/metrics.md");
        yield return new TestCaseData("docs/release-states.md", StateDocument.Write()).SetArgDisplayNames(
            "docs/release-states.md"
        );
        yield return new TestCaseData("docs/commands.md", CommandDocument.Write()).SetArgDisplayNames(
            "docs/commands.md"
        );
    }

    [TestCaseSource(nameof(Generated))]
    public void A_generated_document_says_what_the_code_says(string path, string expected)
    {
        if (Environment.GetEnvironmentVariable("UPDATE_DOCS") == "1")
        {
            File.WriteAllText(Path.Combine(Repository.Top, path), expected);
            Assert.Fail($"{path} was written anew; look at it and run the test again without UPDATE_DOCS.");
        }

        Assert.That(Repository.Files, Does.Contain(path), "run with UPDATE_DOCS=1");
        Assert.That(Repository.Read(path), Is.EqualTo(expected), "run with UPDATE_DOCS=1");
    }

    [Test]
    public void Every_code_of_the_catalogues_is_in_its_document()
    {
        Assert.That(
            Impact.Core.Catalogue.Faults.All.Select(kind => kind.Code).Except(Sections("docs/faults.md")),
            Is.Empty
        );
        Assert.That(
            Impact.Core.Catalogue.Rules.All.Select(rule => rule.Id).Except(Sections("docs/rules.md")),
            Is.Empty
        );
        Assert.That(Impact.Core.Catalogue.Gates.Ids, Is.EquivalentTo(Impact.Core.Metrics.HardGates.Ids));
        Assert.That(Impact.Core.Metrics.HardGates.Ids.Except(Sections("docs/gates.md")), Is.Empty);
        Assert.That(QualityChecks.All.Select(check => check.Id).Except(Sections("docs/quality.md")), Is.Empty);
        Assert.That(ReleaseStates.All.Select(rule => rule.Code).Except(Sections("docs/release-states.md")), Is.Empty);
        Assert.That(MetricCards.All.Select(card => card.Id).Except(Sections("docs/metrics.md")), Is.Empty);
    }

    [Test]
    public void A_code_without_a_section_is_seen() =>
        Assert.That(
            ((string[])["file-empty", "planted"]).Except(Sections("docs/faults.md")),
            Is.EqualTo((string[])["planted"])
        );

    [TestCaseSource(nameof(Documents))]
    public void Every_link_leads_to_a_file_of_the_project(string path) =>
        Assert.That(DeadLinks(path, Repository.Read(path)), Is.Empty);

    [Test]
    public void A_dead_link_is_seen() =>
        Assert.That(
            DeadLinks("docs/planted.md", "[a](input.md#x) [b](../README.md) [c](gone.md)"),
            Is.EqualTo((string[])["gone.md"])
        );

    [TestCase("docs/security-properties.md")]
    [TestCase("docs/CONTRIBUTING.md")]
    public void What_a_document_names_as_code_or_test_exists(string path)
    {
        var text = Repository.Read(path);

        Assert.That(Named().Count(text), Is.AtLeast(5));
        Assert.That(NamedInVain(text), Is.Empty);
    }

    [Test]
    public void A_test_named_in_vain_is_seen() =>
        Assert.That(
            NamedInVain(
                "`Ledger/LedgerStore` and `House/RoomTests.cs` and `Ledger/PlantedTests.cs` and `Ledger/Planted`"
            ),
            Is.EqualTo((string[])["Ledger/PlantedTests.cs", "Ledger/Planted"])
        );

    private static IEnumerable<string> NamedInVain(string text) =>
        Named()
            .Matches(text)
            .Select(match => match.Groups["name"].Value)
            .Where(name =>
                !Repository.Files.Any(file =>
                    $"/{file}".EndsWith($"/{name}", StringComparison.Ordinal)
                    || $"/{file}".EndsWith($"/{name}.cs", StringComparison.Ordinal)
                    || $"/{file}".Contains($"/{name}/", StringComparison.Ordinal)
                )
            );

    private static IEnumerable<string> Sections(string path) =>
        Repository
            .Read(path)
            .Split('\n')
            .Where(line => line.StartsWith("## ", StringComparison.Ordinal))
            .Select(line => line[3..]);

    private static IEnumerable<string> DeadLinks(string document, string text)
    {
        var folder = Path.GetDirectoryName(Path.Combine(Repository.Top, document))!;
        return Link()
            .Matches(text)
            .Select(match => match.Groups["path"].Value)
            .Where(path => path.Length > 0 && !path.Contains("://", StringComparison.Ordinal))
            .Where(path => !Path.Exists(Path.Combine(folder, path)));
    }

    [GeneratedRegex(@"\]\((?<path>[^)#\s]*)(?:#[^)]*)?\)", RegexOptions.None, matchTimeoutMilliseconds: 1000)]
    private static partial Regex Link();

    [GeneratedRegex(
        @"`(?<name>[A-Z][\w.]*/[\w./-]+)`(?<!`D/[\w]+`)",
        RegexOptions.None,
        matchTimeoutMilliseconds: 1000
    )]
    private static partial Regex Named();
}
