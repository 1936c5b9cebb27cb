using System.Globalization;
using Impact.Core.Catalogue;
using Impact.Core.Releases;
using Impact.Testing.Releases;

namespace Impact.Web.Tests.Pages;

/// <summary>What the overview of a fund shows is what its tables say, to the cent.</summary>
[TestFixture]
internal sealed class FundPageTests
{
    private static readonly string[] Figures = ["contributions", "transfers", "partner_expenditure", "fund_balance"];

    [Test]
    public async Task The_four_figures_are_the_statement_s_lines_to_the_cent([Values("", "/es")] string language)
    {
        var html = await PageAsync(SmallFund.Id, language);
        var shown = Html.Values(Html.Elements(html, "dl", "figures")[0]);
        var release = Release(SmallFund.Id);
        var expected = Figures.Select(line => Amount(release, line));
        Assert.That(shown, Is.EqualTo(expected));
    }

    [Test]
    public async Task Each_figure_carries_its_day_finality_and_completeness()
    {
        var html = await PageAsync(SmallFund.Id);
        var figures = Html.Elements(html, "div", "figure").Select(Html.Text).ToList();
        Assert.That(figures, Has.Count.EqualTo(4));
        Assert.That(
            figures,
            Has.All.Contains("as of 31 Dec 2020").And.All.Contains("provisional").And.All.Contains("36 of 36 reports")
        );
    }

    [Test]
    public async Task A_figure_that_the_source_does_not_tell_is_said_in_words_and_is_never_zero()
    {
        var english = Html.Elements(await PageAsync(LargeFund.Id), "div", "figure").Select(Html.Text).ToList();
        var spanish = Html.Elements(await PageAsync(LargeFund.Id, "/es"), "div", "figure").Select(Html.Text).ToList();
        Assert.Multiple(() =>
        {
            Assert.That(
                english.Count(figure => figure.Contains("Not told by the source", StringComparison.Ordinal)),
                Is.EqualTo(3)
            );
            Assert.That(
                spanish.Count(figure => figure.Contains("La fuente no lo informa", StringComparison.Ordinal)),
                Is.EqualTo(3)
            );
            Assert.That(english, Has.None.Match("told.* 0[ .](?!of)"));
        });
    }

    [Test]
    public async Task Every_line_of_the_statement_is_shown_with_the_table_s_amount()
    {
        var html = await PageAsync(SmallFund.Id);
        var shown = Html.Values(Html.Elements(html, "table", "statement")[0]);
        var expected = Release(SmallFund.Id).Table("funding_status").Rows.Select(row => row.Decimal("amount"));
        Assert.That(shown, Is.EqualTo(expected));
    }

    [Test]
    public async Task What_a_reader_reads_is_the_same_amount_as_the_exact_value_beside_it()
    {
        var html = Html.Elements(await PageAsync(SmallFund.Id), "table", "statement")[0];
        foreach (var cell in Html.Elements(html, "td", "number"))
        {
            var read = decimal.Parse(
                Html.ShownAmount(cell).Replace('−', '-'),
                NumberStyles.Number,
                CultureInfo.InvariantCulture
            );
            Assert.That(read, Is.EqualTo(Html.Values(cell)[0]));
        }
    }

    [Test]
    public async Task The_statement_adds_up_as_it_is_shown()
    {
        var lines = Lines(await PageAsync(SmallFund.Id));
        Assert.That(Unbalanced(lines), Is.Empty);
    }

    [Test]
    public async Task A_statement_that_is_one_cent_off_is_noticed_by_that_sum()
    {
        var lines = Lines(await PageAsync(SmallFund.Id));
        lines[1] = lines[1] with { Amount = lines[1].Amount + 0.01m };
        Assert.That(Unbalanced(lines), Is.Not.Empty);
    }

    [Test]
    public async Task The_organisations_add_up_to_the_line_of_all([Values(SmallFund.Id, LargeFund.Id)] string fund)
    {
        var table = Table(await PageAsync(fund), "Money per organisation");
        var rows = Html.Elements(table, "tr").Select(Html.Values).Where(values => values.Count > 0).ToList();
        for (var column = 0; column < rows[0].Count; column++)
        {
            Assert.That(rows.SkipLast(1).Sum(row => row[column]), Is.EqualTo(rows[^1][column]));
        }
    }

    [Test]
    public async Task A_fund_of_450_organisations_names_fifteen_and_links_to_all()
    {
        var html = await PageAsync(LargeFund.Id);
        var table = Table(html, "Money per organisation");
        Assert.Multiple(() =>
        {
            Assert.That(Html.Elements(table, "a").Select(Html.Text).Count(), Is.EqualTo(16));
            Assert.That(Html.Text(table), Does.Contain("435 other organisations"));
            Assert.That(Html.Text(html), Does.Contain("All 450 organisations"));
        });
    }

