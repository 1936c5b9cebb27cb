using System.Globalization;
using Impact.Core.Catalogue;

namespace Impact.Core.Releases.Exports;

/// <summary>The whole release as one workbook: cover, dictionary, notes, and a sheet a table with titles in English and Spanish.</summary>
internal static class ReleaseWorkbook
{
    /// <summary>English titles, Spanish titles, column names.</summary>
    private const int TableHeadings = 3;

    /// <summary>A sheet has at most 1,048,576 rows; a longer table is named in the notes and stays in its CSV file.</summary>
    private const int MostRows = 1_048_576 - TableHeadings;

    /// <summary>The bytes of the workbook.</summary>
    public static byte[] Write(ExportSource source)
    {
        var fitting = source.Tables.Where(table => table.Rows.Count <= MostRows).ToList();
        return Spreadsheet.Write([
            Cover(source),
            Dictionary(source),
            Notes(source, source.Tables.Except(fitting)),
            .. fitting.Select(table => Table(table, source.Fund.Currency)),
        ]);
    }

    /// <summary>A table's sheet: three rows of headings, then the rows as published.</summary>
    /// <param name="table">The table.</param>
    /// <param name="currency">Code of the fund's currency: decimals are its, whatever a computation left.</param>
    public static Sheet Table(PublishedTable table, string currency) =>
        new(
            table.Schema.Id,
            [
                [.. table.Schema.Columns.Select(column => (object)column.Title.En)],
                [.. table.Schema.Columns.Select(column => (object)column.Title.Es)],
                [.. table.Schema.Columns.Select(column => (object)column.Name)],
                .. table.Rows.Select(row =>
                    row.Cells.Select((cell, index) => Exact(table.Schema.Columns[index], cell, currency)).ToArray()
                ),
            ],
            TableHeadings
        );

    private static object? Exact(TableColumn column, object? cell, string currency) =>
        cell is decimal number
            ? decimal.Round(number, CanonicalCsv.DecimalsOf(column, currency))
                + new decimal(0, 0, 0, isNegative: false, (byte)CanonicalCsv.DecimalsOf(column, currency))
            : cell;

    private static Sheet Cover(ExportSource source)
    {
        var manifest = source.Manifest;
        return new(
            "cover",
            [
                [source.Title.En, source.Title.Es],
                [source.Purpose.En, source.Purpose.Es],
                ["Release", "Versión", manifest.Version],
                ["Figures up to", "Cifras hasta", manifest.CutOff],
                ["Published", "Publicada", source.PublishedAt],
                ["Currency", "Moneda", source.Fund.Currency],
                ["Invented figures", "Cifras inventadas", source.Fund.Fiction],
                [],
                ["Source", "Fuente"],
                .. manifest.Sources.Select(SourceLine),
                [],
                ["Sheet", "Hoja", "Rows", "Filas"],
                .. source.Tables.Select(table =>
                    (object?[])[table.Schema.Title.En, table.Schema.Title.Es, table.Schema.Id, (long)table.Rows.Count]
                ),
            ]
        );
    }

    private static object?[] SourceLine(FundSource source) =>
        [
            source.Title,
            $"Licence / Licencia: {source.Licence}",
            $"Attribution / Atribución: {source.Attribution}",
            source.Address,
        ];

    private static Sheet Dictionary(ExportSource source) =>
        new(
            "dictionary",
            [
                ["Table", "Column", "Type", "May be empty", "Title", "Título", "Code", "Meaning", "Significado"],
                .. source.Tables.SelectMany(table => table.Schema.Columns.SelectMany(column => Lines(table, column))),
            ]
        );

    private static IEnumerable<object?[]> Lines(PublishedTable table, TableColumn column)
    {
        yield return
        [
            table.Schema.Id,
            column.Name,
            column.Type.ToString().ToLower(CultureInfo.InvariantCulture),
            column.Nullable,
            column.Title.En,
            column.Title.Es,
        ];
        foreach (var code in column.Categories?.Codes ?? [])
        {
            yield return
            [
                table.Schema.Id,
                column.Name,
                null,
                null,
                null,
                null,
                code.Value,
                code.Label.En,
                code.Label.Es,
            ];
        }
    }

    private static Sheet Notes(ExportSource source, IEnumerable<PublishedTable> tooLong) =>
        new(
            "notes",
            [
                ["Note", "Nota"],
                [
                    "A cell without a value is empty, and the column status says why; it never means nought.",
                    "Una celda sin valor está vacía y la columna status dice por qué; nunca significa cero.",
                ],
                [
                    "A number of more than fifteen digits is written as text, because a spreadsheet would round it.",
                    "Un número de más de quince dígitos se escribe como texto, porque una hoja de cálculo lo redondearía.",
                ],
                [
                    "The signed content is in data/; this workbook is made from it.",
                    "El contenido firmado está en data/; este libro se hace a partir de él.",
                ],
                .. tooLong.Select(table =>
                    (object?[])
                        [
                            $"{table.Schema.Id} has too many rows for a sheet and is only in data/.",
                            $"{table.Schema.Id} tiene demasiadas filas para una hoja y solo está en data/.",
                        ]
                ),
                .. source.Manifest.Checks.Select(check =>
                    (object?[])[check.Detail.En, check.Detail.Es, check.Id, check.Outcome.ToString()]
                ),
            ]
        );
}
