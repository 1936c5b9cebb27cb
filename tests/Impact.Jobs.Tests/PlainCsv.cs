using System.Text;

namespace Impact.Jobs.Tests;

/// <summary>A reader of its own for the second way to a figure: quotation marks counted, cells split, nothing else.</summary>
internal static class PlainCsv
{
    /// <summary>The rows of a file as cells by heading.</summary>
    public static IEnumerable<IReadOnlyDictionary<string, string>> Read(string file)
    {
        string[]? heading = null;
        foreach (var cells in Records(File.ReadAllText(file).TrimStart('\uFEFF')))
        {
            if (heading is null)
            {
                heading = cells;
            }
            else if (cells.Length == heading.Length)
            {
                yield return heading.Zip(cells).ToDictionary(cell => cell.First, cell => cell.Second);
            }
        }
    }

    private static IEnumerable<string[]> Records(string text)
    {
        var (cells, cell, quoted) = (new List<string>(), new StringBuilder(), false);
        foreach (var letter in text.TrimEnd('\n') + "\n")
        {
            if (letter == '"')
            {
                quoted = !quoted;
            }
            else if ((letter == ',' || letter == '\n') && !quoted)
            {
                cells.Add(cell.ToString().Trim());
                cell.Clear();
                if (letter == '\n')
                {
                    yield return [.. cells];
                    cells.Clear();
                }
            }
            else
            {
                cell.Append(letter);
            }
        }
    }
}
