using System.IO.Compression;
using System.Text;
using System.Xml;

namespace Impact.Core.Releases.Exports;

/// <summary>One sheet: a name of at most 31 characters, rows of cells, and how many rows at the top are headings that stay in view.</summary>
/// <param name="Name">Its name, unique in the workbook.</param>
/// <param name="Rows">Its rows.</param>
/// <param name="Headings">How many rows at the top are headings, 0 or more.</param>
internal sealed record Sheet(string Name, IReadOnlyList<IReadOnlyList<object?>> Rows, int Headings = 1);

/// <summary>Writes an Office Open XML workbook (ECMA-376): values and formats only, no formula, no macro, no link.</summary>
/// <remarks>Equal sheets give equal bytes: the parts carry one fixed time. Why this is written here: ADR 0015.</remarks>
internal static class Spreadsheet
{
    private const string Main = "http://schemas.openxmlformats.org/spreadsheetml/2006/main";
    private const string Office = "http://schemas.openxmlformats.org/officeDocument/2006/relationships";
    private const string Packages = "http://schemas.openxmlformats.org/package/2006/";
    private const string TypePrefix = "application/vnd.openxmlformats-officedocument.spreadsheetml.";

    /// <summary>The first moment that a ZIP entry can have.</summary>
    private static readonly DateTimeOffset FixedTime = new(1980, 1, 1, 0, 0, 0, TimeSpan.Zero);

    /// <summary>The bytes of a workbook.</summary>
    /// <param name="sheets">At least one.</param>
    public static byte[] Write(IReadOnlyList<Sheet> sheets)
    {
        using var bytes = new MemoryStream();
        using (var zip = new ZipArchive(bytes, ZipArchiveMode.Create, leaveOpen: true))
        {
            Part(zip, "[Content_Types].xml", writer => Types(writer, sheets.Count));
            Part(zip, "_rels/.rels", writer => Relations(writer, [("rId1", "officeDocument", "xl/workbook.xml")]));
            Part(zip, "xl/workbook.xml", writer => Workbook(writer, sheets));
            Part(zip, "xl/_rels/workbook.xml.rels", writer => Relations(writer, [.. Links(sheets.Count)]));
            Part(zip, "xl/styles.xml", SpreadsheetStyles.Write);
            for (var index = 0; index < sheets.Count; index++)
            {
                var sheet = sheets[index];
                Part(
                    zip,
                    $"xl/worksheets/sheet{Number(index + 1)}.xml",
                    writer => SpreadsheetCells.Write(writer, sheet)
                );
            }
        }

        return bytes.ToArray();
    }

    private static void Part(ZipArchive zip, string name, Action<XmlWriter> write)
    {
        var entry = zip.CreateEntry(name, CompressionLevel.Optimal);
        entry.LastWriteTime = FixedTime;
        using var stream = entry.Open();
        using var writer = XmlWriter.Create(
            stream,
            new() { Encoding = new UTF8Encoding(false), NewLineHandling = NewLineHandling.Entitize }
        );
        write(writer);
    }

    private static void Types(XmlWriter writer, int sheets)
    {
        writer.WriteStartElement("Types", Packages + "content-types");
        foreach (
            var (extension, type) in new[]
            {
                ("rels", "application/vnd.openxmlformats-package.relationships+xml"),
                ("xml", "application/xml"),
            }
        )
        {
            writer.WriteStartElement("Default");
            writer.WriteAttributeString("Extension", extension);
            writer.WriteAttributeString("ContentType", type);
            writer.WriteEndElement();
        }

        Override(writer, "/xl/workbook.xml", "sheet.main+xml");
        Override(writer, "/xl/styles.xml", "styles+xml");
        for (var number = 1; number <= sheets; number++)
        {
            Override(writer, $"/xl/worksheets/sheet{Number(number)}.xml", "worksheet+xml");
        }

        writer.WriteEndElement();
    }

    private static void Override(XmlWriter writer, string part, string type)
    {
        writer.WriteStartElement("Override");
        writer.WriteAttributeString("PartName", part);
        writer.WriteAttributeString("ContentType", TypePrefix + type);
        writer.WriteEndElement();
    }

    private static IEnumerable<(string Id, string Type, string Target)> Links(int sheets) =>
        Enumerable
            .Range(1, sheets)
            .Select(number => ($"rId{Number(number)}", "worksheet", $"worksheets/sheet{Number(number)}.xml"))
            .Append(($"rId{Number(sheets + 1)}", "styles", "styles.xml"));

    private static void Relations(XmlWriter writer, (string Id, string Type, string Target)[] links)
    {
        writer.WriteStartElement("Relationships", Packages + "relationships");
        foreach (var (id, type, target) in links)
        {
            writer.WriteStartElement("Relationship");
            writer.WriteAttributeString("Id", id);
            writer.WriteAttributeString("Type", $"{Office}/{type}");
            writer.WriteAttributeString("Target", target);
            writer.WriteEndElement();
        }

        writer.WriteEndElement();
    }

    private static void Workbook(XmlWriter writer, IReadOnlyList<Sheet> sheets)
    {
        writer.WriteStartElement("workbook", Main);
        writer.WriteAttributeString("xmlns", "r", null, Office);
        writer.WriteStartElement("sheets", Main);
        for (var index = 0; index < sheets.Count; index++)
        {
            writer.WriteStartElement("sheet", Main);
            writer.WriteAttributeString("name", sheets[index].Name);
            writer.WriteAttributeString("sheetId", Number(index + 1));
            writer.WriteAttributeString("id", Office, $"rId{Number(index + 1)}");
            writer.WriteEndElement();
        }

        writer.WriteEndElement();
        writer.WriteEndElement();
    }

    private static string Number(int number) => number.ToString(System.Globalization.CultureInfo.InvariantCulture);
}
