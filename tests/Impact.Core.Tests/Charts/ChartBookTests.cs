using System.Buffers.Binary;
using System.Text;
using System.Text.RegularExpressions;
using System.Xml.Linq;
using Impact.Core.Catalogue;
using Impact.Core.Charts;

namespace Impact.Core.Tests.Charts;

[TestFixture]
public sealed partial class ChartBookTests
{
    private const int LargestSvg = 200_000;

    private static readonly XNamespace Svg = "http://www.w3.org/2000/svg";

    private static readonly XNamespace Link = "http://www.w3.org/1999/xlink";

    private static readonly IReadOnlyList<ChartFile> SixPartners =
    [
        .. ChartBook.Draw(ChartSamples.SixPartners(), ChartSamples.Rehearsal),
    ];

    [Test]
    public void Every_chart_has_twelve_files_in_two_languages_and_two_layouts()
    {
        var charts = SixPartners.GroupBy(file => file.Path.Split('/', '.')[1], StringComparer.Ordinal).ToList();

        Assert.That(
            charts.Select(chart => chart.Key),
            Is.EqualTo(
                (string[])
                    [
                        "money-over-time",
                        "money-flow",
                        "organisations",
                        "people",
                        .. Enumerable.Range(1, 6).Select(partner => $"organisation-xi-rehearsal-{partner}"),
                    ]
            )
        );
        foreach (var chart in charts)
        {
            Assert.That(
                chart.Select(file => file.Path),
                Is.EquivalentTo(
                    from language in (string[])["en", "es"]
                    from layout in (string[])["wide", "narrow"]
                    from format in (string[])["svg", "png", "txt"]
                    select $"charts/{chart.Key}.{language}.{layout}.{format}"
                )
            );
        }
    }

    [Test]
    public void Every_chart_has_a_title_in_both_languages()
    {
        foreach (var chart in SixPartners.Select(file => file.Path.Split('/', '.')[1]).Distinct(StringComparer.Ordinal))
        {
            var title = ChartBook.Titles.SingleOrDefault(title =>
                title.Chart.EndsWith('*')
                    ? chart.StartsWith(title.Chart[..^1], StringComparison.Ordinal)
                    : string.Equals(title.Chart, chart, StringComparison.Ordinal)
            );
            Assert.That(title?.Title.En, Is.Not.Null.And.Not.Empty, chart);
            Assert.That(title?.Title.Es, Is.Not.Null.And.Not.Empty, chart);
        }
    }

    [Test]
    public void A_png_has_two_dots_for_each_of_900_or_400_pixels()
    {
        foreach (var file in SixPartners.Where(file => file.Path.EndsWith(".png", StringComparison.Ordinal)))
        {
            var width = BinaryPrimitives.ReadInt32BigEndian(file.Bytes.AsSpan(16));
            var height = BinaryPrimitives.ReadInt32BigEndian(file.Bytes.AsSpan(20));
            Assert.That(
                width,
                Is.EqualTo(file.Path.Contains("wide", StringComparison.Ordinal) ? 1800 : 800),
                file.Path
            );
            Assert.That(height, Is.GreaterThan(300), file.Path);
        }
    }

    [Test]
    public void An_svg_stands_alone_with_title_description_and_outlined_letters()
    {
        foreach (var file in SixPartners.Where(file => file.Path.EndsWith(".svg", StringComparison.Ordinal)))
        {
            var root = XDocument.Parse(Encoding.UTF8.GetString(file.Bytes)).Root!;
            var ids = root.DescendantsAndSelf().Attributes("id").Select(id => id.Value).ToList();
            var links = root.Descendants(Svg + "use").Select(use => use.Attribute(Link + "href")!.Value).ToList();
            using (Assert.EnterMultipleScope())
            {
                Assert.That(root.Attribute("role")?.Value, Is.EqualTo("img"), file.Path);
                Assert.That(root.Element(Svg + "title")?.Value, Is.Not.Empty, file.Path);
                Assert.That(root.Element(Svg + "desc")?.Value, Is.Not.Empty, file.Path);
                Assert.That(root.Attribute("aria-labelledby")!.Value.Split(' '), Is.SubsetOf(ids), file.Path);
                Assert.That(root.Descendants(Svg + "text"), Is.Empty, file.Path);
                Assert.That(root.Descendants(Svg + "image"), Is.Empty, file.Path);
                Assert.That(links, Is.Not.Empty.And.All.StartsWith("#"), file.Path);
                Assert.That(
                    links.Select(link => link[1..]).Distinct(StringComparer.Ordinal),
                    Is.SubsetOf(ids),
                    file.Path
                );
                Assert.That(ids, Is.Unique, file.Path);
                Assert.That(file.Bytes, Has.Length.LessThan(LargestSvg), file.Path);
            }
        }
    }

