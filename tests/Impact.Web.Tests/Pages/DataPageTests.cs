using Impact.Core.Catalogue;
using Impact.Core.Releases;
using Impact.Testing.Releases;

namespace Impact.Web.Tests.Pages;

/// <summary>The downloads: every table with its meaning, size and digest.</summary>
[TestFixture]
internal sealed class DataPageTests
{
    [Test]
    public async Task Every_table_of_the_release_is_there_with_its_grain_its_files_and_their_digests()
    {
        var html = await PageAsync("/data");
        var release = Release();
        Assert.Multiple(() =>
        {
            foreach (var content in release.Manifest.Content)
            {
                var schema = PublishedTables.Find(content.Table)!;
                var article = Html.Elements(html, "article", $"id=\"{content.Table}\"").Single();
                Assert.That(Html.Text(article), Does.Contain(schema.Grain.En));
                foreach (
                    var file in release.Files.Where(file =>
                        file.Path.StartsWith($"data/{content.Table}.", StringComparison.Ordinal)
                    )
                )
                {
                    Assert.That(article, Does.Contain($"/releases/1.1.0/{file.Path}").And.Contain(file.Sha256));
                }
            }
        });
    }

    [TestCase("", "In other formats", "All tables as one workbook, XLSX")]
    [TestCase("/es", "En otros formatos", "Todas las tablas en un libro, XLSX")]
    public async Task Every_export_is_there_by_name_with_its_digest(string language, string heading, string workbook)
    {
        using var client = ExampleSite.Client();
        var html = await client.GetStringAsync($"{language}/{SmallFund.Id}/data");
        Assert.Multiple(() =>
        {
            Assert.That(Html.Text(html), Does.Contain(heading).And.Contain(workbook));
            foreach (
                var file in Release().Files.Where(file => file.Path.StartsWith("exports/", StringComparison.Ordinal))
            )
            {
                Assert.That(html, Does.Contain($"/releases/1.1.0/{file.Path}").And.Contain(file.Sha256));
            }
        });
    }

    [Test]
    public async Task Every_column_is_explained()
    {
        var html = await PageAsync("/data");
        foreach (var schema in PublishedTables.All.Where(schema => Release().FindTable(schema.Id) is not null))
        {
            var article = Html.Text(Html.Elements(html, "article", $"id=\"{schema.Id}\"").Single());
            Assert.That(
                schema.Columns.Where(column =>
                    !article.Contains($"{column.Name} {column.Title.En}", StringComparison.Ordinal)
                ),
                Is.Empty
            );
        }
    }

    [Test]
    public async Task Licence_attribution_and_the_way_to_verify_are_told()
    {
        var html = Html.Text(await PageAsync("/data"));
        Assert.That(
            html,
            Does.Contain("Licence: CC0-1.0")
                .And.Contain("Impact, invented figures")
                .And.Contain($"impact verify {SmallFund.Id}-1.1.0")
        );
    }

    [Test]
    public async Task The_list_of_releases_shows_each_version_with_state_cut_off_and_day()
    {
        var rows = Html.Elements(await PageAsync("/releases"), "tr").Skip(1).Select(Html.Text).ToList();
        Assert.Multiple(() =>
        {
            Assert.That(rows, Has.Count.EqualTo(2));
            Assert.That(rows[0], Does.StartWith("1.1.0 Published 31 Dec 2020 10 Jan 2021"));
            Assert.That(rows[1], Does.StartWith("1.0.0 Replaced by a later one 30 Sep 2020 10 Oct 2020"));
        });
    }

    [Test]
    public async Task An_older_release_points_to_the_newest_figures_and_a_release_names_the_one_before()
    {
        var older = Html.Text(await PageAsync("/releases/1.0.0"));
        var newest = await PageAsync("/releases/1.1.0");
        Assert.Multiple(() =>
        {
            Assert.That(older, Does.Contain("A later release is published"));
            Assert.That(newest, Does.Contain(Release().Manifest.Previous!.ManifestSha256));
        });
    }

    private static async Task<string> PageAsync(string path)
    {
        using var client = ExampleSite.Client();
        return await client.GetStringAsync($"/{SmallFund.Id}{path}");
    }

    private static Release Release() =>
        new ReleaseShelf(ExampleSite.Releases.Public, ExampleSite.Releases.Trust).Latest(SmallFund.Id)!;
}
