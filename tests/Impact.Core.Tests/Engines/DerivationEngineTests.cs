using System.Globalization;
using System.Text.Json;
using Impact.Core.Catalogue;
using Impact.Core.Catalogue.Derivations;
using Impact.Core.Ledger;
using Impact.Core.Tests.Catalogue.Derivations;
using Impact.Core.Tests.Metrics;
using Impact.Testing.Engines;
using Impact.Testing.Ledgers;

namespace Impact.Core.Tests.Engines;

/// <summary>The SQL of derived tables on PostgreSQL, over the same published tables that the plain loops read.</summary>
[TestFixture(Category = Engine.PostgresCategory)]
internal sealed class DerivationEngineTests
{
    private TestLedger _postgres = null!;

    private static IEnumerable<string> Names => Derivation.All.Select(derivation => derivation.Sql);

    [OneTimeSetUp]
    public void OpenLedger() => _postgres = SecondEngine.Open(EngineKind.Postgres);

    [OneTimeTearDown]
    public void CloseLedger() => _postgres?.Dispose();

    [TestCaseSource(nameof(Names))]
    public void Sql_on_PostgreSQL_gives_the_rows_of_the_plain_loops(string name)
    {
        var rows = 0;
        for (var number = 0; number < GeneratedCases.On(EngineKind.Postgres); number++)
        {
            var tables = new DerivedCases(number).Tables();
            var (expected, found) = BothWays(name, tables, SqlText.Of("Metrics", name));
            rows += expected.Count;
            Assert.That(found, Is.EquivalentTo(expected), $"case {number}");
        }

        Assert.That(rows, Is.GreaterThan(100));
    }

    [Test]
    public void A_planted_bug_is_seen_on_PostgreSQL_too()
    {
        var planted = SqlText
            .Of("Metrics", "people_reached_bounds")
            .Replace("withheld_below - 1", "withheld_below", StringComparison.Ordinal);
        var isSeen = Enumerable
            .Range(0, GeneratedCases.On(EngineKind.Postgres))
            .Select(number => BothWays("people_reached_bounds", new DerivedCases(number).Tables(), planted))
            .Any(pair =>
                !pair.Found.Order(StringComparer.Ordinal).SequenceEqual(pair.Expected.Order(StringComparer.Ordinal))
            );
        Assert.That(isSeen, Is.True);
    }

    /// <summary>The same rows both ways; the SQL names the columns, since it leaves out what is the same on every row of a fund.</summary>
    private (List<string> Expected, List<string> Found) BothWays(
        string name,
        IReadOnlyList<PublishedTable> tables,
        string sql
    )
    {
        foreach (var table in tables)
        {
            Fill(table);
        }

        var answers = _postgres.Store.Query(
            "derived",
            $"SELECT CAST(row_to_json(answer) AS VARCHAR) AS line FROM ({sql.TrimEnd().TrimEnd(';')}) AS answer",
            row => JsonSerializer.Deserialize<SortedDictionary<string, JsonElement>>(row.Text("line")!)!
        );
        var columns = answers.Count > 0 ? answers[0].Keys.ToList() : [];
        var rows = Derivation.All.Single(one => one.Sql == name).Compute(new DerivationSource(tables)).Rows;
        return (
            [.. rows.Select(row => string.Join('|', columns.Select(column => Text(row[column]))))],
            [.. answers.Select(answer => string.Join('|', columns.Select(column => Text(answer[column]))))]
        );
    }

    private void Fill(PublishedTable table)
    {
        var columns = table.Schema.Columns.Select(column => $"{column.Name} {TypeOf(column.Type)}");
        var name = table.Schema.Id;
        _postgres.Store.Execute("drop", $"DROP TABLE IF EXISTS {name}");
        _postgres.Store.Execute("create", $"CREATE TABLE {name} ({string.Join(", ", columns)})");
        foreach (var row in table.Rows)
        {
            _postgres.Store.Execute(
                "fill",
                $"INSERT INTO {name} VALUES ({string.Join(", ", row.Cells.Select(Literal))})"
            );
        }
    }

    private static string Text(JsonElement value) =>
        value.ValueKind == JsonValueKind.Number ? Text(value.GetDecimal()) : value.ToString();

    private static string Text(object? value) =>
        value switch
        {
            DateOnly day => day.ToString("O", CultureInfo.InvariantCulture),
            // Trailing zeros say nothing about the figure.
            decimal number => number.ToString("G29", CultureInfo.InvariantCulture),
            _ => Convert.ToString(value, CultureInfo.InvariantCulture)!,
        };

    private static string TypeOf(ColumnType type) =>
        type switch
        {
            ColumnType.Text => "VARCHAR",
            ColumnType.Integer => "BIGINT",
            ColumnType.Decimal => "NUMERIC",
            ColumnType.Date => "DATE",
            ColumnType.Boolean => "BOOLEAN",
            _ => throw new ArgumentOutOfRangeException(nameof(type)),
        };

    private static string Literal(object? value) =>
        value switch
        {
            null => "NULL",
            string text => Impact.Core.Intake.SqlLiteral.Text(text),
            DateOnly day => $"DATE '{Text(day)}'",
            _ => Text(value),
        };
}
