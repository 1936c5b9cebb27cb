using System.Globalization;
using System.Xml;

namespace Impact.Core.Releases.Exports;

/// <summary>Writes the rows of a sheet. A cell is a text, a whole or decimal number, a day, a truth value, or empty.</summary>
internal static class SpreadsheetCells
{
    private const string Main = "http://schemas.openxmlformats.org/spreadsheetml/2006/main";

    /// <summary>A spreadsheet keeps fifteen significant digits and rounds the rest away; a longer number is written as text, whole.</summary>
    private const int MostDigits = 15;

    /// <summary>Day 0 of a spreadsheet's calendar, as counted from 1 March 1900 on.</summary>
    private static readonly DateOnly DayZero = new(1899, 12, 30);

    /// <summary>Writes a sheet's part.</summary>
    public static void Write(XmlWriter writer, Sheet sheet)
    {
        writer.WriteStartElement("worksheet", Main);
        Freeze(writer, sheet.Headings);
        writer.WriteStartElement("sheetData", Main);
        for (var row = 0; row < sheet.Rows.Count; row++)
        {
            writer.WriteStartElement("row", Main);
            writer.WriteAttributeString("r", Number(row + 1));
            var cells = sheet.Rows[row];
            for (var column = 0; column < cells.Count; column++)
            {
                Cell(writer, $"{Letters(column)}{Number(row + 1)}", cells[column], row < sheet.Headings);
            }

            writer.WriteEndElement();
        }

        writer.WriteEndElement();
        writer.WriteEndElement();
    }

    /// <summary>A column's name: A to Z, then AA and on.</summary>
    /// <param name="column">From 0.</param>
    public static string Letters(int column)
    {
        const int letters = 26;
        var last = (char)('A' + (column % letters));
        return column < letters ? $"{last}" : $"{Letters((column / letters) - 1)}{last}";
    }

    /// <summary>Whether a spreadsheet would keep every digit of a number.</summary>
    public static bool IsKept(decimal number)
    {
        var digits = number.ToString(CultureInfo.InvariantCulture).Where(char.IsAsciiDigit);
        return digits.SkipWhile(digit => digit == '0').Count() <= MostDigits;
    }

    private static void Freeze(XmlWriter writer, int headings)
    {
        if (headings == 0)
        {
            return;
        }

        writer.WriteStartElement("sheetViews", Main);
        writer.WriteStartElement("sheetView", Main);
        writer.WriteAttributeString("workbookViewId", "0");
        writer.WriteStartElement("pane", Main);
        writer.WriteAttributeString("ySplit", Number(headings));
        writer.WriteAttributeString("topLeftCell", $"A{Number(headings + 1)}");
        writer.WriteAttributeString("activePane", "bottomLeft");
        writer.WriteAttributeString("state", "frozen");
        writer.WriteEndElement();
        writer.WriteEndElement();
        writer.WriteEndElement();
    }

    private static void Cell(XmlWriter writer, string place, object? value, bool isHeading)
    {
        if (value is null)
        {
            return;
        }

        writer.WriteStartElement("c", Main);
        writer.WriteAttributeString("r", place);
        switch (value)
        {
            case string text:
                Text(writer, text, isHeading);
                break;
            case long number:
                Numeric(writer, number, decimals: 0);
                break;
            case decimal number:
                Numeric(writer, number, number.Scale);
                break;
            case DateOnly day:
                Valued(writer, SpreadsheetStyles.Day, Number(day.DayNumber - DayZero.DayNumber));
                break;
            case bool truth:
                writer.WriteAttributeString("t", "b");
                writer.WriteElementString("v", Main, truth ? "1" : "0");
                break;
            default:
                throw new ArgumentException("A cell of a sheet has another type.", nameof(value));
        }

        writer.WriteEndElement();
    }

    private static void Numeric(XmlWriter writer, decimal number, int decimals)
    {
        var text = number.ToString(CultureInfo.InvariantCulture);
        if (IsKept(number))
        {
            Valued(writer, SpreadsheetStyles.Decimals(decimals), text);
        }
        else
        {
            Text(writer, text, isHeading: false);
        }
    }

    private static void Valued(XmlWriter writer, int style, string value)
    {
        writer.WriteAttributeString("s", Number(style));
        writer.WriteElementString("v", Main, value);
    }

    private static void Text(XmlWriter writer, string text, bool isHeading)
    {
        var style =
            isHeading ? SpreadsheetStyles.Heading
            : SpreadsheetGuard.MayRun(text) ? SpreadsheetStyles.Quoted
            : SpreadsheetStyles.Plain;
        writer.WriteAttributeString("s", Number(style));

        // A text in its place is never evaluated, whatever it begins with.
        writer.WriteAttributeString("t", "inlineStr");
        writer.WriteStartElement("is", Main);
        writer.WriteStartElement("t", Main);
        writer.WriteAttributeString("xml", "space", null, "preserve");
        writer.WriteString(XmlText.Clean(text));
        writer.WriteEndElement();
        writer.WriteEndElement();
    }

    private static string Number(int number) => number.ToString(CultureInfo.InvariantCulture);
}
