using Impact.Testing.Releases;

namespace Impact.Web.Tests.Pages;

/// <summary>What agrees, what does not, how old it is, who has it and why.</summary>
[TestFixture]
internal sealed class ReconciliationPageTests
{
    [Test]
    public async Task A_difference_stands_with_its_amount_age_state_reason_and_owner()
    {
        var rows = await RowsAsync($"/{SmallFund.Id}/reconciliation");
        Assert.Multiple(() =>
        {
            Assert.That(
                rows,
                Has.Some.Contains("FE-00017").And.Contains("Another amount received after 4 days −15.00 Up to 30 days")
            );
            Assert.That(
                rows,
                Has.Some.Contains("Rehearsal Pueblo House")
                    .And.Contains("Explained A bank kept a fee on the way The bank")
            );
            Assert.That(rows, Has.Some.Contains("FE-00021").And.Contains("Not on the other side 600.00"));
            Assert.That(rows, Has.Some.Contains("Another reason, see the note: An invoice was paid twice"));
        });
    }

    [Test]
    public async Task A_sum_with_few_people_behind_it_is_shown_as_withheld_and_not_as_nothing()
    {
        var english = await RowsAsync($"/{SmallFund.Id}/reconciliation");
        var spanish = await RowsAsync($"/es/{SmallFund.Id}/reconciliation");
        Assert.Multiple(() =>
        {
            Assert.That(
                english,
                Has.One.Contains("Of several kinds withheld 31 to 90 days Explained reason withheld withheld")
            );
            Assert.That(
                spanish,
                Has.One.Contains("De varios tipos retenido De 31 a 90 días Explicada motivo retenido retenido")
            );
        });
    }

    [Test]
    public async Task Rows_are_counted_by_age_and_state()
    {
        var rows = await RowsAsync($"/{SmallFund.Id}/reconciliation");
        Assert.That(rows, Has.One.EqualTo("Up to 30 days 0 1 1 0").And.One.EqualTo("Together 0 3 1 1"));
    }

    [Test]
    public async Task A_fund_of_one_side_says_that_there_is_nothing_to_compare()
    {
        using var client = ExampleSite.Client();
        var html = Html.Text(await client.GetStringAsync($"/{LargeFund.Id}/reconciliation"));
        Assert.That(html, Does.Contain("tell only one side, so there is nothing to compare"));
    }

    [Test]
    public async Task The_overview_and_the_navigation_lead_there()
    {
        using var client = ExampleSite.Client();
        var links = Html.Addresses(await client.GetStringAsync($"/es/{SmallFund.Id}"));
        Assert.That(links.Count(link => link == $"/es/{SmallFund.Id}/reconciliation"), Is.EqualTo(2));
    }

    private static async Task<IReadOnlyList<string>> RowsAsync(string path)
    {
        using var client = ExampleSite.Client();
        return [.. Html.Elements(await client.GetStringAsync(path), "tr").Select(Html.Text)];
    }
}
