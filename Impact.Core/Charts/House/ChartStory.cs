using SkiaSharp;

namespace Impact.Core.Charts.House;

/// <summary>The part of a picture between headline and foot.</summary>
internal interface IChartBody
{
    /// <summary>The height it needs on a page.</summary>
    float HeightOn(PageShape shape);

    /// <summary>Draws it.</summary>
    /// <param name="picture">The page.</param>
    /// <param name="area">Where: as wide as the page allows, as high as asked for.</param>
    /// <param name="shape">Which of the two layouts.</param>
    void Draw(Picture picture, SKRect area, PageShape shape);
}

/// <summary>A coloured mark and what it stands for.</summary>
/// <param name="Colour">The mark's colour.</param>
/// <param name="Text">What it stands for.</param>
/// <param name="Hatched">Whether the mark is hatched.</param>
internal sealed record KeyEntry(SKColor Colour, string Text, bool Hatched = false);

/// <summary>One chart in one language: what is said, and what is drawn.</summary>
internal sealed record ChartStory
{
    /// <summary>What is seen, by rule from the figures.</summary>
    public required string Headline { get; init; }

    /// <summary>Measure, unit, fund and period.</summary>
    public required string Subtitle { get; init; }

    /// <summary>What the colours stand for, where marks are not labelled one by one.</summary>
    public IReadOnlyList<KeyEntry> Key { get; init; } = [];

    /// <summary>Sentences for the foot: what is provisional, not told, withheld.</summary>
    public IReadOnlyList<string> Notes { get; init; } = [];

    /// <summary>What the picture shows, for whoever does not see it: one paragraph a line, every drawn figure.</summary>
    public required IReadOnlyList<string> Description { get; init; }

    /// <summary>What is drawn.</summary>
    public required IChartBody Body { get; init; }
}

/// <summary>One chart of a release.</summary>
/// <param name="Id">Its identifier, which is part of the file name.</param>
/// <param name="Tell">Its story in a language.</param>
internal sealed record Chart(string Id, Func<Catalogue.Language, ChartStory> Tell);
