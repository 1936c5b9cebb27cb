using Impact.Core.Catalogue;
using Impact.Core.Releases;

namespace Impact.Core.Tests.Releases;

public class ReleaseScanTests
{
    [Test]
    public void The_sample_passes() => Assert.That(() => ReleaseScan.Require(SampleReleases.Draft()), Throws.Nothing);

    [Test]
    public void A_column_outside_the_catalogue_is_refused_and_nothing_is_written()
    {
        using var releases = new SampleReleases();
        var people = PublishedTables.People;
        var planted = people with
        {
            Columns = [new("household_id", ColumnType.Text, BilingualText.Same("planted")), .. people.Columns],
        };
        var rows = SampleTables
            .People()
            .Rows.Select(row =>
                new object?[] { "H-1" }
                    .Concat(row.Cells)
                    .ToArray()
            );
        Refused(
            "outside-catalogue",
            SampleReleases.Draft() with
            {
                Tables = [SampleReleases.Decided(new(planted, rows))],
            }
        );
        Assert.That(Directory.Exists(releases.FundFolder), Is.False);
    }

    [Test]
    public void A_table_that_only_looks_like_the_catalogues_is_refused() =>
        Refused(
            "outside-catalogue",
            SampleReleases.Draft() with
            {
                Tables = [SampleReleases.Decided(new(PublishedTables.People with { Key = ["fund"] }, []))],
            }
        );

    [Test]
    public void A_table_that_waits_for_noise_is_refused()
    {
        Assert.That(TablesAwaitingNoise.All, Is.Not.Empty);
        foreach (var schema in TablesAwaitingNoise.All)
        {
            Refused(
                "outside-catalogue",
                SampleReleases.Draft() with
                {
                    Tables = [.. SampleReleases.Draft().Tables, SampleReleases.Decided(new(schema, []), "exact")],
                }
            );
        }
    }

    [Test]
    public void A_derived_figure_that_does_not_follow_is_refused() =>
        Refused("not-derived", SampleReleases.Draft(new PublishedTable(PublishedTables.PeopleReachedBounds, [])));

    [Test]
    public void A_table_without_decisions_of_its_class_is_refused() =>
        Refused(
            "decision-of-another-class",
            SampleReleases.Draft() with
            {
                Tables = [SampleReleases.Decided(SampleTables.People(), "exact")],
            }
        );

    [Test]
    public void A_release_without_tables_is_refused() =>
        Refused("no-tables", SampleReleases.Draft() with { Tables = [] });

    [Test]
    public void A_row_without_its_fiction_mark_is_refused() =>
        Refused(
            "fiction-mark",
            Only(
                PublishedTables.Organisations,
                SampleTables.Row([SampleTables.Fund, "id", "name", "other"], fiction: false)
            )
        );

    [Test]
    public void Another_funds_row_is_refused() =>
        Refused(
            "fund-of-another",
            Only(PublishedTables.Organisations, SampleTables.Row(["xi-other", "id", "name", "other"]))
        );

    [Test]
    public void An_amount_in_another_currency_is_refused() =>
        Refused(
            "currency-of-another",
            Only(
                PublishedTables.OrganisationTotals,
                SampleTables.Row([SampleTables.Fund, "id", "spent", "EUR", 1L, 0.01m])
            )
        );

    [TestCase("x")]
    [TestCase("c")]
    [TestCase("z")]
    public void A_value_whose_status_says_there_is_none_is_refused(string status) =>
        Refused("value-without-status", SampleReleases.Draft(SampleTables.People(value: 7, status)));

    [Test]
    public void A_withheld_ratio_takes_its_parts_with_it() =>
        Refused(
            "value-without-status",
            Only(PublishedTables.Rates, SampleTables.Row([SampleTables.Fund, "id", "rate", "USD", 1L, 2L, null], "c"))
        );

    [Test]
    public void A_chart_without_a_spanish_description_stops_the_release()
    {
        using var releases = new SampleReleases();
        var draft = SampleReleases.Draft() with
        {
            // The checklist is told of a description; the files lack it.
            DescribeCharts = _ => SampleReleases.Charts("people"),
            DrawCharts = _ =>
                SampleReleases
                    .Charts("people")
                    .Where(chart => !chart.Path.Contains(".es.wide.txt") && !chart.Path.Contains(".es.narrow.txt")),
        };
        Assert.That(
            Thrown.By<ReleaseRefusedException>(() => releases.Publish(draft)).Rule,
            Is.EqualTo("chart-without-description")
        );
        Assert.That(Directory.EnumerateFileSystemEntries(releases.FundFolder), Is.Empty);
    }

    [TestCase("charts/../../x.en.wide.svg")]
    [TestCase("charts/people.fr.wide.svg")]
    [TestCase("charts/a/people.en.wide.svg")]
    [TestCase("data/people.csv")]
    [TestCase("/etc/people.en.wide.svg")]
    public void A_chart_has_the_path_of_a_chart(string path) =>
        Assert.That(
            Thrown.By<ReleaseRefusedException>(() => ReleaseScan.RequireChart(new(path, [1]))).Rule,
            Is.EqualTo("chart-path")
        );

    [Test]
    public void An_empty_description_is_none() =>
        Assert.That(
            Thrown
                .By<ReleaseRefusedException>(() => ReleaseScan.RequireChart(new("charts/people.en.wide.txt", [32, 10])))
                .Rule,
            Is.EqualTo("chart-empty")
        );

    private static ReleaseDraft Only(TableSchema schema, object?[] row) =>
        SampleReleases.Draft() with
        {
            Tables = [SampleReleases.Decided(SampleTables.Table(schema, [row]))],
        };

    private static void Refused(string rule, ReleaseDraft draft) =>
        Assert.That(Thrown.By<ReleaseRefusedException>(() => ReleaseScan.Require(draft)).Rule, Is.EqualTo(rule));
}
