using Impact.Core.Catalogue;
using Impact.Core.Charts;
using Impact.Core.Charts.House;

namespace Impact.Core.Tests.Charts.House;

/// <summary>What a careful eye checks in every picture: nothing cut off, nothing on top of another, every word readable.</summary>
[TestFixture]
public sealed class PictureTests
{
    private const double LeastContrast = 4.5;

    private static readonly (
        string Name,
        Func<IReadOnlyDictionary<string, PublishedTable>> Tables,
        ChartContext Context
    )[] Samples =
    [
        ("six partners", ChartSamples.SixPartners, ChartSamples.Rehearsal),
        ("pooled fund", () => ChartSamples.PooledFund(), ChartSamples.Public),
        ("one partner", ChartSamples.OnePartner, ChartSamples.Rehearsal),
        ("returns and one huge value", ChartSamples.ReturnsAndOneHugeValue, ChartSamples.Rehearsal),
        ("forty partners", ChartSamples.FortyPartners, ChartSamples.Rehearsal),
        ("another currency", ChartSamples.SixPartners, ChartSamples.Rehearsal with { Currency = "EUR" }),
    ];

    private static IEnumerable<TestCaseData> EachSample() =>
        Samples.Select(sample => new TestCaseData(sample.Name).SetArgDisplayNames(sample.Name));

    [TestCaseSource(nameof(EachSample))]
    public void No_text_is_cut_off_or_lies_on_another(string sample)
    {
        foreach (var page in Pages(sample))
        {
            Assert.That(PictureChecks.OutsideThePage(page.Picture), Is.Empty, Name(page));
            Assert.That(PictureChecks.Overlaps(page.Picture), Is.Empty, Name(page));
        }
    }

    [TestCaseSource(nameof(EachSample))]
    public void Every_text_reaches_the_contrast_of_4_5_to_1_against_the_pixels_behind_it(string sample)
    {
        // One organisation's picture is like another's: two of them are enough for pixels.
        foreach (
            var page in Pages(sample)
                .Where(page => !page.Chart.StartsWith("organisation-", StringComparison.Ordinal))
                .Concat(
                    Pages(sample)
                        .Where(page => page.Chart.StartsWith("organisation-", StringComparison.Ordinal))
                        .Take(8)
                )
        )
        {
            using var marks = PicturePng.Draw(page.Picture, withText: false);
            var worst = page
                .Picture.Texts.Select(text => (Contrast: PictureChecks.WorstContrast(marks, text), text.Text))
                .Min();
            Assert.That(worst.Contrast, Is.GreaterThanOrEqualTo(LeastContrast), $"{Name(page)}: {worst.Text}");
        }
    }

    [Test]
    public void A_text_on_another_is_found()
    {
        var picture = new Picture(width: 100, height: 100);
        var style = PageShape.Narrow.Label;
        picture.Write("Received", new(10, 50), style);
        picture.Write("Spent", new(30, 55), style);

        Assert.That(PictureChecks.Overlaps(picture), Is.Not.Empty);
    }

    [Test]
    public void A_text_beyond_the_edge_is_found()
    {
        var picture = new Picture(width: 100, height: 100);
        picture.Write("An organisation with a long name", new(10, 50), PageShape.Narrow.Label);

        Assert.That(PictureChecks.OutsideThePage(picture), Is.Not.Empty);
    }

    [Test]
    public void A_text_on_a_dark_bar_is_found()
    {
        var picture = new Picture(width: 100, height: 100);
        picture.Fill(new(0, 40, 100, 60), HouseStyle.Accent);
        picture.Write("Received", new(10, 55), PageShape.Narrow.Label);
        using var marks = PicturePng.Draw(picture, withText: false);

        Assert.That(PictureChecks.WorstContrast(marks, picture.Texts[0]), Is.LessThan(LeastContrast));
    }

    [Test]
    public void Text_is_really_drawn_from_the_fonts_in_the_assembly()
    {
        var picture = ChartBook.Compose(ChartSamples.OnePartner(), ChartSamples.Rehearsal).First().Picture;
        using var with = PicturePng.Draw(picture, withText: true);
        using var without = PicturePng.Draw(picture, withText: false);

        foreach (var text in picture.Texts)
        {
            Assert.That(
                PictureChecks.Ink(with, text),
                Is.GreaterThan(PictureChecks.Ink(without, text) + 20),
                text.Text
            );
        }
    }

    private static IEnumerable<ChartPage> Pages(string sample)
    {
        var (_, tables, context) = Samples.Single(candidate =>
            string.Equals(candidate.Name, sample, StringComparison.Ordinal)
        );
        return ChartBook.Compose(tables(), context);
    }

    private static string Name(ChartPage page) => $"{page.Chart} {page.Language} {page.Shape.Name}";
}
