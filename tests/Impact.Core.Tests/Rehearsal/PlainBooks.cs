using System.Globalization;

namespace Impact.Core.Tests.Rehearsal;

/// <summary>The nine sheets read back by the plainest means: split at commas, looked up by heading. It shares nothing with the writer.</summary>
internal sealed class PlainBooks
{
    public static readonly string[] SheetNames =
    [
        "gifts",
        "fund_entries",
        "partner_entries",
        "services",
        "indicators",
        "balances",
        "processor_report",
        "bank_statement",
        "explanations",
    ];

    private readonly Dictionary<string, List<PlainRow>> sheets = new(StringComparer.Ordinal);

    private PlainBooks(Func<string, string[]> lines)
    {
        foreach (var sheet in SheetNames)
        {
            var all = lines(sheet);
            var heading = all[0].Split(',');
            sheets[sheet] =
            [
                .. all.Skip(1).Select((line, place) => new PlainRow(sheet, place + 2, heading, line.Split(','))),
            ];
        }
    }

    public List<PlainRow> this[string sheet] => sheets[sheet];

    public static PlainBooks Read(string folder) =>
        new(sheet => File.ReadAllLines(Path.Combine(folder, sheet + ".csv")));

    /// <summary>Reads with one sheet's lines changed on the way: the planted fault of a negative control.</summary>
    public static PlainBooks Read(string folder, string changed, Func<string[], string[]> change) =>
        new(sheet =>
        {
            var lines = File.ReadAllLines(Path.Combine(folder, sheet + ".csv"));
            return string.Equals(sheet, changed, StringComparison.Ordinal) ? change(lines) : lines;
        });
}

internal sealed class PlainRow(string sheet, int line, string[] heading, string[] cells)
{
    public string Where => $"{sheet} line {line}";

    /// <summary>Whether two rows have the same text in a column.</summary>
    public bool Shares(string column, PlainRow other) =>
        string.Equals(this[column], other[column], StringComparison.Ordinal);

    public int Cells => cells.Length;

    public int Columns => heading.Length;

    public string this[string column] => cells[Array.IndexOf(heading, column)];

    public DateOnly Day(string column) => DateOnly.ParseExact(this[column], "yyyy-MM-dd", CultureInfo.InvariantCulture);

    public decimal Decimal(string column) =>
        decimal.Parse(
            this[column],
            NumberStyles.AllowLeadingSign | NumberStyles.AllowDecimalPoint,
            CultureInfo.InvariantCulture
        );

    public decimal BaseAmount => this["currency"] is "USD" ? Decimal("amount") : Decimal("base_amount");

    public string Designation => this["designation"] is "" ? "pool" : this["designation"];
}
