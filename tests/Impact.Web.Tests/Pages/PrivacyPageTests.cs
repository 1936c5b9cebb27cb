using Impact.Testing.Releases;

namespace Impact.Web.Tests.Pages;

/// <summary>The page that says how people are protected.</summary>
[TestFixture]
internal sealed class PrivacyPageTests
{
    [TestCase("", "This release shows no count of single people or families")]
    [TestCase("/es", "Esta versión no muestra ningún recuento de personas ni de familias")]
    public async Task A_release_without_counts_says_so(string language, string said)
    {
        using var client = ExampleSite.Client();
        Assert.That(
            Html.Text(await client.GetStringAsync($"{language}/{SmallFund.Id}/privacy")),
            Does.Contain(said).And.Not.Contain("ρ")
        );
    }

    [Test]
    public async Task It_is_linked_from_every_page_of_the_fund()
    {
        using var client = ExampleSite.Client();
        Assert.That(
            Html.Addresses(await client.GetStringAsync($"/{SmallFund.Id}/data")),
            Does.Contain($"/{SmallFund.Id}/privacy")
        );
    }
}
