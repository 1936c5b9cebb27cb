using System.Security.Cryptography;
using System.Text;
using Impact.Core.Releases.Gifts;

namespace Impact.Core.Tests.Releases.Gifts;

[TestFixture]
internal sealed class CheckPageTests
{
    private static string Page => Encoding.UTF8.GetString(CheckPage.Bytes);

    [Test]
    public void The_policy_of_the_page_names_its_own_script_and_style_and_nothing_else()
    {
        var policy = Between("Content-Security-Policy\" content=\"", "\"");
        Assert.That(
            policy,
            Is.EqualTo(
                $"default-src 'none'; script-src 'sha256-{Digest(Between("<script>", "</script>"))}'; style-src 'sha256-{Digest(Between("<style>", "</style>"))}'; img-src data:; base-uri 'none'; form-action 'none'"
            ),
            "after a change of the page put these digests into it"
        );
    }

    [Test]
    public void The_page_asks_nobody_for_anything()
    {
        foreach (
            var word in (string[])
                ["http:", "https:", "fetch(", "XMLHttpRequest", "import(", "@import", "url(", "innerHTML", "eval("]
        )
        {
            Assert.That(Page, Does.Not.Contain(word));
        }
    }

    [Test]
    public void Every_text_is_there_in_both_languages() =>
        Assert.That(Count("<span lang=\"en\">"), Is.EqualTo(Count("<span lang=\"es\">")).And.GreaterThan(10));

    private static string Between(string from, string to)
    {
        var start = Page.IndexOf(from, StringComparison.Ordinal) + from.Length;
        return Page[start..Page.IndexOf(to, start, StringComparison.Ordinal)];
    }

    private static string Digest(string text) => Convert.ToBase64String(SHA256.HashData(Encoding.UTF8.GetBytes(text)));

    private static int Count(string text) => Page.Split(text).Length - 1;
}
