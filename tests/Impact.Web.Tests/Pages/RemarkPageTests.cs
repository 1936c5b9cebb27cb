using Impact.Testing.Releases;

namespace Impact.Web.Tests.Pages;

/// <summary>What is said of a figure stands beside it, and what has changed stands on the release's page.</summary>
public sealed class RemarkPageTests
{
    private const string Correction = "A quarter was told late. The accounts were being checked.";
    private const string Reply = "Two invoices came after the quarter.";

    [TestCase("/organisations/XI-REHEARSAL-2", true)]
    [TestCase("/organisations/XI-REHEARSAL-1", false)]
    [TestCase("/metrics/money_by_organisation", true)]
    [TestCase("/metrics/total_raised_gross", false)]
    [TestCase("/reconciliation", true)]
    [TestCase("", true, Description = "beside the headline figures")]
    public async Task Corrections_and_replies_stand_where_their_figures_are_and_nowhere_else(string path, bool isThere)
    {
        var text = await TextAsync($"/{SmallFund.Id}{path}");
        Assert.That(
            (text.Contains(Correction, StringComparison.Ordinal), text.Contains(Reply, StringComparison.Ordinal)),
            Is.EqualTo((isThere, isThere))
        );
    }

    [Test]
    public async Task On_the_front_page_they_stand_after_the_headline_figures_and_before_the_first_picture()
    {
        using var client = ExampleSite.Client();
        var page = await client.GetStringAsync($"/es/{SmallFund.Id}");
        var (remarks, picture) = (
            page.IndexOf("id=\"remarks\"", StringComparison.Ordinal),
            page.IndexOf("money-flow.es.", StringComparison.Ordinal)
        );
        Assert.That(remarks, Is.GreaterThan(0).And.LessThan(picture));
        Assert.That(page, Does.Contain("Correcciones y respuestas"));
    }

    [Test]
    public async Task A_spanish_reader_reads_them_in_spanish()
    {
        var text = await TextAsync($"/es/{SmallFund.Id}/reconciliation");
        Assert.That(
            text,
            Does.Contain("Corrección K-1: Conocido, aún sin corregir.").And.Contain("Un trimestre se informó tarde.")
        );
        Assert.That(text, Does.Contain("Respuesta A-1: Comentario.").And.Not.Contain(Reply));
    }

    [TestCase("", "What has changed", "were added; nothing was removed or defined anew", " → ")]
    [TestCase("/es", "Qué cambió", "nada se eliminó ni se redefinió", " → ")]
    public async Task A_release_says_what_has_changed_and_why_it_is_numbered_so(
        string language,
        string heading,
        string why,
        string change
    )
    {
        var text = await TextAsync($"{language}/{SmallFund.Id}/releases/1.1.0");
        Assert.That(text, Does.Contain(heading).And.Contain(why).And.Contain(change));
    }

    private static async Task<string> TextAsync(string path)
    {
        using var client = ExampleSite.Client();
        return Html.Text(await client.GetStringAsync(path));
    }
}
