namespace Impact.Core.Releases;

/// <summary>The path of a chart's file: <c>charts/CHART.en|es.wide|narrow.svg|png|txt</c>.</summary>
/// <param name="Chart">The chart's identifier.</param>
/// <param name="Language"><c>en</c> or <c>es</c>.</param>
/// <param name="Size"><c>wide</c> or <c>narrow</c>.</param>
/// <param name="Format"><c>svg</c>, <c>png</c> or <c>txt</c>, the long description.</param>
internal sealed record ChartName(string Chart, string Language, string Size, string Format)
{
    public const string Description = "txt";

    private const string Folder = "charts/";

    /// <summary>Every chart is described in these languages.</summary>
    public static IReadOnlyList<string> Languages { get; } = ["en", "es"];

    /// <summary>Reads a path; null when it is not a chart's.</summary>
    public static ChartName? Parse(string path)
    {
        if (!path.StartsWith(Folder, StringComparison.Ordinal) || !ReleaseNames.IsFilePath(path))
        {
            return null;
        }

        return
            path[Folder.Length..].Split('.') is [{ Length: > 0 } chart, var language, var size, var format]
            && !chart.Contains('/', StringComparison.Ordinal)
            && language is ("en" or "es")
            && size is ("wide" or "narrow")
            && format is ("svg" or "png" or "txt")
            ? new(chart, language, size, format)
            : null;
    }
}
