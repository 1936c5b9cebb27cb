using Impact.Core.Catalogue;
using Impact.Core.Releases;
using Impact.Core.Releases.Exports;
using Impact.Testing.Releases;

namespace Impact.Core.Tests.Releases.Exports;

/// <summary>Releases as the exports see them: manifest and tables of invented funds.</summary>
internal static class ExportSamples
{
    /// <summary>The small fund with everything told.</summary>
    public static IReadOnlyList<PublishedTable> Tables { get; } = [.. new SmallFund(SmallFund.MostQuarters).Tables()];

    /// <summary>Its manifest.</summary>
    public static Manifest Manifest { get; } = Begin(new SmallFund(SmallFund.MostQuarters), Tables);

    /// <summary>Its exports by path.</summary>
    public static IReadOnlyDictionary<string, byte[]> Files { get; } = Write(Manifest, Tables);

    /// <summary>The large fund: no months, named givers, most of it not told.</summary>
    public static (Manifest Manifest, IReadOnlyList<PublishedTable> Tables) Large { get; } = Of(new LargeFund());

    public static (Manifest Manifest, IReadOnlyList<PublishedTable> Tables) Of(ExampleFund fund)
    {
        List<PublishedTable> tables = [.. fund.Tables()];
        return (Begin(fund, tables), tables);
    }

    public static Dictionary<string, byte[]> Write(Manifest manifest, IReadOnlyList<PublishedTable> tables) =>
        ReleaseExports
            .Write(manifest, tables)
            .ToDictionary(file => file.Path, file => file.Bytes, StringComparer.Ordinal);

    /// <summary>The small fund's tables with one of them changed row by row.</summary>
    public static List<PublishedTable> With(TableSchema schema, Func<TableRow, object?[]?> change) =>
        [
            .. Tables.Select(table =>
                ReferenceEquals(table.Schema, schema)
                    ? new PublishedTable(schema, table.Rows.Select(change).OfType<object?[]>())
                    : table
            ),
        ];

    /// <summary>A row's cells with one column changed.</summary>
    public static object?[] Set(TableRow row, string column, object? value)
    {
        object?[] cells = [.. row.Cells];
        cells[row.Schema.IndexOf(column)] = value;
        return cells;
    }

    /// <summary>Every organisation named like a formula, with characters that XML and CSV must escape.</summary>
    public static List<PublishedTable> Hostile(string name) =>
        With(PublishedTables.Organisations, row => Set(row, "name", name));

    private static Manifest Begin(ExampleFund fund, IReadOnlyList<PublishedTable> tables) =>
        new()
        {
            Format = Manifest.KnownFormat,
            Fund = new(
                fund.Describe().Id,
                fund.Describe().Name,
                fund.Describe().Purpose,
                fund.Describe().Currency,
                fund.Describe().Fiction
            ),
            Version = "1.2.0",
            PublishedAt = fund.Clock.GetUtcNow(),
            CutOff = fund.CutOff,
            Policy = new("default", "1", new string('a', 64)),
            RulesVersion = "1",
            Tool = "impact 0.0.0",
            Metrics = [],
            Changes = new("first", BilingualText.Same("first"), 0),
            Sources = [.. fund.Describe().Sources],
            Checks =
            [
                new("late-partner", CheckOutcome.Warning, new("One partner is late.", "Una organización se atrasó.")),
            ],
            Content =
            [
                .. tables
                    .OrderBy(table => table.Schema.Id, StringComparer.Ordinal)
                    .Select(table => new ManifestContent(
                        table.Schema.Id,
                        table.Rows.Count,
                        CanonicalCsv.Digest(table)
                    )),
            ],
            Files = [],
        };
}
