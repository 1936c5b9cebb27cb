using SkiaSharp;

namespace Impact.Core.Charts.House;

/// <summary>The weights of the one type family.</summary>
internal enum TextWeight
{
    /// <summary>Running text.</summary>
    Regular,

    /// <summary>Figures.</summary>
    SemiBold,

    /// <summary>Headlines.</summary>
    Bold,
}

/// <summary>Where the given point of a text lies on its line.</summary>
internal enum TextAlign
{
    /// <summary>At its beginning.</summary>
    Left,

    /// <summary>In its middle.</summary>
    Centre,

    /// <summary>At its end.</summary>
    Right,
}

/// <summary>How a text looks.</summary>
/// <param name="Size">Height of the type in logical pixels.</param>
/// <param name="Weight">Its weight.</param>
/// <param name="Colour">Its colour; at least 4.5 to 1 against what is behind it.</param>
internal readonly record struct TextStyle(float Size, TextWeight Weight, SKColor Colour)
{
    private const float LinesPerSize = 1.28f;
    private const float AscentPerSize = 0.74f;
    private const float DescentPerSize = 0.22f;

    /// <summary>Distance between two lines.</summary>
    public float LineHeight => Size * LinesPerSize;

    /// <summary>From the baseline up to the top of the highest letter.</summary>
    public float Ascent => Size * AscentPerSize;

    /// <summary>From the baseline down to the foot of the lowest letter.</summary>
    public float Descent => Size * DescentPerSize;

    /// <summary>From the middle of a line of capitals down to the baseline.</summary>
    public float MiddleToBaseline => Size * 0.33f;

    /// <summary>The same style in another colour.</summary>
    public TextStyle In(SKColor colour) => this with { Colour = colour };
}
