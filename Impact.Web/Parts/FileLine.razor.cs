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
        (File?.Path is { } path ? Path.GetExtension(path) : string.Empty) switch
        {
            ".csv" => "CSV",
            ".parquet" => "Parquet",
            ".duckdb" => Reader.Say("All tables, DuckDB", "Todas las tablas, DuckDB"),
            ".json" => Reader.Say("Description for programs, Data Package", "Descripción para programas, Data Package"),
            ".md" => Reader.Say("Read me", "Léame"),
            _ => Reader.Say("The whole release, ZIP", "La versión completa, ZIP"),
        };

    private long TotalBytes => Fund.Release.Files.Sum(file => file.Bytes);
}
