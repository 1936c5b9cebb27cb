using Impact.Core.Catalogue;
using Impact.Core.Releases;
using Impact.Core.Releases.Privacy;
using Impact.Testing.Releases;
using Microsoft.AspNetCore.Mvc.Testing;

namespace Impact.Web.Tests.Pages;

/// <summary>The dashboard of a release with counts: every figure of the manifest and of the published rows, in both languages.</summary>
[TestFixture]
internal sealed class PrivacyFiguresTests
{
    private ExampleReleases _releases = null!;
    private WebApplicationFactory<Program> _site = null!;
    private Release _release = null!;

    [OneTimeSetUp]
    public void Publish()
    {
        _releases = ExampleReleases.PublishCounted();
        _site = ExampleSite.Over(_releases.Public, _releases.Trust);
        _release = new ReleaseShelf(_releases.Public, _releases.Trust).Latest(SmallFund.Id)!;
    }

    [OneTimeTearDown]
    public void Remove()
    {
        _site.Dispose();
        _releases.Dispose();
    }

    [TestCase("", Language.English, "not run for this version")]
    [TestCase("/es", Language.Spanish, "no se ejecutó para esta versión")]
    public async Task It_shows_budgets_meaning_noise_precision_head_gate_and_attacks(
        string prefix,
        Language language,
        string notRun
    )
    {
        var html = await PageAsync(prefix);
        var text = Html.Text(html);
        var privacy = _release.Manifest.Privacy!;
        Assert.Multiple(() =>
        {
            foreach (var unit in privacy.Units)
            {
                Assert.That(text, Does.Contain(PrivacyTables.UnitName(unit.Unit, language)));
                Assert.That(text, Does.Contain($"{PrivacyTables.Number(unit.SpentPercent, language)} %"));
                Assert.That(text, Does.Contain(PrivacyTables.Number(unit.Meaning.EpsilonAtSeven, language)));
                Assert.That(text, Does.Contain(PrivacyTables.Number(unit.Meaning.OneCellGuess, language)));
                Assert.That(text, Does.Contain(PrivacyTables.Number(unit.Meaning.MostBestGuess, language)));
                Assert.That(text, Does.Contain(PrivacyTables.Number(unit.Replaced.EpsilonAtSeven, language)));
            }

            foreach (var series in privacy.Series)
            {
                Assert.That(text, Does.Contain(PublishedTables.Find(series.Table)!.Title.In(language)));
                Assert.That(text, Does.Contain(Imprecise(series.Table).In(language)), series.Table);
            }

            Assert.That(text, Does.Contain($"{privacy.HeadSha256[..12]}").And.Contain(notRun));
            Assert.That(html, Does.Contain($"title=\"{privacy.HeadSha256}\""));
            Assert.That(text, Does.Contain(PrivacyDashboard.GateLine(privacy, language)));
            Assert.That(privacy.FewestPossibleValues, Is.EqualTo(10));
            foreach (var topic in PrivacyWords.Outside.Concat(PrivacyWords.Weak).Concat(PrivacyWords.Hazards))
            {
                Assert.That(text, Does.Contain(Html.Text(topic.Text.In(language))), topic.Id);
            }
        });
        Assert.That(Html.Elements(html, "div", "figure"), Has.Count.EqualTo(4));
    }

    [Test]
    public void Imprecise_figures_are_counted_from_the_published_rows()
    {
        var empty = Imprecise(PublishedTables.NewDonorsByRegion.Id);
        var large = Imprecise(PublishedTables.EnrolmentsToDate.Id);
        Assert.That(empty.NotReportable, Is.EqualTo(empty.Cells).And.GreaterThan(0), "nobody is in any cell");
        Assert.That(large.NotReportable, Is.LessThanOrEqualTo(1), "sixty families a month");
        Assert.That(
            (new TablePrecision("t", 0, 0).In(Language.English), new TablePrecision("t", 8, 3).In(Language.Spanish)),
            Is.EqualTo(("0 of 0 (0 %)", "3 de 8 (38 %)"))
        );
    }

    [Test]
    public async Task A_figure_of_another_release_would_be_missed()
    {
        var text = Html.Text(await PageAsync(string.Empty));
        var other = _release.Manifest.Privacy! with { FewestPossibleValues = 9, HeadSha256 = new string('0', 64) };
        Assert.That(text, Does.Not.Contain(PrivacyDashboard.GateLine(other, Language.English)));
        Assert.That(text, Does.Not.Contain(PrivacyDashboard.ShortHead(other)));
    }

    private TablePrecision Imprecise(string table)
    {
        var shown = _release.Table(table).Rows.Where(row => row.Integer("value") is not null).ToList();

        // By the rule itself, not by the published mark.
        var imprecise = shown.Count(row => row.Integer("high") - row.Integer("low") > row.Integer("value"));
        var found = TablePrecision.Of(table, shown);
        Assert.That(found.NotReportable, Is.EqualTo(imprecise), table);
        return found;
    }

    private async Task<string> PageAsync(string prefix)
    {
        using var client = ExampleSite.Start(_site);
        return await client.GetStringAsync($"{prefix}/{SmallFund.Id}/privacy");
    }
}
