using System.Text;
using System.Text.RegularExpressions;
using Impact.Core.Noise.Accounting;

namespace Impact.Core.Disclosure.Budget;

/// <summary>The end of a chain that a crash left unfinished: bytes after the last line feed, or a last line with bytes that were never written.</summary>
internal static partial class TornEnd
{
    private const byte LineFeed = (byte)'\n';

    /// <summary>A file system may give a file its length before its content; what is missing reads as zeros, which no line holds.</summary>
    private const byte NeverWritten = 0;

    /// <summary>How many bytes of the file are whole lines, the torn end left out.</summary>
    public static int WholeLength(ReadOnlySpan<byte> file)
    {
        var whole = file.LastIndexOf(LineFeed) + 1;
        if (whole < file.Length || whole == 0)
        {
            return whole;
        }

        var before = file[..(whole - 1)].LastIndexOf(LineFeed) + 1;
        return file[before..].Contains(NeverWritten) ? before : whole;
    }

    /// <summary>
    /// What to write in place of a torn end. A reserve that can still be read is written again and abandoned: its draw cannot have begun, but
    /// nothing is lost by counting it. Anything else had no effect yet.
    /// </summary>
    public static IReadOnlyList<BudgetEvent> Instead(ReadOnlySpan<byte> torn, BudgetAccount account)
    {
        var match = Reserve().Match(Encoding.Latin1.GetString(torn));
        if (!match.Success)
        {
            return [];
        }

        var (series, period) = (match.Groups["series"].Value, match.Groups["period"].Value);
        return account.Find(series, period) is null && account.Next(series, period) is { } reserve
            ? [reserve, new PeriodAbandoned(account.Entries + 1)]
            : [];
    }

    [GeneratedRegex(
        @"""kind"":""reserve"",""series"":""(?<series>[a-z0-9_-]+)"",""period"":""(?<period>[0-9A-Z-]+)""",
        RegexOptions.None,
        matchTimeoutMilliseconds: 1000
    )]
    private static partial Regex Reserve();
}
