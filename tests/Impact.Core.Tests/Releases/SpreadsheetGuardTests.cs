using CsCheck;
using Impact.Core.Catalogue;
using Impact.Core.Releases;

namespace Impact.Core.Tests.Releases;

/// <summary>A text that a spreadsheet would run is marked in CSV, and comes back as it was.</summary>
public class SpreadsheetGuardTests
{
    private static readonly string[] Starts =
    [
        "=",
        "+",
        "-",
        "@",
        "\t",
        "\r",
        "'",
        "''",
        "'=",
        "\uFF1D",
        "a",
        ",",
        "\"",
        "\n",
    ];

    private static readonly Gen<string> Texts =
        from start in Gen.Int[0, Starts.Length - 1].Select(index => Starts[index])
        from rest in Gen.String[Gen.Char["=+-@'\t\r\n,\"a1 ñ"], 0, 6]
        select start + rest;

    [Test]
    public void Whatever_is_written_is_read_back_and_nothing_written_can_run() =>
        Texts.Sample(text =>
        {
            var cell = SpreadsheetGuard.Write(text);
            return SpreadsheetGuard.Read(cell) == text && !SpreadsheetGuard.MayRun(cell);
        });

    [TestCase("=1")]
    [TestCase("'")]
    [TestCase("'a")]
    public void What_is_never_written_is_not_read(string cell) => Assert.That(SpreadsheetGuard.Read(cell), Is.Null);

    [Test]
    public void A_table_comes_back_from_its_text() =>
        Texts.Sample(name =>
        {
            var table = Named(name);
            return CanonicalCsvReader.Read(table.Schema, CanonicalCsv.Write(table)).Rows[0].Text("name") == name;
        });

    [Test]
    public void No_cell_of_a_tables_text_can_run() =>
        Texts.Sample(name =>
        {
            var text = System.Text.Encoding.UTF8.GetString(CanonicalCsv.Write(Named(name)));
            return new CsvText(text).Lines().All(line => !line.Exists(SpreadsheetGuard.MayRun));
        });

    [Test]
    public void A_negative_amount_stays_a_number()
    {
        var table = SampleTables.FundingStatus(("contributions", -5));
        Assert.That(System.Text.Encoding.UTF8.GetString(CanonicalCsv.Write(table)), Does.Contain(",-5,-0.05,"));
    }

    [Test]
    public void A_file_with_a_text_that_would_run_is_not_read()
    {
        var planted = System
            .Text.Encoding.UTF8.GetString(CanonicalCsv.Write(Named("=1")))
            .Replace("'=1", "=1", StringComparison.Ordinal);
        Assert.That(
            () => CanonicalCsvReader.Read(PublishedTables.Organisations, System.Text.Encoding.UTF8.GetBytes(planted)),
            Throws.TypeOf<FormatException>()
        );
    }

    private static PublishedTable Named(string name) =>
        SampleTables.Table(
            PublishedTables.Organisations,
            [SampleTables.Row(["f", "id", name, "other"], fiction: false)]
        );
}
