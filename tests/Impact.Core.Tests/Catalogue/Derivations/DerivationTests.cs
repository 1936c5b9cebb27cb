using System.Globalization;
using DuckDB.NET.Data;
using Impact.Core.Catalogue;
using Impact.Core.Catalogue.Derivations;
using Impact.Core.Ledger;
using Impact.Core.Releases;
using Impact.Core.Tests.Metrics;

namespace Impact.Core.Tests.Catalogue.Derivations;

/// <summary>The derived tables by plain loops beside their SQL, run on a release's own database.</summary>
[TestFixture]
internal sealed class DerivationTests
{
    private static IEnumerable<string> Names => Derivation.All.Select(derivation => derivation.Sql);

    [TestCaseSource(nameof(Names))]
    public void Sql_on_a_releases_database_gives_the_same_rows(string name)
    {
        var rows = 0;
        for (var number = 0; number < GeneratedCases.Count; number++)
        {
            var tables = new DerivedCases(number).Tables();
            var (expected, found) = BothWays(name, tables, SqlText.Of("Metrics", name));
            rows += expected.Count;
            Assert.That(found, Is.EquivalentTo(expected), $"case {number}");
        }

        Assert.That(rows, Is.GreaterThan(100));
    }

    [TestCase("people_reached_bounds", "WHEN partner.agg_organisation = 'max' THEN max(partner.upper)", "")]
    [TestCase("people_reached_bounds", "withheld_below - 1", "withheld_below")]
    [TestCase(
        "people_reached_bounds",
        "has_total = 0 AND split IN ('women', 'men', 'girls', 'boys', 'unknown')",
        "has_total = 0"
    )]
    [TestCase("unit_costs", "has_total = 0 AND split IN ('women', 'men', 'girls', 'boys', 'unknown')", "has_total = 0")]
    [TestCase(
        "indicator_achievement",
        "has_total = 0 AND split IN ('women', 'men', 'girls', 'boys', 'unknown')",
        "has_total = 0"
    )]
    [TestCase("indicator_achievement", "pair.planned = 0", "pair.planned < 0")]
    [TestCase("unit_costs", "> units THEN 1", ">= units THEN 1")]
    [TestCase("unit_costs", "overlapping.shares_days = 1", "overlapping.shares_days = 2")]
    public void The_comparison_sees_a_planted_bug(string name, string right, string wrong)
    {
        var sql = SqlText.Of("Metrics", name);
        Assert.That(sql, Does.Contain(right));
        var planted = sql.Replace(right, wrong, StringComparison.Ordinal);
        var isSeen = Enumerable
            .Range(0, GeneratedCases.Count)
            .Select(number => BothWays(name, new DerivedCases(number).Tables(), planted))
            .Any(pair =>
                !pair.Found.Order(StringComparer.Ordinal).SequenceEqual(pair.Expected.Order(StringComparer.Ordinal))
            );
        Assert.That(isSeen, Is.True);
    }

    [Test]
    public void Two_rounded_partners_are_at_least_the_larger_and_at_most_both()
    {
        var row = Bounds(
                DerivedCases.Indicator("calls", "bounds", "bounds", 2),
                DerivedCases.People("XI-1", "calls", "2019-Q3 reached total", 40),
                DerivedCases.People("XI-2", "calls", "2019-Q3 reached total", 25),
                DerivedCases.People("XI-3", "calls", "2019-Q3 reached total", null, "c")
            )
            .Single(row => row.Text("period") == "2019-Q3");
        Assert.Multiple(() =>
        {
            Assert.That(row.Integer("lower"), Is.EqualTo(38));
            Assert.That(row.Integer("upper"), Is.EqualTo(42 + 27 + 9));
            Assert.That(row.Integer("partners_reporting"), Is.EqualTo(3));
            Assert.That(row.Integer("partners_total"), Is.EqualTo(3));
        });
    }

