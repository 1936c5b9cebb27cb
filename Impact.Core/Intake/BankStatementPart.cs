using System.Globalization;
using System.Text.RegularExpressions;

namespace Impact.Core.Intake;

/// <summary>One entry or one balance of a bank statement while it is read: the allowed elements only.</summary>
/// <param name="line">Line of the file on which it begins.</param>
internal sealed partial class BankStatementPart(int line)
{
    private const string Details = "NtryDtls/TxDtls";
    private const string EndToEnd = Details + "/Refs/EndToEndId";

    private static readonly HashSet<string> Allowed = new(StringComparer.Ordinal)
    {
        "Amt",
        "Amt@Ccy",
        "CdtDbtInd",
        "Sts",
        "Sts/Cd",
        "AcctSvcrRef",
        "BookgDt/Dt",
        "BookgDt/DtTm",
        "ValDt/Dt",
        "ValDt/DtTm",
        Details + "/Refs/AcctSvcrRef",
        EndToEnd,
        "Tp/CdOrPrtry/Cd",
    };

    private readonly Dictionary<string, string> _values = new(StringComparer.Ordinal);
    private int _transactions;

    /// <summary>The amount with its sign, or null when one of the two cannot be read.</summary>
    public decimal? Signed =>
        decimal.TryParse(Of("Amt"), NumberStyles.AllowDecimalPoint, CultureInfo.InvariantCulture, out var amount)
            ? Of("CdtDbtInd") switch
            {
                "CRDT" => amount,
                "DBIT" => -amount,
                _ => null,
            }
            : null;

    /// <summary>What kind of balance it is, for example <c>OPBD</c>; empty for an entry.</summary>
    public string BalanceKind => Of("Tp/CdOrPrtry/Cd");

    /// <summary>Whether the bank has booked it.</summary>
    public bool IsBooked => Of("Sts") is "BOOK" || Of("Sts/Cd") is "BOOK";

    /// <summary>Notes that an element begins.</summary>
    public void Begin(string path)
    {
        if (path == Details)
        {
            _transactions++;
        }
    }

    /// <summary>Keeps a value, if its element is one of the allowed.</summary>
    public void Take(string path, string value)
    {
        if (Allowed.Contains(path))
        {
            _values[path] = value.Trim();
        }
    }

    /// <summary>The row of an entry, in the order of <see cref="BankStatementXml.Columns"/>.</summary>
    /// <param name="isEighth">Whether the status has an element of its own for its code.</param>
    public string Row(bool isEighth)
    {
        // A sum of several payments has no one reference of its own.
        var single = _transactions <= 1;
        var number =
            Of("AcctSvcrRef") is { Length: > 0 } own ? own
            : single ? Of(Details + "/Refs/AcctSvcrRef")
            : string.Empty;
        string[] cells =
        [
            line.ToString(CultureInfo.InvariantCulture),
            Of(isEighth ? "Sts/Cd" : "Sts"),
            number,
            Day("BookgDt"),
            Day("ValDt"),
            Amount(),
            Of("Amt@Ccy"),
            single ? Reference() : string.Empty,
        ];
        return string.Join(',', cells.Select(Quoted));
    }

    [GeneratedRegex(
        "^(?=[^0-9]*[0-9])[A-Za-z0-9._/+-]{1,35}$",
        RegexOptions.CultureInvariant | RegexOptions.ExplicitCapture,
        matchTimeoutMilliseconds: 1000
    )]
    private static partial Regex ReferenceShape();

    private static string Quoted(string cell) =>
        "\"" + cell.ReplaceLineEndings(" ").Replace("\"", "\"\"", StringComparison.Ordinal) + "\"";

    private string Of(string path) => _values.GetValueOrDefault(path, string.Empty);

    /// <summary>The number that whoever paid gave; a text without a digit, or with a blank, may be a name and is passed over.</summary>
    private string Reference() => ReferenceShape().IsMatch(Of(EndToEnd)) ? Of(EndToEnd) : string.Empty;

    /// <summary>The day alone, also of a moment.</summary>
    private string Day(string element)
    {
        const int isoLength = 10;
        var moment = Of(element + "/DtTm");
        return moment.Length > isoLength ? moment[..isoLength] : Of(element + "/Dt");
    }

    /// <summary>The amount as it stands, with the sign of its direction; without a direction it cannot be read.</summary>
    private string Amount() =>
        Of("CdtDbtInd") switch
        {
            "CRDT" => Of("Amt"),
            "DBIT" => "-" + Of("Amt"),
            _ => "?",
        };
}
