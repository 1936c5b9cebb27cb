using System.Globalization;
using System.Text;
using Impact.Core.Rehearsal;

namespace Impact.Jobs.Tests;

/// <summary>The sheets of the rehearsal fund as they would have come in: cut by the day each row was known, and given out month by month.</summary>
internal sealed class RehearsalReplay
{
    /// <summary>A difference is explained when the other side's report is read, some days after the month.</summary>
    private const int ExplainedWithin = 25;

    private readonly List<Row> _rows = [];
    private readonly Dictionary<string, string> _headings = new(StringComparer.Ordinal);
    private readonly string _folder;

    /// <summary>Reads the sheets.</summary>
    /// <param name="files">The rehearsal's files.</param>
    /// <param name="folder">Where the cut sheets are written.</param>
    /// <param name="lateUntil">The day on which a late row comes in; null for a row that is not late.</param>
    public RehearsalReplay(RehearsalFiles files, string folder, Func<Row, DateOnly?> lateUntil)
    {
        _folder = folder;
        foreach (var sheet in files.Sheets)
        {
            var lines = File.ReadAllLines(sheet.Path);
            _headings[sheet.Name] = lines[0];
            foreach (var (cells, line) in PlainCsv.Read(sheet.Path).Zip(lines.Skip(1)))
            {
                var row = new Row(sheet.Name, cells, line, DayOf(sheet.Name, cells));
                _rows.Add(lateUntil(row) is { } late ? row with { KnownOn = late, IsLate = true } : row);
            }
        }
    }

    /// <summary>Every row, with the day it came in.</summary>
    public IReadOnlyList<Row> Rows => _rows;

    /// <summary>Writes what came in after one day and up to another, a file a sheet that has rows.</summary>
    public IReadOnlyList<string> Write(DateOnly after, DateOnly upTo)
    {
        var paths = new List<string>();
        foreach (var (sheet, heading) in _headings)
        {
            var lines = _rows
                .Where(row => row.Sheet == sheet && row.KnownOn > after && row.KnownOn <= upTo)
                .Select(row => row.Line)
                .ToList();
            if (lines.Count > 0)
            {
                paths.Add(Write(upTo, sheet, [heading, .. lines]));
            }
        }

        return paths;
    }

    /// <summary>Writes a sheet of its own.</summary>
    public string Write(DateOnly upTo, string sheet, IEnumerable<string> lines)
    {
        var folder = Path.Combine(
            _folder,
            upTo.ToString("O", CultureInfo.InvariantCulture) + "-" + Path.GetRandomFileName()
        );
        Directory.CreateDirectory(folder);
        var path = Path.Combine(folder, sheet + ".csv");
        File.WriteAllText(
            path,
            string.Join('\n', lines) + "\n",
            new UTF8Encoding(encoderShouldEmitUTF8Identifier: false)
        );
        return path;
    }

    private static DateOnly DayOf(string sheet, IReadOnlyDictionary<string, string> cells)
    {
        var (column, days) = sheet switch
        {
            "indicators" => ("certified_on", 0),
            "balances" => ("as_of", 0),
            "processor_report" or "bank_statement" => ("booked_on", 0),
            "explanations" => ("explained_on", -ExplainedWithin),
            _ => (cells.GetValueOrDefault("cleared_on") is { Length: > 0 } ? "cleared_on" : "occurred_on", 0),
        };
        return DateOnly.Parse(cells[column], CultureInfo.InvariantCulture).AddDays(days);
    }

    /// <summary>A row of a sheet and the day it came in.</summary>
    internal sealed record Row(
        string Sheet,
        IReadOnlyDictionary<string, string> Cells,
        string Line,
        DateOnly KnownOn,
        bool IsLate = false
    )
    {
        /// <summary>A cell; empty where the sheet has no such column.</summary>
        public string this[string column] => Cells.GetValueOrDefault(column, string.Empty);

        /// <summary>The sheet's heading.</summary>
        public string Heading => string.Join(',', Cells.Keys);

        /// <summary>The row of an entry once more: taken back where nothing is added to it, else with another amount.</summary>
        public string Again(string ending, string day, decimal more)
        {
            var amount = decimal.Parse(this["amount"], CultureInfo.InvariantCulture);
            var changed = new Dictionary<string, string>(StringComparer.Ordinal)
            {
                ["entry_id"] = this["entry_id"] + ending,
                ["cleared_on"] = day,
                ["amount"] = (more == 0 ? -amount : amount + more).ToString("0.00", CultureInfo.InvariantCulture),
                ["reverses"] = more == 0 ? this["entry_id"] : string.Empty,
                ["reason"] = more == 0 ? "CORRECTION" : string.Empty,
            };
            return string.Join(',', Cells.Select(cell => changed.GetValueOrDefault(cell.Key, cell.Value)));
        }
    }
}
