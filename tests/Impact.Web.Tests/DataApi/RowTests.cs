using System.Globalization;
using System.Text.Json;
using Impact.Core.Catalogue;
using Impact.Web.DataApi;

namespace Impact.Web.Tests.DataApi;

/// <summary>Rows of a table as JSON: those of the signed file, no more, no less, no float.</summary>
[TestFixture]
internal sealed class RowTests
{
    [Test]
    public async Task All_pages_together_are_the_signed_table_for_every_table()
    {
        foreach (var table in Api.Release.Manifest.Content.Select(content => content.Table))
        {
            Assert.That(await DifferencesAsync(table), Is.Empty, table);
        }
    }

    private static async Task<List<string>> DifferencesAsync(string table)
    {
        var signed = Api.Release.Table(table);
        using var client = ExampleSite.Client();
        var (pages, size, read) = (1, Math.Max(1, (signed.Rows.Count + 2) / 3), new List<JsonElement>());
        for (var page = 1; page <= pages; page++)
        {
            var answer = await Api.JsonAsync(client, $"{Api.Fund}/data/{table}?pageSize={size}&page={page}");
            pages = answer.GetProperty("paging").GetProperty("totalPages").GetInt32();
            Assert.That(
                answer.GetProperty("paging").GetProperty("totalResults").GetInt32(),
                Is.EqualTo(signed.Rows.Count)
            );
            Assert.That(answer.GetProperty("warnings").ValueKind, Is.EqualTo(JsonValueKind.Array));
            read.AddRange(answer.GetProperty("results").EnumerateArray());
        }

        return Differences(signed, read);
    }

    [Test]
    public void A_row_that_is_lost_or_a_withheld_cell_that_tells_is_seen()
    {
        var signed = Api.Release.Table("people");
        var rows = signed.Rows.Select(row => JsonSerializer.SerializeToElement(RowJson.Of(row, "USD"))).ToList();
        var planted = signed
            .Rows.Select(row => new Dictionary<string, object?>(RowJson.Of(row, "USD")) { ["value"] = 7L })
            .Select(row => JsonSerializer.SerializeToElement(row))
            .ToList();
        Assert.Multiple(() =>
        {
            Assert.That(Differences(signed, rows), Is.Empty);
            Assert.That(Differences(signed, rows[1..]), Is.Not.Empty);
            Assert.That(Differences(signed, planted), Is.Not.Empty);
        });
    }

    [TestCase("JPY", 1_234_567, "1234567")]
    [TestCase("USD", 1_234_567, "12345.67")]
    [TestCase("USD", -5, "-0.05")]
    [TestCase("KWD", 1_234_567, "1234.567")]
    public void Money_is_a_text_with_the_currencys_decimals_beside_whole_minor_units(
        string currency,
        long minor,
        string expected
    )
    {
        var json = JsonSerializer.SerializeToElement(RowJson.Of(Rate(currency, minor), "USD"));
        Assert.Multiple(() =>
        {
            Assert.That(json.GetProperty("numerator").GetString(), Is.EqualTo(expected));
            Assert.That(json.GetProperty("numeratorMinor").GetInt64(), Is.EqualTo(minor));
            Assert.That(json.GetProperty("denominator").ValueKind, Is.EqualTo(JsonValueKind.Null));
        });
    }

    [TestCase("measure=disbursed")]
    [TestCase("measure.in=disbursed,spent")]
    [TestCase("measure.notEq=disbursed&amountMinor.gte=1000000")]
    [TestCase("period_start.gte=2020-01-01&period_start.lt=2020-07-01")]
    public async Task Filters_keep_what_a_reader_of_the_file_would_keep(string filters)
    {
        using var client = ExampleSite.Client();
        var answer = await Api.JsonAsync(client, $"{Api.Fund}/data/money_by_organisation?{filters}");
        var kept = answer.GetProperty("results").EnumerateArray().ToList();
        var expected = Api.Release.Table("money_by_organisation").Rows.Where(row => Keeps(filters, row)).ToList();
        Assert.That(expected, Is.Not.Empty);
        Assert.That(
            kept,
            Has.Count.EqualTo(expected.Count).And.Count.LessThan(Api.Release.Table("money_by_organisation").Rows.Count)
        );
        Assert.That(
            kept.Select(row => row.GetProperty("amount").GetString()),
            Is.EqualTo(expected.Select(row => row.Decimal("amount")?.ToString(CultureInfo.InvariantCulture)))
        );
    }

    private static bool Keeps(string filters, TableRow row) =>
        filters switch
        {
            "measure=disbursed" => row.Text("measure") == "disbursed",
            "measure.in=disbursed,spent" => row.Text("measure") is "disbursed" or "spent",
            "measure.notEq=disbursed&amountMinor.gte=1000000" => row.Text("measure") != "disbursed"
                && row.Integer("amount_minor") >= 1_000_000,
            _ => row.Date("period_start") >= new DateOnly(2020, 1, 1)
                && row.Date("period_start") < new DateOnly(2020, 7, 1),
        };

    /// <summary>Where rows of an answer are not those of the signed table.</summary>
    private static List<string> Differences(PublishedTable signed, List<JsonElement> read)
    {
        if (signed.Rows.Count != read.Count)
        {
            return ["count"];
        }

        var wrong = new List<string>();
        for (var index = 0; index < read.Count; index++)
        {
            var row = signed.Rows[index];
            wrong.AddRange(
                row.Schema.Columns.Where(
                        (column, at) =>
                            Text(read[index].GetProperty(RowJson.FieldOf(column.Name))) != Text(row.Cells[at])
                    )
                    .Select(column => $"{index} {column.Name}")
            );
            wrong.AddRange(
                read[index]
                    .EnumerateObject()
                    .Where(field =>
                        field.Value.ValueKind == JsonValueKind.Number
                        && field.Value.GetRawText().Contains('.', StringComparison.Ordinal)
                    )
                    .Select(field => $"{index} {field.Name} is a float")
            );
        }

        return wrong;
    }

    private static string Text(JsonElement cell) =>
        cell.ValueKind == JsonValueKind.Null ? string.Empty : cell.ToString().ToLowerInvariant();

    private static string Text(object? cell) =>
        cell is DateOnly day
            ? day.ToString("O", CultureInfo.InvariantCulture)
            : Convert.ToString(cell, CultureInfo.InvariantCulture)!.ToLowerInvariant();

    private static TableRow Rate(string currency, long minor)
    {
        var schema = PublishedTables.Rates;
        var cells = schema
            .Columns.Select(column =>
                column.Name switch
                {
                    "currency" => currency,
                    "numerator_minor" => minor,
                    "status" => "ok",
                    "finality" => "final",
                    _ when column.Nullable => null,
                    _ => column.Type switch
                    {
                        ColumnType.Integer => 0L,
                        ColumnType.Boolean => true,
                        _ => (object)"x",
                    },
                }
            )
            .ToArray();
        return new PublishedTable(schema, [cells]).Rows[0];
    }
}
