using Impact.Core.Catalogue;
using Impact.Core.Releases;
using Impact.Web.DataApi;
using Impact.Web.Hosting;
using Impact.Web.Reading;

namespace Impact.Web.Pages;

/// <summary>The downloads of a fund’s newest release.</summary>
/// <param name="Fund">The fund.</param>
/// <param name="Tables">Its tables, in the order a reader meets them.</param>
/// <param name="Whole">Files that hold or describe everything.</param>
/// <param name="Exports">The same figures in other formats; one table's JSON stands with its table.</param>
public sealed record DataModel(
    FundReading Fund,
    IReadOnlyList<DataTable> Tables,
    IReadOnlyList<ReleaseFile> Whole,
    IReadOnlyList<ReleaseFile> Exports
);

/// <summary>One table as it can be downloaded.</summary>
/// <param name="Schema">Its shape.</param>
/// <param name="Rows">How many rows, at least 0.</param>
/// <param name="Files">Its files, CSV first.</param>
public sealed record DataTable(TableSchema Schema, int Rows, IReadOnlyList<ReleaseFile> Files);

/// <summary>The page <c>/{fund}/data</c>: every table with its meaning, files, digests and licence.</summary>
public sealed partial class DataPage : PageView<DataModel>
{
    private static readonly string[] WholeFiles = ["release.duckdb", "datapackage.json", "README.md"];

    private string Latest => Model.Fund.Version;

    private string Interface => $"{ApiEndpoints.Root}/funds/{Model.Fund.Id}";

    internal static void Map(IEndpointRouteBuilder site) =>
        site.MapPage(
            "/{fund}/data",
            (HttpContext context, PageDesk desk, string fund) => desk.SendFundAsync(context, fund, Find)
        );

    private static Page Find(FundReading fund) =>
        new(
            typeof(DataPage),
            new(
                new("Data", "Datos"),
                new(
                    $"Download every figure of {fund.Name.En} and check it.",
                    $"Descargue cada cifra de {fund.Name.Es} y compruébela."
                ),
                fund,
                "data"
            ),
            new DataModel(
                fund,
                [.. PublishedTables.All.Select(schema => Table(fund, schema)).OfType<DataTable>()],
                [
                    .. WholeFiles
                        .Select(name =>
                            fund.Release.Files.FirstOrDefault(file =>
                                string.Equals(file.Path, name, StringComparison.Ordinal)
                            )
                        )
                        .OfType<ReleaseFile>(),
                ],
                [.. fund.Release.Files.Where(IsWholeExport)]
            )
        );

    private static bool IsWholeExport(ReleaseFile file) =>
        file.Path.StartsWith("exports/", StringComparison.Ordinal)
        && !file.Path.StartsWith("exports/json/", StringComparison.Ordinal);

    private static DataTable? Table(FundReading fund, TableSchema schema)
    {
        var content = fund.Release.Manifest.Content.FirstOrDefault(one =>
            string.Equals(one.Table, schema.Id, StringComparison.Ordinal)
        );
        return content is null
            ? null
            : new(
                schema,
                content.Rows,
                [
                    .. fund.Release.Files.Where(file =>
                        file.Path.StartsWith($"data/{schema.Id}.", StringComparison.Ordinal)
                        || string.Equals(file.Path, $"exports/json/{schema.Id}.json", StringComparison.Ordinal)
                    ),
                ]
            );
    }

    private string TypeWords(TableColumn column) =>
        column.Type switch
        {
            ColumnType.Text => Say("text", "texto"),
            ColumnType.Integer => Say("whole number", "número entero"),
            ColumnType.Decimal => Say("decimal number", "número decimal"),
            ColumnType.Date => Say("day", "día"),
            _ => Say("true or false", "verdadero o falso"),
        };
}
