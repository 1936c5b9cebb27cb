using System.Globalization;
using Impact.Core.Catalogue;

namespace Impact.Core.Tests.Releases.Exports;

/// <summary>The workbook against the tables it is made from.</summary>
public class ReleaseWorkbookTests
{
    private const string Path = "exports/xi-rehearsal.xlsx";

    [Test]
    public void Cover_dictionary_and_notes_come_before_the_tables()
    {
        var sheets = SheetReader.Read(ExportSamples.Files[Path]);
        Assert.Multiple(() =>
        {
            Assert.That(sheets.Keys.Take(3), Is.EqualTo(new[] { "cover", "dictionary", "notes" }));
            Assert.That(sheets.Keys.Skip(3), Is.EquivalentTo(ExportSamples.Tables.Select(table => table.Schema.Id)));
            Assert.That(
                sheets["cover"][0],
                Is.EqualTo(
                    new object[]
                    {
                        "Rehearsal Relief Fund (invented figures)",
                        "Fondo de Ayuda de Ensayo (cifras inventadas)",
                    }
                )
            );
            Assert.That(sheets["cover"].SelectMany(row => row), Has.Some.EqualTo("Licence / Licencia: CC0-1.0"));
            Assert.That(
                sheets["dictionary"].Skip(1).Count(row => row.Count < 7),
                Is.EqualTo(ExportSamples.Tables.Sum(table => table.Schema.Columns.Count))
            );
        });
    }

    [Test]
    public void Every_cell_comes_back()
    {
        var sheets = SheetReader.Read(ExportSamples.Files[Path]);
        foreach (var table in ExportSamples.Tables)
        {
            var sheet = sheets[table.Schema.Id];
            Assert.That(sheet[0], Is.EqualTo(table.Schema.Columns.Select(column => column.Title.En)));
            Assert.That(sheet[1], Is.EqualTo(table.Schema.Columns.Select(column => column.Title.Es)));
            Assert.That(sheet[2], Is.EqualTo(table.Schema.Columns.Select(column => column.Name)));
            for (var row = 0; row < table.Rows.Count; row++)
            {
                Assert.That(sheet[row + 3], Is.EqualTo(table.Rows[row].Cells.Select(Read)), table.Schema.Id);
            }
        }
    }

    [TestCase(999_999_999_999_999, null)]
    [TestCase(1_000_000_000_000_000, "inlineStr")]
    [TestCase(long.MinValue + 1, "inlineStr")]
    public void A_number_that_a_spreadsheet_would_round_is_text(long minor, string? type)
    {
        var text = minor.ToString(CultureInfo.InvariantCulture);
        var tables = ExportSamples.With(
            PublishedTables.TotalRaised,
            row => ExportSamples.Set(row, "amount_minor", minor)
        );
        var cells = SheetReader.Cells(ExportSamples.Write(ExportSamples.Manifest, tables)[Path]);
        Assert.Multiple(() =>
        {
            Assert.That(cells.First(cell => cell.Text == text).Type, Is.EqualTo(type));
            if (type is null)
            {
                Assert.That((long)double.Parse(text, CultureInfo.InvariantCulture), Is.EqualTo(minor));
            }
        });
    }

    [TestCase("=1+1")]
    [TestCase("+1")]
    [TestCase("-1")]
    [TestCase("@SUM(A1)")]
    [TestCase("\t=1")]
    [TestCase("\r=1")]
    public void No_text_can_run(string name)
    {
        var cells = SheetReader.Cells(ExportSamples.Write(ExportSamples.Manifest, ExportSamples.Hostile(name))[Path]);
        Assert.Multiple(() =>
        {
            Assert.That(cells.Where(cell => cell.HasFormula), Is.Empty);
            Assert.That(cells.First(cell => cell.Text == name), Is.EqualTo((name, "inlineStr", "3", false)));
        });
    }

    [Test]
    public void Money_is_a_number_with_the_currencys_decimals() =>
        Assert.That(
            SheetReader
                .Cells(ExportSamples.Files[Path])
                .Where(cell => cell.Type is null && cell.Text.Contains('.', StringComparison.Ordinal))
                .Select(cell => cell.Style)
                .Distinct(),
            Is.SubsetOf(new[] { "6", "10" })
        );

    [Test]
    public void Equal_tables_give_equal_bytes() =>
        Assert.That(
            ExportSamples.Write(ExportSamples.Manifest, [.. ExportSamples.Tables.Reverse()]),
            Is.EqualTo(ExportSamples.Files)
        );

    private static object? Read(object? cell) =>
        cell switch
        {
            long number => (decimal)number,
            DateOnly day => (decimal)(day.DayNumber - new DateOnly(1899, 12, 30).DayNumber),
            _ => cell,
        };
}