    [Test]
    public void Identifiers_of_two_svgs_never_meet_on_one_page()
    {
        var ids = SixPartners
            .Where(file => file.Path.EndsWith(".svg", StringComparison.Ordinal))
            .SelectMany(file => Id().Matches(Encoding.UTF8.GetString(file.Bytes)).Select(match => match.Value));

        Assert.That(ids, Is.Unique);
    }

    [Test]
    public void The_same_input_gives_the_same_bytes()
    {
        var again = ChartBook.Draw(ChartSamples.SixPartners(), ChartSamples.Rehearsal).ToList();

        Assert.That(again.Select(file => file.Path), Is.EqualTo(SixPartners.Select(file => file.Path)));
        for (var index = 0; index < again.Count; index++)
        {
            Assert.That(
                again[index].Bytes.AsSpan().SequenceEqual(SixPartners[index].Bytes),
                Is.True,
                again[index].Path
            );
        }
    }

    [Test]
    public void Files_are_drawn_one_at_a_time_and_in_any_thread()
    {
        var first = ChartBook.Draw(ChartSamples.SixPartners(), ChartSamples.Rehearsal).First();
        var parallel = Enumerable
            .Range(0, 4)
            .AsParallel()
            .Select(_ => ChartBook.Draw(ChartSamples.SixPartners(), ChartSamples.Rehearsal).Take(2).Last().Bytes)
            .ToList();

        Assert.That(first.Path, Is.EqualTo("charts/money-over-time.en.wide.svg"));
        Assert.That(parallel, Is.All.EqualTo(SixPartners[1].Bytes));
    }

    [Test]
    public void Every_rehearsal_picture_and_description_says_that_its_figures_are_invented()
    {
        foreach (var page in ChartBook.Compose(ChartSamples.SixPartners(), ChartSamples.Rehearsal))
        {
            var (strip, foot) = FictionWords(page.Language);
            Assert.That(page.Picture.Texts.Select(text => text.Text), Has.Some.EqualTo(strip), page.Chart);
            Assert.That(page.Picture.Texts.Select(text => text.Text), Has.Some.EqualTo(foot), page.Chart);
            Assert.That(page.Description, Does.Contain(foot), page.Chart);
        }
    }

    [Test]
    public void A_picture_of_real_figures_has_no_mark_of_fiction()
    {
        var real = ChartSamples.Rehearsal with { Fiction = false };

        foreach (var page in ChartBook.Compose(ChartSamples.SixPartners(), real))
        {
            var (strip, foot) = FictionWords(page.Language);
            Assert.That(
                page.Picture.Texts.Select(text => text.Text),
                Has.None.EqualTo(strip).And.None.EqualTo(foot),
                page.Chart
            );
            Assert.That(page.Description, Does.Not.Contain(foot), page.Chart);
        }
    }

    [Test]
    public void The_foot_names_source_release_and_cut_off()
    {
        var pages = ChartBook.Compose(ChartSamples.OnePartner(), ChartSamples.Rehearsal).ToList();

        Assert.That(
            pages.Where(page => page.Language == Language.English).Select(page => page.Description),
            Is.All.Contains("Source: Rehearsal ledger, seed 7. Release 1.0.0, figures to 31 December 2020.")
        );
        Assert.That(
            pages.Where(page => page.Language == Language.Spanish).Select(page => page.Description),
            Is.All.Contains("Fuente: Rehearsal ledger, seed 7. Versión 1.0.0, cifras hasta el 31 de diciembre de 2020.")
        );
    }

    [Test]
    public void Nothing_to_show_is_not_drawn()
    {
        var none = new Dictionary<string, PublishedTable>(StringComparer.Ordinal);

        Assert.That(ChartBook.Draw(ChartSamples.Nothing(), ChartSamples.Rehearsal), Is.Empty);
        Assert.That(ChartBook.Draw(none, ChartSamples.Rehearsal), Is.Empty);
    }

    [Test]
    public void An_unknown_currency_is_refused_at_once() =>
        Assert.That(
            () => ChartBook.Draw(ChartSamples.OnePartner(), ChartSamples.Rehearsal with { Currency = "XXX" }),
            Throws.ArgumentException
        );

    private static (string Strip, string Foot) FictionWords(Language language) =>
        language == Language.Spanish
            ? ("ENSAYO: todas las cifras son inventadas", "Ensayo: cifras inventadas.")
            : ("REHEARSAL: every figure here is invented", "Rehearsal: invented figures.");

    [GeneratedRegex(" id=\"[^\"]+\"", RegexOptions.NonBacktracking)]
    private static partial Regex Id();
}
