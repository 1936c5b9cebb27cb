using System.Globalization;
using Impact.Core.Catalogue;

namespace Impact.Core.Releases.Exports;

/// <summary>Money and people by partner and period as CSV with HXL 1.1 tags: a notice, titles in English and in Spanish, the tags, the data.</summary>
/// <remarks>Source: hxlstandard.org. The row of tags is the fourth, well within the first twenty-five.</remarks>
internal static class HxlFiles
{
    private static readonly HxlColumn[] Partner =
    [
        new("#org+impl+name", new("Organisation", "Organización")),
        new("#org+impl+id", new("Identifier", "Identificador")),
    ];

    private static readonly HxlColumn[] Period =
    [
        new("#date+start", new("First day", "Primer día")),
        new("#date+end", new("Last day", "Último día")),
    ];

    private static readonly HxlColumn[] Context =
    [
        new("#status+code", new("Status", "Estado")),
        new("#meta+finality", new("Finality", "Carácter definitivo")),
        new("#meta+fiction", new("Invented figures", "Cifras inventadas")),
        new("#meta+id", new("Row", "Fila")),
    ];

    private static readonly HxlColumn[] Indicator =
    [
        new("#indicator+code", new("Indicator", "Indicador")),
        new("#indicator+name+i_en", new("Indicator in English", "Indicador en inglés")),
        new("#indicator+name+i_es", new("Indicator in Spanish", "Indicador en español")),
        new("#indicator+type", new("Measure", "Medida")),
        new("#indicator+split", new("Split", "Desglose")),
        new("#indicator+value+num", new("Value", "Valor")),
    ];

    /// <summary>The files whose table the release has.</summary>
    public static IEnumerable<ReleaseExport> Write(ExportSource source)
    {
        if (source.Rows(PublishedTables.MoneyByOrganisation) is { Count: > 0 } money)
        {
            yield return File(
                source,
                "money-by-organisation",
                [.. Money(source)],
                money.Select(row => Money(source, row))
            );
        }

        if (source.Rows(PublishedTables.People) is { Count: > 0 } people)
        {
            yield return File(
                source,
                "people",
                [.. Partner, .. Period, .. Indicator, .. Context],
                people.Select(row => Person(source, row))
            );
        }
    }

    private static IEnumerable<HxlColumn> Money(ExportSource source)
    {
        var currency = source.Fund.Currency.ToLower(CultureInfo.InvariantCulture);
        return
        [
            .. Partner,
            .. Period,
            new("#item+code", new("Measure", "Medida")),
            new("#item+name+i_en", new("Measure in English", "Medida en inglés")),
            new("#item+name+i_es", new("Measure in Spanish", "Medida en español")),
            new($"#value+c_{currency}", new("Amount", "Importe")),
            new("#currency+code", new("Currency", "Moneda")),
            .. Context,
        ];
    }

    private static string?[] Money(ExportSource source, TableRow row)
    {
        var measure = row.Text("measure");
        var label = CodeLists.MoneyMeasure.Label(measure);
        return
        [
            .. Start(source, row),
            measure,
            label.En,
            label.Es,
            row.Integer("amount_minor") is { } minor ? source.Text(minor) : null,
            row.Text("currency"),
            .. End(row, row.Text("quarter"), measure),
        ];
    }

    private static string?[] Person(ExportSource source, TableRow row)
    {
        var indicator = row.Text("indicator");
        var card = source.Rows(PublishedTables.Indicators).FirstOrDefault(one => one.Text("indicator") == indicator);
        return
        [
            .. Start(source, row),
            indicator,
            card?.Text("title_en") ?? indicator,
            card?.Text("title_es") ?? indicator,
            row.Text("measure"),
            row.Text("split"),
            row.Integer("value")?.ToString(CultureInfo.InvariantCulture),
            .. End(row, indicator, row.Text("period"), row.Text("measure"), row.Text("split")),
        ];
    }

    private static string[] Start(ExportSource source, TableRow row) =>
        [
            ExportCsv.Text(source.NameOf(row.Text("organisation_id"))),
            row.Text("organisation_id"),
            ExportSource.Iso(row.Date("period_start")!.Value),
            ExportSource.Iso(row.Date("period_end")!.Value),
        ];

    private static string[] End(TableRow row, params string[] key) =>
        [
            row.Text("status"),
            row.Text("finality"),
            row.Boolean("fiction") ? "true" : "false",
            string.Join('/', [row.Text("fund"), row.Text("organisation_id"), .. key]),
        ];

    private static ReleaseExport File(
        ExportSource source,
        string name,
        HxlColumn[] columns,
        IEnumerable<IReadOnlyList<string?>> rows
    )
    {
        var notice = new string?[columns.Length];
        notice[0] = ExportCsv.Text(
            $"{source.Title.En} / {source.Title.Es}, {source.Manifest.Version}. {source.Terms.En} {source.Terms.Es}"
        );
        return new(
            $"{ReleaseExports.Folder}hxl/{name}.csv",
            ExportCsv.Write([
                notice,
                [.. columns.Select(column => column.Title.En)],
                [.. columns.Select(column => column.Title.Es)],
                [.. columns.Select(column => column.Tag)],
                .. rows,
            ])
        );
    }

    /// <summary>One tagged column.</summary>
    /// <param name="Tag">Its hashtag with attributes.</param>
    /// <param name="Title">Its heading.</param>
    private sealed record HxlColumn(string Tag, BilingualText Title);
}
