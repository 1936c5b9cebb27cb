using System.Text.RegularExpressions;
using Impact.Core.Catalogue;
using Impact.Web.Wording;

namespace Impact.Web.Reading;

/// <summary>One drawing of a chart: its file and its size.</summary>
/// <param name="File">Path inside the release.</param>
/// <param name="Width">Width in CSS pixels.</param>
/// <param name="Height">Height in CSS pixels.</param>
public sealed record Drawing(string File, int Width, int Height);

/// <summary>A chart of a release in one language: two drawings and its description in words.</summary>
/// <param name="Id">Identifier of the chart.</param>
/// <param name="Wide">For screens.</param>
/// <param name="Narrow">For phones, with its own layout.</param>
/// <param name="Headline">First line of the description: what is seen.</param>
/// <param name="Description">The other lines of the description.</param>
public sealed partial record ChartReading(
    string Id,
    Drawing Wide,
    Drawing Narrow,
    string Headline,
    IReadOnlyList<string> Description
)
{
    // The head of a drawing holds its size; the rest may be long.
    private const int HeadLength = 1_000;

    // Sizes that recipes draw at, should a drawing not say its own.
    private static readonly (int Width, int Height) UsualWide = (900, 480);
    private static readonly (int Width, int Height) UsualNarrow = (400, 480);

    /// <summary>Reads a chart; null where the release does not hold it.</summary>
    public static ChartReading? Find(FundReading fund, string id, Language language)
    {
        if (!fund.Release.Charts.Contains(id, StringComparer.Ordinal))
        {
            return null;
        }

        var stem = $"charts/{id}.{Reader.TagOf(language)}";
        var lines = Lines(fund, $"{stem}.wide.txt");
        return new(
            id,
            Draw(fund, $"{stem}.wide.svg", UsualWide),
            Draw(fund, $"{stem}.narrow.svg", UsualNarrow),
            lines.Count > 0 ? lines[0] : string.Empty,
            [.. lines.Skip(1)]
        );
    }

    private static List<string> Lines(FundReading fund, string file)
    {
        using var reader = new StreamReader(fund.Release.OpenFile(file));
        return
        [
            .. reader.ReadToEnd().Split('\n', StringSplitOptions.RemoveEmptyEntries | StringSplitOptions.TrimEntries),
        ];
    }

    private static Drawing Draw(FundReading fund, string file, (int Width, int Height) usual)
    {
        using var reader = new StreamReader(fund.Release.OpenFile(file));
        var head = new char[HeadLength];
        var size = SizeInHead().Match(new string(head, 0, reader.ReadBlock(head)));
        return size.Success
            ? new(file, (int)Number(size, "width"), (int)Number(size, "height"))
            : new(file, usual.Width, usual.Height);
    }

    private static decimal Number(Match size, string name) =>
        decimal.Round(decimal.Parse(size.Groups[name].ValueSpan, System.Globalization.CultureInfo.InvariantCulture));

    [GeneratedRegex(
        """<svg[^>]*?\bwidth="(?<width>[0-9.]{1,8})(px)?"[^>]*?\bheight="(?<height>[0-9.]{1,8})(px)?["]""",
        RegexOptions.ExplicitCapture | RegexOptions.CultureInvariant,
        matchTimeoutMilliseconds: 1_000
    )]
    private static partial Regex SizeInHead();
}
