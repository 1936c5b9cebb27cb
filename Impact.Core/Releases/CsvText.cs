using System.Text;

namespace Impact.Core.Releases;

/// <summary>The grammar of RFC 4180 with line feeds: cells, quotes and lines, without any meaning.</summary>
/// <param name="text">The whole text.</param>
internal sealed class CsvText(string text)
{
    private int _position;

    /// <summary>Every line as its cells, in order.</summary>
    /// <exception cref="FormatException">A quote stands where none may, a quoted cell does not end, or the last line has no line feed.</exception>
    public IEnumerable<List<string>> Lines()
    {
        while (_position < text.Length)
        {
            yield return Line();
        }
    }

    private List<string> Line()
    {
        var cells = new List<string>();
        while (true)
        {
            cells.Add(Peek() == '"' ? QuotedCell() : PlainCell());
            switch (Peek())
            {
                case ',':
                    _position++;
                    break;
                case '\n':
                    _position++;
                    return cells;
                default:
                    throw new FormatException(
                        "The text breaks off, or a quote or a carriage return stands where none may."
                    );
            }
        }
    }

    private string PlainCell()
    {
        var start = _position;
        while (Peek() is not (',' or '\n' or '"' or '\r' or null))
        {
            _position++;
        }

        return text[start.._position];
    }

    private string QuotedCell()
    {
        var cell = new StringBuilder();
        _position++;
        while (true)
        {
            var end = text.IndexOf('"', _position);
            if (end < 0)
            {
                throw new FormatException("A quoted cell does not end.");
            }

            cell.Append(text, _position, end - _position);
            _position = end + 1;
            if (Peek() != '"')
            {
                return cell.ToString();
            }

            cell.Append('"');
            _position++;
        }
    }

    private char? Peek() => _position < text.Length ? text[_position] : null;
}
