using Impact.Core.Catalogue;
using Impact.Web.Wording;

namespace Impact.Web.Tests.Wording;

/// <summary>Whose page a request asks for, and where its links lead.</summary>
[TestFixture]
internal sealed class ReaderTests
{
    [TestCase("/", Language.English, "/")]
    [TestCase("/es", Language.Spanish, "/")]
    [TestCase("/es/", Language.Spanish, "/")]
    [TestCase("/es/fund/data", Language.Spanish, "/fund/data")]
    [TestCase("/fund/data/", Language.English, "/fund/data")]
    [TestCase("/estado", Language.English, "/estado")]
    [TestCase("/es-fund", Language.English, "/es-fund")]
    public void The_path_says_the_language(string request, Language language, string path)
    {
        var reader = Reader.Of(request, string.Empty);
        Assert.Multiple(() =>
        {
            Assert.That(reader.Language, Is.EqualTo(language));
            Assert.That(reader.Path, Is.EqualTo(path));
        });
    }

    [Test]
    public void A_link_keeps_the_language_and_the_twin_changes_it()
    {
        var reader = Reader.Of("/es/fund", "https://impact.example.org");
        Assert.Multiple(() =>
        {
            Assert.That(reader.Link("/"), Is.EqualTo("/es"));
            Assert.That(reader.Link("/fund/data"), Is.EqualTo("/es/fund/data"));
            Assert.That(reader.OtherLink, Is.EqualTo("/fund"));
            Assert.That(reader.Canonical(Language.Spanish), Is.EqualTo("https://impact.example.org/es/fund"));
        });
    }

    [Test]
    public void Every_status_has_words_in_both_languages()
    {
        foreach (var code in CodeLists.Status.Codes)
        {
            Assert.That(StatusWords.Brief(code.Value).En, Is.Not.Empty);
            Assert.That(StatusWords.Brief(code.Value).Es, Is.Not.Empty);
        }
    }
}
