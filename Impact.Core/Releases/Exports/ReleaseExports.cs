using Impact.Core.Catalogue;

namespace Impact.Core.Releases.Exports;

/// <summary>One file of <c>exports/</c>.</summary>
/// <param name="Path">Path inside the release, with forward slashes.</param>
/// <param name="Bytes">Its content.</param>
internal sealed record ReleaseExport(string Path, byte[] Bytes);

/// <summary>A release in the formats that readers already use, made from its published tables and manifest alone.</summary>
/// <remarks>Equal input gives equal bytes: no clock, no random order. What the tables do not tell is not exported.</remarks>
internal static class ReleaseExports
{
    /// <summary>The folder of all exports inside a release.</summary>
    public const string Folder = "exports/";

    /// <summary>Every export that the tables allow, in a fixed order; a format whose figures are missing writes no file.</summary>
    /// <param name="manifest">The release; its list of files is not needed yet.</param>
    /// <param name="tables">The tables as published.</param>
    public static IEnumerable<ReleaseExport> Write(Manifest manifest, IReadOnlyList<PublishedTable> tables)
    {
        var source = new ExportSource(manifest, tables);
        yield return new($"{Folder}{manifest.Fund.Id}.xlsx", ReleaseWorkbook.Write(source));
        foreach (var table in source.Tables)
        {
            yield return new($"{Folder}json/{table.Schema.Id}.json", TableDocument.Write(source, table));
        }

        foreach (var export in Standards(source))
        {
            yield return export;
        }
    }

    private static IEnumerable<ReleaseExport> Standards(ExportSource source)
    {
        if (IatiFile.Write(source) is { } activities)
        {
            yield return new($"{Folder}iati/activities.xml", activities);
        }

        if (GrantPackage.Describe(source) is { } grants)
        {
            yield return new($"{Folder}360giving/grants.json", ReleaseJson.Write(grants));
            yield return new($"{Folder}360giving/grants.xlsx", GrantWorkbook.Write(grants));
        }

        foreach (var export in HxlFiles.Write(source))
        {
            yield return export;
        }

        yield return new($"{Folder}catalogue/dataset.jsonld", ReleaseJson.Write(SchemaOrgDataset.Describe(source)));
        yield return new($"{Folder}catalogue/csvw.json", ReleaseJson.Write(CsvOnTheWeb.Describe(source)));
        yield return new($"{Folder}catalogue/dcat-us.json", ReleaseJson.Write(DcatDataset.Describe(source)));
    }
}