    [Test]
    public async Task The_givers_add_up_to_the_statement_s_contributions(
        [Values(SmallFund.Id, LargeFund.Id)] string fund
    )
    {
        var table = Table(await PageAsync(fund), "Contributions by giver");
        var received = Html.Elements(table, "td", "\"Received\"").Select(cell => Html.Values(cell)[0]).ToList();
        Assert.Multiple(() =>
        {
            Assert.That(received[^1], Is.EqualTo(Amount(Release(fund), "contributions")));
            Assert.That(received.SkipLast(1).Sum(), Is.EqualTo(received[^1]));
        });
    }

    [Test]
    public async Task Individual_givers_are_one_line_without_a_name()
    {
        var table = Html.Text(Table(await PageAsync(SmallFund.Id), "Contributions by giver"));
        Assert.That(table, Does.Contain("People, never named").And.Not.Contain("individuals"));
    }

    [Test]
    public async Task Rates_are_shown_with_what_is_divided_by_what()
    {
        var table = Table(await PageAsync(SmallFund.Id), "Rates, with");
        var rates = Release(SmallFund.Id)
            .Table("rates")
            .Rows.Where(row => row.Text("organisation_id").Length == 0)
            .ToList();
        var minor = rates
            .SelectMany(row => new[] { row.Integer("numerator_minor"), row.Integer("denominator_minor") })
            .Select(part => part / 100m);
        Assert.That(Html.Values(table), Is.EqualTo(minor));
    }

    [Test]
    public async Task The_proof_says_how_many_equations_hold_and_how_many_cannot_be_checked()
    {
        var small = Html.Text(await PageAsync(SmallFund.Id));
        var large = Html.Text(await PageAsync(LargeFund.Id));
        Assert.Multiple(() =>
        {
            Assert.That(small, Does.Contain("All 16 equations hold to the cent."));
            Assert.That(large, Does.Contain("1 of 2 equations hold to the cent; 1 cannot be checked"));
        });
    }

    [Test]
    public async Task Every_chart_has_a_narrow_source_an_alternative_text_and_its_description_in_words(
        [Values("", "/es")] string language
    )
    {
        var html = await PageAsync(SmallFund.Id, language);
        var charts = Html.Elements(html, "figure", "chart");
        Assert.That(charts, Has.Count.EqualTo(4));
        foreach (var chart in charts)
        {
            Assert.Multiple(() =>
            {
                Assert.That(
                    chart,
                    Does.Match(
                        "<source media=\"\\(max-width: 40em\\)\" srcset=\"[^\"]+\\.narrow\\.svg\" width=\"\\d+\" height=\"\\d+\" />"
                    )
                );
                Assert.That(
                    chart,
                    Does.Match("<img src=\"[^\"]+\\.wide\\.svg\" width=\"\\d+\" height=\"\\d+\" alt=\"[^\"]{10,}\"")
                );
                Assert.That(Html.Text(Html.Elements(chart, "details")[0]), Has.Length.GreaterThan(100));
            });
        }
    }

    [Test]
    public async Task Amounts_of_a_currency_other_than_the_dollar_name_it()
    {
        var figure = Html.Elements(await PageAsync(LargeFund.Id), "div", "figure")[0];
        Assert.That(Html.ShownAmount(figure), Does.EndWith("\u00A0CHF").Or.EndWith(" CHF"));
    }

    private sealed record Line(string Kind, decimal Amount);

    private static List<Line> Lines(string html) =>
        [
            .. Html.Elements(Html.Elements(html, "table", "statement")[0], "tr", "line-")
                .Select(row => new Line(Html.Text(Html.Elements(row, "td", "sign")[0])[..1], Html.Values(row)[0])),
        ];

    // Adds what is shown, line by line: sources, uses, what is left, then the partners' panel, then everything.
    private static IEnumerable<string> Unbalanced(List<Line> lines)
    {
        var (sum, totals) = (0m, new List<decimal>());
        foreach (var line in lines)
        {
            if (line.Kind != "=")
            {
                sum += line.Kind == "−" ? -line.Amount : line.Amount;
                continue;
            }

            totals.Add(line.Amount);
            var expected = totals.Count switch
            {
                3 => totals[0] - totals[1],
                5 => totals[2] + totals[3],
                _ => sum,
            };
            if (line.Amount != expected)
            {
                yield return $"total {totals.Count}: {line.Amount} is not {expected}";
            }

            sum = 0;
        }
    }

    private static async Task<string> PageAsync(string fund, string language = "")
    {
        using var client = ExampleSite.Client();
        return await client.GetStringAsync($"{language}/{fund}");
    }

    private static string Table(string html, string caption) =>
        Html.Elements(html, "table").First(table => Html.Text(table).StartsWith(caption, StringComparison.Ordinal));

    private static Release Release(string fund) =>
        new ReleaseShelf(ExampleSite.Releases.Public, ExampleSite.Releases.Trust).Latest(fund)!;

    private static decimal Amount(Release release, string line) =>
        release
            .Table(PublishedTables.FundingStatus.Id)
            .Rows.First(row => row.Text("line") == line)
            .Decimal("amount")!
            .Value;
}
