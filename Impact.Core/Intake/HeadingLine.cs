using System.Text;

namespace Impact.Core.Intake;

/// <summary>The first line of a CSV file.</summary>
internal static class HeadingLine
{
    /// <summary>The headings of the first line, blanks at their ends taken off; a byte-order mark is passed over.</summary>
    /// <param name="head">The beginning of the file, UTF-8.</param>
    public static IReadOnlyList<string> Split(ReadOnlySpan<byte> head)
    {
        if (head.StartsWith(Encoding.UTF8.Preamble))
        {
            head = head[Encoding.UTF8.Preamble.Length..];
        }

        var headings = new List<string>();
        var heading = new StringBuilder();
        var quoted = false;
        foreach (var letter in Encoding.UTF8.GetString(head))
        {
            if (letter == '"')
            {
                quoted = !quoted;
            }
            else if (letter == '\n' && !quoted)
            {
                break;
            }
            else if (letter == ',' && !quoted)
            {
                headings.Add(heading.ToString().Trim());
                heading.Clear();
            }
            else
            {
                heading.Append(letter);
            }
        }

        headings.Add(heading.ToString().Trim());
        return headings;
    }
}
