using Impact.Core.Catalogue;
using Impact.Core.Charts.Figures;
using Impact.Core.Charts.House;
using Impact.Core.Charts.Words;
using SkiaSharp;

namespace Impact.Core.Charts.Recipes;

/// <summary>What the flow is, and how it is put into words.</summary>
internal sealed record FlowTelling(FlowFigures Flow, Amounts Amounts, Language Language);

/// <summary>One band between two nodes.</summary>
internal sealed record FlowBand(
    float Left,
    float LeftTop,
    float Right,
    float RightTop,
    float Thickness,
    SKColor Colour
);

/// <summary>One upright bar with its label.</summary>
internal sealed record FlowNode(SKRect Bar, SKColor Colour, float HatchedBelow, bool IsHatched, Action<Picture> Label)
{
    public void Draw(Picture picture)
    {
        if (IsHatched)
        {
            picture.Hatch(Bar, Colour);
        }
        else
        {
            picture.Fill(Bar, Colour);
        }

        if (HatchedBelow > 0)
        {
            picture.Hatch(new(Bar.Left, Bar.Bottom, Bar.Right, Bar.Bottom + HatchedBelow), Colour);
        }

        Label(picture);
    }
}

/// <summary>Where everything is.</summary>
internal sealed class FlowLayout
{
    private const float WideThickness = 300;
    private const float NarrowThickness = 240;
    private const float NodeWidth = 12;
    private const float LabelGap = 10;
    private const float SlotGap = 12;
    private const float ThinnestMark = 1;

    private readonly FlowTelling _telling;
    private readonly PageShape _shape;
    private readonly SKRect _area;
    private readonly List<(FlowNode Node, FlowPart Part)> _partnerEnds = [];
    private readonly List<(FlowNode Node, FlowPart Part)> _fundEnds = [];
    private readonly FlowNode _source;
    private readonly FlowNode? _onward;
    private readonly decimal _pixelsPerUnit;

    public FlowLayout(FlowTelling telling, PageShape shape, SKRect area)
    {
        _telling = telling;
        _shape = shape;
        _area = area;
        var flow = telling.Flow;
        var all = (decimal)flow.Sources + flow.BeyondSources;
        var highest = Math.Max(all, (decimal)flow.Onward + flow.BeyondOnward);
        _pixelsPerUnit = (decimal)(shape.IsNarrow ? NarrowThickness : WideThickness) / highest;
        var (second, third) = shape.IsNarrow ? (area.Left + 112, area.Left + 206) : (area.Left + 270, area.Left + 530);
        var head = Math.Max(
            HeadLines(SourceName, second - area.Left - 8).Count,
            flow.Onward > 0 ? HeadLines(OnwardName, area.Right - second).Count : 0
        );
        var top = area.Top + ((head + 1) * shape.Label.LineHeight) + 8;
        _source = Head(
            SourceName,
            flow.Sources,
            flow.BeyondSources,
            new(area.Left, top),
            second - area.Left - 8,
            HouseStyle.Ink
        );
        var bottom = top;
        if (flow.Onward > 0 || flow.BeyondOnward > 0)
        {
            _onward = Head(
                OnwardName,
                flow.Onward,
                flow.BeyondOnward,
                new(second, top),
                area.Right - second,
                HouseStyle.Accent
            );
            bottom = Stack(
                _partnerEnds,
                flow.PartnerEnds,
                new(third, top),
                part => FlowWords.PartnerEnd(part.End, flow.IsSent, telling.Language)
            );
            bottom = MathF.Max(bottom, _onward.Bar.Bottom + _onward.HatchedBelow + SlotGap);
        }

        bottom = Stack(
            _fundEnds,
            flow.FundEnds,
            new(second, bottom),
            part => FlowWords.FundEnd(part.End, telling.Language)
        );
        Height = MathF.Max(bottom, _source.Bar.Bottom + _source.HatchedBelow) - area.Top;
    }

    public float Height { get; }

    public IEnumerable<FlowNode> Nodes =>
        new[] { _source }
            .Concat(_onward is null ? [] : [_onward])
            .Concat(_partnerEnds.Concat(_fundEnds).Select(end => end.Node));

    private string SourceName => Flows.Name(MoneyFlow.Received, _telling.Language);

    private string OnwardName => FlowWords.Onward(_telling.Flow, _telling.Language);

