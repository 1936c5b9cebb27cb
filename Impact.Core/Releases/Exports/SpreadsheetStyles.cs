using System.Globalization;
using System.Xml;

namespace Impact.Core.Releases.Exports;

/// <summary>The formats that cells may have.</summary>
internal static class SpreadsheetStyles
{
    /// <summary>A plain cell.</summary>
    public const int Plain = 0;

    /// <summary>A heading, bold.</summary>
    public const int Heading = 1;

    /// <summary>A day, <c>yyyy-mm-dd</c>.</summary>
    public const int Day = 2;

    /// <summary>A text that begins like a formula: stays a text also when someone edits the cell.</summary>
    public const int Quoted = 3;

    private const int FirstNumber = 4;

    /// <summary>Ratios have six decimals; no amount has more.</summary>
    private const int MostDecimals = 6;

    /// <summary>Formats of one's own begin at one hundred and sixty-four (ECMA-376, part 1, 18.8.30).</summary>
    private const int FirstFormat = 164;

    private const string Main = "http://schemas.openxmlformats.org/spreadsheetml/2006/main";

    /// <summary>A number that always shows so many decimals, 0 to 6.</summary>
    public static int Decimals(int decimals) => FirstNumber + Math.Min(decimals, MostDecimals);

    /// <summary>Writes the part <c>styles.xml</c>.</summary>
    public static void Write(XmlWriter writer)
    {
        writer.WriteStartElement("styleSheet", Main);
        List(writer, "numFmts", MostDecimals + 2, Formats);
        List(writer, "fonts", 2, () => Fonts(writer));
        List(writer, "fills", 2, () => Fills(writer));
        List(writer, "borders", 1, () => Empty(writer, "border"));
        List(writer, "cellStyleXfs", 1, () => Empty(writer, "xf"));
        List(writer, "cellXfs", FirstNumber + MostDecimals + 1, () => Cells(writer));
        writer.WriteEndElement();

        void Formats()
        {
            Format(writer, FirstFormat, "yyyy-mm-dd");
            for (var decimals = 0; decimals <= MostDecimals; decimals++)
            {
                var format = decimals == 0 ? "0" : "0." + new string('0', decimals);
                Format(writer, FirstFormat + 1 + decimals, format);
            }
        }
    }

    private static void List(XmlWriter writer, string name, int count, Action members)
    {
        writer.WriteStartElement(name, Main);
        writer.WriteAttributeString("count", Number(count));
        members();
        writer.WriteEndElement();
    }

    private static void Format(XmlWriter writer, int id, string code)
    {
        writer.WriteStartElement("numFmt", Main);
        writer.WriteAttributeString("numFmtId", Number(id));
        writer.WriteAttributeString("formatCode", code);
        writer.WriteEndElement();
    }

    private static void Fonts(XmlWriter writer)
    {
        foreach (var bold in new[] { false, true })
        {
            writer.WriteStartElement("font", Main);
            if (bold)
            {
                Empty(writer, "b");
            }

            Valued(writer, "sz", "11");
            Valued(writer, "name", "Calibri");
            writer.WriteEndElement();
        }
    }

    private static void Fills(XmlWriter writer)
    {
        // Every spreadsheet takes the first two fills for these, whatever they say.
        foreach (var pattern in new[] { "none", "gray125" })
        {
            writer.WriteStartElement("fill", Main);
            writer.WriteStartElement("patternFill", Main);
            writer.WriteAttributeString("patternType", pattern);
            writer.WriteEndElement();
            writer.WriteEndElement();
        }
    }

    private static void Cells(XmlWriter writer)
    {
        Cell(writer, format: 0, font: 0);
        Cell(writer, format: 0, font: 1);
        Cell(writer, FirstFormat, font: 0);
        Cell(writer, format: 0, font: 0, isQuoted: true);
        for (var decimals = 0; decimals <= MostDecimals; decimals++)
        {
            Cell(writer, FirstFormat + 1 + decimals, font: 0);
        }
    }

    private static void Cell(XmlWriter writer, int format, int font, bool isQuoted = false)
    {
        writer.WriteStartElement("xf", Main);
        writer.WriteAttributeString("numFmtId", Number(format));
        writer.WriteAttributeString("fontId", Number(font));
        writer.WriteAttributeString("fillId", "0");
        writer.WriteAttributeString("borderId", "0");
        writer.WriteAttributeString("xfId", "0");
        writer.WriteAttributeString("applyNumberFormat", "1");
        writer.WriteAttributeString("applyFont", "1");
        if (isQuoted)
        {
            writer.WriteAttributeString("quotePrefix", "1");
        }

        writer.WriteEndElement();
    }

    private static void Valued(XmlWriter writer, string name, string value)
    {
        writer.WriteStartElement(name, Main);
        writer.WriteAttributeString("val", value);
        writer.WriteEndElement();
    }

    private static void Empty(XmlWriter writer, string name)
    {
        writer.WriteStartElement(name, Main);
        writer.WriteEndElement();
    }

    private static string Number(int number) => number.ToString(CultureInfo.InvariantCulture);
}
