using System.Globalization;
using System.IO.Compression;
using System.Xml.Linq;

namespace Impact.Core.Tests.Releases.Exports;

/// <summary>Reads a workbook the way another program would: from its parts alone.</summary>
internal static class SheetReader
{
    private static readonly XNamespace Main = "http://schemas.openxmlformats.org/spreadsheetml/2006/main";
    private static readonly XNamespace Office = "http://schemas.openxmlformats.org/officeDocument/2006/relationships";

    /// <summary>Sheets by name; a cell is a text, a decimal as written, a truth value, or null.</summary>
    public static Dictionary<string, List<List<object?>>> Read(byte[] workbook)
    {
        using var zip = new ZipArchive(new MemoryStream(workbook));
        var targets = Part(zip, "xl/_rels/workbook.xml.rels")
            .Root!.Elements()
            .ToDictionary(link => link.Attribute("Id")!.Value, link => link.Attribute("Target")!.Value);
        return Part(zip, "xl/workbook.xml")
            .Descendants(Main + "sheet")
            .ToDictionary(
                sheet => sheet.Attribute("name")!.Value,
                sheet =>
                    Part(zip, "xl/" + targets[sheet.Attribute(Office + "id")!.Value])
                        .Descendants(Main + "row")
                        .Select(Row)
                        .ToList()
            );
    }

    /// <summary>Every cell of every sheet.</summary>
    public static List<(string Text, string? Type, string Style, bool HasFormula)> Cells(byte[] workbook)
    {
        using var zip = new ZipArchive(new MemoryStream(workbook));
        return
        [
            .. zip
                .Entries.Where(entry => entry.FullName.StartsWith("xl/worksheets/", StringComparison.Ordinal))
                .SelectMany(entry => Part(zip, entry.FullName).Descendants(Main + "c"))
                .Select(cell =>
                    (
                        cell.Value,
                        cell.Attribute("t")?.Value,
                        cell.Attribute("s")?.Value ?? "0",
                        cell.Element(Main + "f") is not null
                    )
                ),
        ];
    }

    private static List<object?> Row(XElement row)
    {
        var cells = new List<object?>();
        foreach (var cell in row.Elements(Main + "c"))
        {
            var letters = new string([.. cell.Attribute("r")!.Value.TakeWhile(char.IsAsciiLetter)]);
            var column = letters.Aggregate(0, (sum, letter) => (sum * 26) + letter - 'A' + 1) - 1;
            while (cells.Count < column)
            {
                cells.Add(null);
            }

            cells.Add(
                cell.Attribute("t")?.Value switch
                {
                    "inlineStr" => cell.Value,
                    "b" => cell.Value == "1",
                    _ => decimal.Parse(cell.Value, CultureInfo.InvariantCulture),
                }
            );
        }

        return cells;
    }

    private static XDocument Part(ZipArchive zip, string name)
    {
        using var stream = zip.GetEntry(name)!.Open();
        return XDocument.Load(stream);
    }
}
