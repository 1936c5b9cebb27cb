using Impact.Core.Catalogue;
using Impact.Core.Disclosure;
using Impact.Core.Releases.Gifts;
using Impact.Core.Releases.Privacy;

namespace Impact.Core.Releases;

/// <summary>Everything a release is built from. Version, previous release and digests are the builder's.</summary>
internal sealed record ReleaseDraft
{
    /// <summary>The fund.</summary>
    public required FundDescription Fund { get; init; }

    /// <summary>The last day whose records are counted.</summary>
    public required DateOnly CutOff { get; init; }

    /// <summary>The last batch of the ledger that was known, from 1; null when the tables come from no ledger.</summary>
    public int? LastBatch { get; init; }

    /// <summary>The disclosure policy that decided every cell.</summary>
    public required ManifestPolicy Policy { get; init; }

    /// <summary>Version of the rules that records were checked against.</summary>
    public required string RulesVersion { get; init; }

    /// <summary>The program that builds it, with its version.</summary>
    public required string Tool { get; init; }

    /// <summary>The definitions that were used.</summary>
    public IReadOnlyList<ManifestMetric> Metrics { get; init; } = [];

    /// <summary>The publication checklist.</summary>
    public IReadOnlyList<ManifestCheck> Checks { get; init; } = [];

    /// <summary>The tables, each decided on by Disclosure.</summary>
    public required IReadOnlyList<ControlledTable> Tables { get; init; }

    /// <summary>The budget of the noisy tables; null where there are none.</summary>
    public DraftPrivacy? Privacy { get; init; }

    /// <summary>What it publishes of spending by category; nothing for a fund from public sources, which binds no later release.</summary>
    public IReadOnlyList<PublishedSpending> Spending =>
        Fund.IsFromPublicSources
            ? []
            :
            [
                .. Tables
                    .Where(table => table.Table.Schema.Id == PublishedTables.SpendingByCategory.Id)
                    .SelectMany(table => PublishedSpending.Of(table.Table)),
            ];

    /// <summary>The periods in which it shows gifts, refunds and chargebacks; as above.</summary>
    public IReadOnlyList<PublishedInflow> Inflows =>
        Fund.IsFromPublicSources
            ? []
            :
            [
                .. Tables
                    .Where(table => table.Table.Schema.Id == PublishedTables.MoneyByMonth.Id)
                    .SelectMany(table => PublishedInflow.Of(table.Table)),
            ];

    /// <summary>What the fund itself has to say to this release, besides the notes that follow from corrections.</summary>
    public IReadOnlyList<ManifestNote> Notes { get; init; } = [];

    /// <summary>The long descriptions of the charts, by which the checklist looks at them before they are drawn; null: they are drawn for it.</summary>
    public Func<string, IEnumerable<ReleaseChart>>? DescribeCharts { get; init; }

    /// <summary>Draws the charts once the version is known; called once, and not at all when nothing has changed.</summary>
    public Func<string, IEnumerable<ReleaseChart>> DrawCharts { get; init; } = _ => [];

    /// <summary>Opens the gifts that the release proves; null where the sources name no transactions. Called once when something is published.</summary>
    public Func<IGiftSource?>? OpenGifts { get; init; }
}

/// <summary>One chart's file, a picture or its description.</summary>
/// <param name="Path">Path inside the release, see <see cref="ChartName"/>.</param>
/// <param name="Bytes">Its content.</param>
internal sealed record ReleaseChart(string Path, byte[] Bytes);

/// <summary>What a publication came to.</summary>
/// <param name="Release">The release that is now the newest.</param>
/// <param name="IsNew">False when every table equals the newest release's, which then is returned and nothing is published.</param>
internal sealed record PublishResult(Release Release, bool IsNew);

/// <summary>A draft holds something that may not be published: a defect of the room that made it, so nothing is written.</summary>
internal sealed class ReleaseRefusedException : Exception
{
    /// <summary>Names the rule and where it was broken; never a cell's content.</summary>
    /// <param name="rule">Lower case with hyphens.</param>
    /// <param name="place">A table, a column or a chart.</param>
    public ReleaseRefusedException(string rule, string place)
        : base($"The release is refused: {rule} in {place}.")
    {
        Rule = rule;
        Place = place;
    }

    /// <summary>Which rule.</summary>
    public string Rule { get; }

    /// <summary>Which table, column or chart.</summary>
    public string Place { get; }
}
