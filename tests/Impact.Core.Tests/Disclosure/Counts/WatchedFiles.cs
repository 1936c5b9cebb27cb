using System.Text;
using System.Text.RegularExpressions;
using Impact.Core.Disclosure.Budget;

namespace Impact.Core.Tests.Disclosure.Counts;

/// <summary>Notes what reaches the disk, in its order: <c>reserve SERIES/PERIOD</c>, <c>store …</c>, <c>freeze …</c>, <c>commit</c>.</summary>
internal sealed partial class WatchedFiles(IBudgetFiles files, List<string> events) : IBudgetFiles
{
    public string Place => files.Place;

    public byte[]? Read(string name) => files.Read(name);

    public IReadOnlyList<string> List(string folder) => files.List(folder);

    public void Append(string name, ReadOnlySpan<byte> bytes)
    {
        files.Append(name, bytes);
        var line = Encoding.UTF8.GetString(bytes);
        if (Reserve().Match(line) is { Success: true } reserve)
        {
            events.Add($"reserve {reserve.Groups["series"].Value}/{reserve.Groups["period"].Value}");
        }
        else if (line.Contains("\"kind\":\"commit\"", StringComparison.Ordinal))
        {
            events.Add("commit");
        }
    }

    public void Replace(string name, ReadOnlySpan<byte> bytes)
    {
        files.Replace(name, bytes);
        var parts = name.Split('/');
        if (parts is [var folder, var series, var period])
        {
            var word = folder == BudgetFileNames.Results ? "store" : "freeze";
            events.Add($"{word} {series}/{Path.GetFileNameWithoutExtension(period)}");
        }
    }

    public void Delete(string name) => files.Delete(name);

    public void Dispose() => files.Dispose();

    [GeneratedRegex(
        @"""kind"":""reserve"",""series"":""(?<series>[a-z0-9_-]+)"",""period"":""(?<period>[0-9A-Z-]+)""",
        RegexOptions.ExplicitCapture,
        matchTimeoutMilliseconds: 1000
    )]
    private static partial Regex Reserve();
}
