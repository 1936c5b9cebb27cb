using System.Globalization;
using System.Text;
using System.Xml;
using Impact.Core.Catalogue;

namespace Impact.Core.Intake;

/// <summary>
/// Reads a bank statement of ISO 20022 (camt.053.001.02 and .08) as a stream and writes the few elements that the books are compared by
/// as rows. Names, account numbers and free texts are passed over: nothing here can hold them.
/// </summary>
/// <remarks>No document type, so no entities of its own and nothing fetched from elsewhere; at most 32 elements deep and a thousand million characters.</remarks>
internal sealed class BankStatementXml(SourceFile file)
{
    /// <summary>The columns of the rows, which profile <c>camt-053</c> reads. The first is the line of the statement's file.</summary>
    public static IReadOnlyList<string> Columns { get; } =
    ["xml_line", "status", "line_id", "booked_on", "value_on", "amount", "currency", "reference"];

    private const string SecondVersion = "urn:iso:std:iso:20022:tech:xsd:camt.053.001.02";
    private const string EighthVersion = "urn:iso:std:iso:20022:tech:xsd:camt.053.001.08";
    private const string Statement = "Document/BkToCstmrStmt/Stmt";
    private const string Entry = Statement + "/Ntry";
    private const string Balance = Statement + "/Bal";
    private const int Deepest = 32;
    private const long MostCharacters = 1_000_000_000;

    /// <summary>A cell that is longer is none of these elements; it is cut and its row is then rejected.</summary>
    private const int LongestCell = 64;

    private readonly List<string> _path = [];
    private BankStatementPart _part = new(0);
    private BankStatementBalances _balances = new();
    private string _version = string.Empty;
    private int _statements;

    /// <summary>Writes the rows.</summary>
    /// <param name="csvPath">Where to; an older file is replaced.</param>
    /// <exception cref="FaultException"><see cref="Faults.StatementUnfit"/> with the line and what is wrong there, never a value.</exception>
    public void Unfold(string csvPath)
    {
        using var rows = new StreamWriter(
            csvPath,
            append: false,
            new UTF8Encoding(encoderShouldEmitUTF8Identifier: false)
        );
        rows.Write(string.Join(',', Columns) + "\n");
        // A text reader fixes the encoding, whatever the file says of itself: the bytes are known to be UTF-8.
        using var text = new StreamReader(file.Path, new UTF8Encoding(false, throwOnInvalidBytes: true));
        using var xml = XmlReader.Create(text, Settings());
        try
        {
            while (xml.Read())
            {
                Take(xml, ((IXmlLineInfo)xml).LineNumber, rows);
            }
        }
        catch (XmlException error)
        {
            // The reader's own message quotes the file; only its line is taken over.
            throw Unfit(error.LineNumber, "no well-formed XML, or a document type or entity, which are forbidden");
        }

        if (_statements == 0)
        {
            throw Unfit(1, "it holds no statement");
        }
    }

    private static XmlReaderSettings Settings() =>
        new()
        {
            DtdProcessing = DtdProcessing.Prohibit,
            XmlResolver = null,
            // One, since 0 would mean no limit.
            MaxCharactersFromEntities = 1,
            MaxCharactersInDocument = MostCharacters,
            IgnoreComments = true,
            IgnoreProcessingInstructions = true,
            IgnoreWhitespace = true,
        };

    private void Take(XmlReader xml, int line, StreamWriter rows)
    {
        if (xml.NodeType == XmlNodeType.Element)
        {
            Begin(xml, line);
            if (xml.IsEmptyElement)
            {
                End(line, rows);
            }
        }
        else if (xml.NodeType is XmlNodeType.Text or XmlNodeType.CDATA)
        {
            _part.Take(Within(), Cut(xml.Value));
        }
        else if (xml.NodeType == XmlNodeType.EndElement)
        {
            End(line, rows);
        }
    }

    private void Begin(XmlReader xml, int line)
    {
        if (_path.Count == 0)
        {
            _version = xml.NamespaceURI;
            if (_version is not (SecondVersion or EighthVersion))
            {
                throw Unfit(line, "its namespace is not camt.053.001.02 or camt.053.001.08");
            }
        }

        if (_path.Count == Deepest)
        {
            throw Unfit(line, "elements lie too deep in each other");
        }

        // What a bank adds in a namespace of its own is passed over, whatever its name.
        _path.Add(xml.NamespaceURI == _version ? xml.LocalName : "-");
        var path = Path();
        if (path is Entry or Balance)
        {
            _part = new(line);
        }

        _part.Begin(Within());
        if (xml.GetAttribute("Ccy") is { } currency)
        {
            _part.Take(Within() + "@Ccy", Cut(currency));
        }
    }

    private void End(int line, StreamWriter rows)
    {
        var path = Path();
        _path.RemoveAt(_path.Count - 1);
        switch (path)
        {
            case Entry:
                _balances.Add(_part);
                rows.Write(_part.Row(isEighth: _version == EighthVersion) + "\n");
                _part = new(0);
                break;
            case Balance:
                _balances.State(_part);
                _part = new(0);
                break;
            case Statement:
                _statements++;
                if (!_balances.Agree)
                {
                    throw Unfit(line, "its entries do not lead from the opening to the closing balance");
                }

                _balances = new();
                break;
            default:
                break;
        }
    }

    private string Path() => string.Join('/', _path);

    /// <summary>The path within an entry or a balance; empty elsewhere.</summary>
    private string Within()
    {
        var path = Path();
        return path.StartsWith(Entry + "/", StringComparison.Ordinal) ? path[(Entry.Length + 1)..]
            : path.StartsWith(Balance + "/", StringComparison.Ordinal) ? path[(Balance.Length + 1)..]
            : string.Empty;
    }

    private static string Cut(string value) => value.Length > LongestCell ? value[..LongestCell] : value;

    private FaultException Unfit(int line, string what) =>
        new(
            new Fault(
                Faults.StatementUnfit,
                file.Name,
                string.Create(CultureInfo.InvariantCulture, $"line {line}: {what}")
            )
        );
}
