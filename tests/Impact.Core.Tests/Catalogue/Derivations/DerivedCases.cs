using System.Globalization;
using Impact.Core.Catalogue;
using Impact.Core.Quantities;
using Impact.Core.Rehearsal;

namespace Impact.Core.Tests.Catalogue.Derivations;

/// <summary>Published tables of every shape that figures are derived from: the same for a case number on every machine.</summary>
internal sealed class DerivedCases(int caseNumber)
{
    private static readonly string[] Organisations = ["XI-1", "XI-2", "XI-3", "XI-4"];
    private static readonly string[] Indicators = ["calls", "cases", "meals"];
    private static readonly string[] Periods = ["2019-Q3", "2019-Q4", "2020-01", "2020-Q1", "2020"];
    private static readonly string[] Rules = ["sum", "last", "max", "bounds", "none"];
    private readonly SeededNumbers _numbers = new((ulong)caseNumber, SeededPurpose.Indicators);

    public static Period PeriodOf(string code) =>
        code.Length == 4 ? Period.Year(Number(code))
        : code[5] == 'Q' ? Period.Quarter(Number(code[..4]), Number(code[6..]))
        : Period.Month(Number(code[..4]), Number(code[5..]));

    public static object?[] Indicator(string id, string time, string organisation, long uncertainty) =>
        Row(
            [
                id,
                id,
                id,
                "statement",
                "people",
                "output",
                "periodic",
                "none",
                time,
                organisation,
                "sum",
                "max",
                null,
                uncertainty,
                uncertainty == 0 ? 0L : 10L,
            ],
            "ok"
        );

    public static object?[] People(
        string organisation,
        string indicator,
        string cell,
        long? value,
        string status = "ok"
    )
    {
        var parts = cell.Split(' ');
        var period = PeriodOf(parts[0]);
        return Row([organisation, indicator, period.Code, period.Start, period.End, parts[1], parts[2], value], status);
    }

    public static object?[] Spent(string organisation, long? minor) =>
        Row(
            [organisation, "spent", "USD", minor, minor is { } known ? known / 100m : null],
            minor is null ? "x" : "ok"
        );

    public IReadOnlyList<PublishedTable> Tables()
    {
        var rounded = _numbers.Below(2) == 0 ? 2L : 0L;
        return
        [
            new(
                PublishedTables.Indicators,
                Indicators.Select(id => Indicator(id, Pick(Rules), Pick(Rules), rounded)).ToList()
            ),
            new(PublishedTables.People, Statements(rounded > 0)),
            new(
                PublishedTables.OrganisationTotals,
                Organisations
                    .Where(_ => _numbers.Below(8) > 0)
                    .Select(id => Spent(id, _numbers.Below(6) == 0 ? null : _numbers.Between(-2, 19) * 5))
                    .ToList()
            ),
        ];
    }

    private List<object?[]> Statements(bool isRounded)
    {
        var rows = new List<object?[]>();
        foreach (var organisation in Organisations)
        {
            foreach (var indicator in Indicators)
            {
                foreach (var period in Periods.Where(_ => _numbers.Below(2) == 0))
                {
                    foreach (var measure in new[] { "baseline", "planned", "reached" })
                    {
                        rows.AddRange(
                            new[] { "total", "women", "men", "female", "children" }
                                .Where(_ => _numbers.Below(2) == 0)
                                .Select(split =>
                                    Statement(organisation, indicator, $"{period} {measure} {split}", isRounded)
                                )
                        );
                    }
                }
            }
        }

        return rows;
    }

    private object?[] Statement(string organisation, string indicator, string cell, bool isRounded) =>
        _numbers.Below(6) switch
        {
            0 when isRounded => People(organisation, indicator, cell, null, "c"),
            1 => People(organisation, indicator, cell, null, "x"),
            2 => People(organisation, indicator, cell, 0),
            3 => People(organisation, indicator, cell, _numbers.Below(3) * 10),
            _ => People(organisation, indicator, cell, _numbers.Below(30) * 5),
        };

    private static object?[] Row(object?[] cells, string status) =>
        ["test-fund", .. cells, status, "provisional", 1L, 1L, true];

    private static int Number(string digits) => int.Parse(digits, CultureInfo.InvariantCulture);

    private T Pick<T>(IReadOnlyList<T> values) => values[_numbers.Below(values.Count)];
}