    public IEnumerable<FlowBand> Bands()
    {
        var top = _source.Bar.Top;
        if (_onward is not null)
        {
            yield return Band(_source, top, _onward.Bar, _onward.Bar.Height, HouseStyle.AccentQuiet);
            top += _onward.Bar.Height;
            var from = _onward.Bar.Top;
            foreach (var (node, part) in _partnerEnds)
            {
                yield return Band(
                    _onward,
                    from,
                    node.Bar,
                    node.Bar.Height,
                    HouseStyle.Quiet(FlowWords.Colour(part.End))
                );
                from += node.Bar.Height;
            }
        }

        foreach (var (node, part) in _fundEnds)
        {
            yield return Band(_source, top, node.Bar, node.Bar.Height, HouseStyle.Quiet(FlowWords.Colour(part.End)));
            top += node.Bar.Height;
        }
    }

    private static FlowBand Band(FlowNode from, float top, SKRect to, float thickness, SKColor colour) =>
        new(from.Bar.Right, top, to.Left, to.Top, thickness, colour);

    private float Pixels(long amount) => (float)(amount * _pixelsPerUnit);

    private IReadOnlyList<string> HeadLines(string name, float width) =>
        Lettering.WrapEvenly(name, _shape.Label, width);

    /// <summary>A bar whose label stands above it.</summary>
    private FlowNode Head(string name, long amount, long beyond, SKPoint at, float width, SKColor colour)
    {
        var lines = HeadLines(name, width);
        var bar = new SKRect(at.X, at.Y, at.X + NodeWidth, at.Y + Pixels(amount));
        var words = _telling.Amounts.Short(amount) + (colour == HouseStyle.Ink ? string.Empty : Share(amount));
        return new(
            bar,
            colour,
            Pixels(beyond),
            IsHatched: false,
            picture =>
            {
                var baseline = at.Y - 8 - _shape.Label.Descent;
                picture.Write(words, new(at.X, baseline), _shape.ValueLabel.In(colour));
                picture.Write(
                    lines,
                    new(at.X, baseline - (lines.Count * _shape.Label.LineHeight)),
                    _shape.Label.In(colour)
                );
            }
        );
    }

    /// <summary>Bars under one another, each with its label at the right; a bar that is thinner than its label gets the label's room.</summary>
    private float Stack(
        List<(FlowNode Node, FlowPart Part)> nodes,
        IReadOnlyList<FlowPart> parts,
        SKPoint at,
        Func<FlowPart, string> name
    )
    {
        var top = at.Y;
        var x = at.X + NodeWidth + LabelGap;
        foreach (var part in parts)
        {
            var lines = Lettering.WrapEvenly(name(part), _shape.Label, _area.Right - x);
            var labelHeight = (lines.Count + 1) * _shape.Label.LineHeight;
            // What is not nothing is seen, be it ever so little.
            var thickness = MathF.Max(Pixels(part.Amount), ThinnestMark);
            var slot = MathF.Max(thickness, labelHeight);
            var bar = new SKRect(
                at.X,
                top + ((slot - thickness) / 2),
                at.X + NodeWidth,
                top + ((slot + thickness) / 2)
            );
            var first = top + ((slot - labelHeight) / 2) + _shape.Label.Ascent + 2;
            var words = _telling.Amounts.Short(part.Amount) + Share(part.Amount);
            nodes.Add(
                (
                    new(
                        bar,
                        FlowWords.Colour(part.End),
                        0,
                        part.End == FlowEnd.NotTold,
                        picture =>
                        {
                            var baseline = picture.Write(lines, new(x, first), _shape.Label);
                            picture.Write(words, new(x, baseline), _shape.ValueLabel);
                        }
                    ),
                    part
                )
            );
            top += slot + SlotGap;
        }

        return top;
    }

    /// <summary>The part of all that came in; a part that is more than the whole has none.</summary>
    private string Share(long amount)
    {
        var (sources, amounts) = (_telling.Flow.Sources, _telling.Amounts);
        if (amount > sources)
        {
            return string.Empty;
        }

        var isShort = _shape.IsNarrow || !amounts.IsDollar;
        return " · " + (isShort ? amounts.ShareShort(amount, sources) : amounts.ShareInWords(amount, sources));
    }
}
