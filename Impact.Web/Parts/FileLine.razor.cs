using Impact.Core.Releases;
using Impact.Web.Pages;
using Impact.Web.Reading;
using Microsoft.AspNetCore.Components;

namespace Impact.Web.Parts;

/// <summary>One download: what it is, how large, and its digest.</summary>
public sealed partial class FileLine : PagePart
{
    /// <summary>The fund.</summary>
    [Parameter, EditorRequired]
    public required FundReading Fund { get; set; }

    /// <summary>The file; null for the archive of the whole release.</summary>
    [Parameter, EditorRequired]
    public ReleaseFile? File { get; set; }

    /// <summary>Whether this is the archive of the whole release, which is packed while it is sent and has no digest of its own.</summary>
    [Parameter]
    public bool Archive { get; set; }

    private string Title =>
        File?.Path.StartsWith("exports/", StringComparison.Ordinal) == true ? ExportTitle(File.Path) : FileTitle;

    private string FileTitle =>
        (File?.Path is { } path ? Path.GetExtension(path) : string.Empty) switch
        {
            ".csv" => "CSV",
            ".parquet" => "Parquet",
            ".duckdb" => Reader.Say("All tables, DuckDB", "Todas las tablas, DuckDB"),
            ".json" => Reader.Say("Description for programs, Data Package", "Descripción para programas, Data Package"),
            ".md" => Reader.Say("Read me", "Léame"),
            _ => Reader.Say("The whole release, ZIP", "La versión completa, ZIP"),
        };

    private string ExportTitle(string path) =>
        path["exports/".Length..] switch
        {
            "iati/activities.xml" => Reader.Say("IATI 2.03 activities, XML", "Actividades IATI 2.03, XML"),
            "360giving/grants.json" => Reader.Say("360Giving 1.4 grants, JSON", "Subvenciones 360Giving 1.4, JSON"),
            "360giving/grants.xlsx" => Reader.Say("360Giving 1.4 grants, sheet", "Subvenciones 360Giving 1.4, hoja"),
            "hxl/money-by-organisation.csv" => Reader.Say(
                "Money by organisation, CSV with HXL tags",
                "Dinero por organización, CSV con etiquetas HXL"
            ),
            "hxl/people.csv" => Reader.Say("People, CSV with HXL tags", "Personas, CSV con etiquetas HXL"),
            "catalogue/dataset.jsonld" => Reader.Say("Metadata, schema.org", "Metadatos, schema.org"),
            "catalogue/csvw.json" => Reader.Say("Metadata, CSV on the Web", "Metadatos, CSV on the Web"),
            "catalogue/dcat-us.json" => Reader.Say("Metadata, DCAT-US 3.0", "Metadatos, DCAT-US 3.0"),
            _ when path.EndsWith(".xlsx", StringComparison.Ordinal) => Reader.Say(
                "All tables as one workbook, XLSX",
                "Todas las tablas en un libro, XLSX"
            ),
            _ => "JSON",
        };

    private long TotalBytes => Fund.Release.Files.Sum(file => file.Bytes);
}