    [TestCase("bounds", 30, 70, "periods_bounded")]
    [TestCase("sum", 50, 70, "periods_added")]
    [TestCase("last", 30, 50, "last_period")]
    [TestCase("none", null, null, "not_combined")]
    public void Periods_combine_as_the_indicator_says(string time, int? lower, int? upper, string method)
    {
        var row = Bounds(
                DerivedCases.Indicator("calls", time, "bounds", 0),
                DerivedCases.People("XI-1", "calls", "2019-Q3 reached total", 20),
                DerivedCases.People("XI-1", "calls", "2019-Q4 reached total", 30),
                DerivedCases.People("XI-2", "calls", "2019-Q4 reached total", 20)
            )
            .Single(row => row.Text("period") == PublishedTables.ToDate);
        Assert.Multiple(() =>
        {
            Assert.That(row.Integer("lower"), Is.EqualTo(lower));
            Assert.That(row.Integer("upper"), Is.EqualTo(upper));
            Assert.That(row.Text("method"), Is.EqualTo(method));
            Assert.That(row.Text("status"), Is.EqualTo(method == "not_combined" ? "z" : "ok"));
        });
    }

    [Test]
    public void Periods_that_overlap_are_never_added()
    {
        var row = Bounds(
                DerivedCases.Indicator("calls", "sum", "bounds", 0),
                DerivedCases.People("XI-1", "calls", "2020 reached total", 50),
                DerivedCases.People("XI-1", "calls", "2020-Q1 reached total", 20)
            )
            .Single(row => row.Text("period") == PublishedTables.ToDate);
        Assert.That((row.Integer("lower"), row.Integer("upper")), Is.EqualTo(((long?)50, (long?)70)));
    }

    [TestCase(100, 8, 12)]
    [TestCase(108, 8, 14)]
    [TestCase(104, 8, 13)]
    public void A_unit_cost_is_rounded_half_to_even(long cost, long units, long expected)
    {
        var table = Compute(
            "unit_costs",
            [
                new(PublishedTables.Indicators, [DerivedCases.Indicator("meals", "sum", "sum", 0)]),
                new(PublishedTables.People, [DerivedCases.People("XI-1", "meals", "2019-Q3 reached total", units)]),
                new(PublishedTables.OrganisationTotals, [DerivedCases.Spent("XI-1", cost)]),
            ]
        );
        Assert.That(table.Rows.Single().Integer("unit_cost_minor"), Is.EqualTo(expected));
    }

    private static IReadOnlyList<TableRow> Bounds(object?[] indicator, params object?[][] people) =>
        Compute(
            "people_reached_bounds",
            [new(PublishedTables.Indicators, [indicator]), new(PublishedTables.People, people)]
        ).Rows;

    private static PublishedTable Compute(string name, IReadOnlyList<PublishedTable> tables) =>
        Derivation.All.Single(one => one.Sql == name).Compute(new DerivationSource(tables));

    private static (List<string> Expected, List<string> Found) BothWays(
        string name,
        IReadOnlyList<PublishedTable> tables,
        string sql
    )
    {
        var folder = Directory.CreateTempSubdirectory("impact-derived-").FullName;
        try
        {
            Directory.CreateDirectory(Path.Combine(folder, "data"));
            ReleaseDatabase.Write(folder, tables, "USD");
            using var connection = new DuckDBConnection(
                $"DataSource={Path.Combine(folder, ReleaseNames.Database)};ACCESS_MODE=READ_ONLY"
            );
            connection.Open();
            using var command = connection.CreateCommand();
            command.CommandText = sql;
            using var reader = command.ExecuteReader();
            var columns = Enumerable.Range(0, reader.FieldCount).Select(reader.GetName).ToList();
            var found = new List<string>();
            while (reader.Read())
            {
                found.Add(Line(columns.Select((_, place) => reader.IsDBNull(place) ? null : reader.GetValue(place))));
            }

            var expected = Compute(name, tables).Rows.Select(row => Line(columns.Select(column => row[column])));
            return ([.. expected], found);
        }
        finally
        {
            Directory.Delete(folder, recursive: true);
        }
    }

    private static string Line(IEnumerable<object?> cells) =>
        string.Join(
            '|',
            cells.Select(cell =>
                cell is DateOnly day
                    ? day.ToString("O", CultureInfo.InvariantCulture)
                    : Convert.ToString(cell, CultureInfo.InvariantCulture)
            )
        );
}
