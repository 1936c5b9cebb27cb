using Impact.Core.Catalogue;

namespace Impact.Core.Charts;

/// <summary>What a picture must say about itself besides its figures.</summary>
/// <param name="FundName">The fund's name.</param>
/// <param name="Currency">The fund's currency, ISO 4217.</param>
/// <param name="CutOff">Last day the figures may hold.</param>
/// <param name="Version">The release's version, for example <c>1.2.0</c>.</param>
/// <param name="Fiction">Whether the figures are invented: then a mark is burnt into every picture.</param>
/// <param name="Source">Whom the figures come from, as the foot names it; not translated.</param>
public sealed record ChartContext(
    BilingualText FundName,
    string Currency,
    DateOnly CutOff,
    string Version,
    bool Fiction,
    string Source
)
{
    /// <summary>What each indicator counts, by its code. An indicator without a title is shown by its code in words.</summary>
    public IReadOnlyDictionary<string, BilingualText> Indicators { get; init; } =
        new Dictionary<string, BilingualText>(StringComparer.Ordinal);
}

/// <summary>One file of one picture.</summary>
/// <param name="Path">Relative to the release: <c>charts/&lt;chart&gt;.&lt;en|es&gt;.&lt;wide|narrow&gt;.&lt;svg|png|txt&gt;</c>.</param>
/// <param name="Bytes">The whole file; the same input gives the same bytes.</param>
public sealed record ChartFile(string Path, byte[] Bytes);

/// <summary>What one chart is about, for a list of charts.</summary>
/// <param name="Chart">The chart's identifier; it ends in <c>*</c> where there is one chart for each organisation.</param>
/// <param name="Title">Its plain name. The headline in the picture is made from the figures and says more.</param>
public sealed record ChartTitle(string Chart, BilingualText Title);
