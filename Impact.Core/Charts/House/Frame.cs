using Impact.Core.Catalogue;
using Impact.Core.Charts.Words;
using SkiaSharp;

namespace Impact.Core.Charts.House;

/// <summary>Headline, subtitle, key, body, notes and foot on one page.</summary>
internal sealed class Frame
{
    private const float StripHeight = 26;
    private const float KeySwatch = 12;
    private const float Gap = 10;

    private readonly ChartStory _story;
    private readonly PageShape _shape;
    private readonly string _strip;
    private readonly IReadOnlyList<string> _headline;
    private readonly IReadOnlyList<string> _subtitle;
    private readonly IReadOnlyList<string> _foot;

    private Frame(ChartStory story, PageShape shape, ChartContext context, Language language)
    {
        _story = story;
        _shape = shape;
        _strip = context.Fiction ? Foot.FictionStrip(language) : string.Empty;
        _headline = Lettering.WrapEvenly(story.Headline, Headline, shape.InnerWidth);
        _subtitle = Lettering.WrapEvenly(story.Subtitle, Subtitle, shape.InnerWidth);
        _foot =
        [
            .. story
                .Notes.Concat(Foot.Lines(context, language))
                .SelectMany(line => Lettering.Wrap(line, Small, shape.InnerWidth)),
        ];
    }

    private TextStyle Headline => new(_shape.HeadlineSize, TextWeight.Bold, HouseStyle.Ink);

    private TextStyle Subtitle => new(_shape.SubtitleSize, TextWeight.Regular, HouseStyle.Secondary);

    private TextStyle Small => new(_shape.FootSize, TextWeight.Regular, HouseStyle.Secondary);

    private TextStyle Strip => new(_shape.FootSize, TextWeight.Bold, HouseStyle.FictionInk);

    /// <summary>Lays one story out on one page.</summary>
    public static Picture Compose(ChartStory story, PageShape shape, ChartContext context, Language language) =>
        new Frame(story, shape, context, language).Compose();

    private Picture Compose()
    {
        var strip = _strip.Length == 0 ? 0 : StripHeight;
        var keyRows = KeyRows();
        var headHeight = (_headline.Count * Headline.LineHeight) + (_subtitle.Count * Subtitle.LineHeight) + 4;
        var keyHeight = keyRows.Count == 0 ? 0 : (keyRows.Count * _shape.Label.LineHeight) + Gap;
        var bodyTop = strip + _shape.Margin + headHeight + keyHeight + Gap;
        var bodyHeight = _story.Body.HeightOn(_shape);
        var footTop = bodyTop + bodyHeight + Gap + Gap;
        var height = MathF.Ceiling(footTop + (_foot.Count * Small.LineHeight) + (_shape.Margin / 2));
        var picture = new Picture(_shape.Width, height);
        _story.Body.Draw(
            picture,
            new(_shape.Margin, bodyTop, _shape.Width - _shape.Margin, bodyTop + bodyHeight),
            _shape
        );
        WriteHead(picture, strip, keyRows);
        picture.Line(
            new(_shape.Margin, footTop - Gap),
            new(_shape.Width - _shape.Margin, footTop - Gap),
            HouseStyle.Rule
        );
        picture.Write(_foot, new(_shape.Margin, footTop + Small.Ascent), Small);
        return picture;
    }

    private void WriteHead(Picture picture, float strip, List<List<KeyEntry>> keyRows)
    {
        if (strip > 0)
        {
            picture.Fill(new(0, 0, _shape.Width, strip), HouseStyle.FictionStrip);
            picture.Write(_strip, new(_shape.Margin, (strip / 2) + Strip.MiddleToBaseline), Strip);
        }

        var baseline = picture.Write(_headline, new(_shape.Margin, strip + _shape.Margin + Headline.Ascent), Headline);
        baseline += Subtitle.Ascent - Headline.Ascent + 4;
        baseline = picture.Write(_subtitle, new(_shape.Margin, baseline), Subtitle) + Gap;
        foreach (var row in keyRows)
        {
            WriteKey(picture, row, baseline);
            baseline += _shape.Label.LineHeight;
        }
    }

    private void WriteKey(Picture picture, List<KeyEntry> row, float baseline)
    {
        var x = _shape.Margin;
        foreach (var entry in row)
        {
            var swatch = new SKRect(x, baseline - KeySwatch + 1, x + KeySwatch, baseline + 1);
            if (entry.Hatched)
            {
                picture.Hatch(swatch, entry.Colour);
            }
            else
            {
                picture.Fill(swatch, entry.Colour);
            }

            picture.Write(entry.Text, new(x + KeySwatch + 6, baseline), _shape.Label);
            x += KeyWidth(entry);
        }
    }

    private List<List<KeyEntry>> KeyRows()
    {
        var rows = new List<List<KeyEntry>>();
        var x = float.MaxValue;
        foreach (var entry in _story.Key)
        {
            if (x + KeyWidth(entry) > _shape.InnerWidth + Gap + Gap)
            {
                rows.Add([]);
                x = 0;
            }

            rows[^1].Add(entry);
            x += KeyWidth(entry);
        }

        return rows;
    }

    private float KeyWidth(KeyEntry entry) => KeySwatch + 6 + Lettering.Width(entry.Text, _shape.Label) + Gap + Gap;
}
