using CsCheck;
using Impact.Core.Charts;
using Impact.Core.Charts.House;
using SkiaSharp;

namespace Impact.Core.Tests.Charts.House;

[TestFixture]
public sealed class LetteringTests
{
    private static readonly TextStyle Style = PageShape.Wide.Label;

    [Test]
    public void The_three_weights_come_from_the_assembly()
    {
        Assert.That(Lettering.Typeface(TextWeight.Regular).FamilyName, Does.StartWith("Source Sans 3"));
        Assert.That(Lettering.Typeface(TextWeight.SemiBold).FontWeight, Is.EqualTo(600));
        Assert.That(Lettering.Typeface(TextWeight.Bold).FontWeight, Is.EqualTo(700));
    }

    [Test]
    public void Every_sign_of_every_chart_is_in_the_fonts()
    {
        var pages = ChartBook
            .Compose(ChartSamples.SixPartners(), ChartSamples.Rehearsal)
            .Concat(ChartBook.Compose(ChartSamples.PooledFund(20), ChartSamples.Public));

        foreach (var text in pages.SelectMany(page => page.Picture.Texts))
        {
            Assert.That(Lettering.Shape(text.Text, text.Style).Glyphs, Has.None.EqualTo((ushort)0), text.Text);
        }
    }

    [Test]
    public void A_sign_that_no_font_has_is_found() =>
        Assert.That(Lettering.Shape("漢", Style).Glyphs, Has.Some.EqualTo((ushort)0));

    [Test]
    public void Pairs_of_letters_are_kerned() =>
        Assert.That(
            Lettering.Width("AV", Style),
            Is.LessThan(Lettering.Width("A", Style) + Lettering.Width("V", Style))
        );

    [Test]
    public void Control_and_format_signs_take_no_room() =>
        Assert.That(Lettering.Width("a\u202e\u0007b", Style), Is.EqualTo(Lettering.Width("ab", Style)));

    [Test]
    public void Wrapping_loses_nothing_and_no_line_is_too_long() =>
        Gen.Select(Gen.Char["abcñ ÁW-"].Array[1, 120], Gen.Int[60, 400])
            .Sample(
                (letters, width) =>
                {
                    var text = new string(letters);
                    foreach (
                        var lines in (IReadOnlyList<string>[])
                            [Lettering.Wrap(text, Style, width), Lettering.WrapEvenly(text, Style, width)]
                    )
                    {
                        Assert.That(
                            string.Concat(lines).Replace(" ", string.Empty, StringComparison.Ordinal),
                            Is.EqualTo(text.Replace(" ", string.Empty, StringComparison.Ordinal))
                        );
                        // Kerning at a blank may change a line by a hair.
                        Assert.That(Lettering.Width(lines, Style), Is.LessThanOrEqualTo(width + 1.5f));
                    }
                },
                seed: ChartCases.Seed,
                iter: ChartCases.Count
            );

    [Test]
    public void Even_lines_are_as_many_as_greedy_ones_and_leave_no_short_last_word()
    {
        const string text =
            "Money in US dollars, a fund with a name, to 31 December 2020. Widths are to scale; shares are rounded.";
        var greedy = Lettering.Wrap(text, Style, 560);
        var even = Lettering.WrapEvenly(text, Style, 560);

        Assert.That(even, Has.Count.EqualTo(greedy.Count));
        Assert.That(Lettering.Width(even[^1], Style), Is.GreaterThan(Lettering.Width(even[0], Style) * 0.7f));
    }

    [Test]
    public void Every_text_colour_is_readable_on_paper()
    {
        SKColor[] colours = [HouseStyle.Ink, HouseStyle.Secondary, HouseStyle.Accent, HouseStyle.Warm];

        Assert.That(colours.Select(colour => Luminance(colour)), Is.All.LessThan((1.05 / 4.5) - 0.05));
    }

    private static double Luminance(SKColor colour) =>
        (0.2126 * Linear(colour.Red)) + (0.7152 * Linear(colour.Green)) + (0.0722 * Linear(colour.Blue));

    private static double Linear(byte part) =>
        part <= 10 ? part / 255d / 12.92 : Math.Pow(((part / 255d) + 0.055) / 1.055, 2.4);
}
