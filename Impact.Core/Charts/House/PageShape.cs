namespace Impact.Core.Charts.House;

/// <summary>One of the two drawings of a chart: each has its own layout. All lengths are in logical pixels.</summary>
internal sealed record PageShape
{
    /// <summary>For a column of a page or a slide: 900 pixels.</summary>
    public static PageShape Wide { get; } =
        new()
        {
            Name = "wide",
            Width = 900,
            Margin = 24,
            HeadlineSize = 26,
            SubtitleSize = 16,
            LabelSize = 15,
            FootSize = 13,
        };

    /// <summary>For a phone: 400 pixels.</summary>
    public static PageShape Narrow { get; } =
        new()
        {
            Name = "narrow",
            Width = 400,
            Margin = 16,
            HeadlineSize = 21,
            SubtitleSize = 15,
            LabelSize = 14,
            FootSize = 12.5f,
        };

    /// <summary>Both, in the order they are drawn.</summary>
    public static IReadOnlyList<PageShape> All { get; } = [Wide, Narrow];

    /// <summary>The part of the file name.</summary>
    public required string Name { get; init; }

    /// <summary>Width of the picture; its height follows from what is in it.</summary>
    public required float Width { get; init; }

    /// <summary>Empty border left, right, above and below.</summary>
    public required float Margin { get; init; }

    /// <summary>Size of the headline.</summary>
    public required float HeadlineSize { get; init; }

    /// <summary>Size of the subtitle.</summary>
    public required float SubtitleSize { get; init; }

    /// <summary>Size of names, values and axis labels.</summary>
    public required float LabelSize { get; init; }

    /// <summary>Size of the foot.</summary>
    public required float FootSize { get; init; }

    /// <summary>Whether this is the drawing for a phone.</summary>
    public bool IsNarrow => Width < Wide.Width;

    /// <summary>Width between the borders.</summary>
    public float InnerWidth => Width - Margin - Margin;

    /// <summary>The ordinary label.</summary>
    public TextStyle Label => new(LabelSize, TextWeight.Regular, HouseStyle.Ink);

    /// <summary>A label of an axis.</summary>
    public TextStyle AxisLabel => new(LabelSize, TextWeight.Regular, HouseStyle.Secondary);

    /// <summary>A figure beside a mark.</summary>
    public TextStyle ValueLabel => new(LabelSize, TextWeight.SemiBold, HouseStyle.Ink);
}
