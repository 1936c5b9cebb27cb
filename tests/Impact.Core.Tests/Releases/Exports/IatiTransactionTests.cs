using System.Runtime.CompilerServices;
using System.Text;
using System.Xml.Linq;
using Impact.Core.Catalogue;

namespace Impact.Core.Tests.Releases.Exports;

/// <summary>One transaction of each type and sign, to the letter, against a file that was read by a person.</summary>
public class IatiTransactionTests
{
    private const string Golden = "iati-transactions.golden.xml";

    [Test]
    public void A_transaction_of_each_type_and_sign_is_written_to_the_letter()
    {
        var written = string.Concat(
            from type in new[] { "1", "2", "3", "4", "11" }
            from isNegative in new[] { false, true }
            select $"{First(type, isNegative)}\n"
        );
        var path = PathOf(Golden);
        if (Environment.GetEnvironmentVariable("UPDATE_GOLDEN") == "1")
        {
            File.WriteAllText(path, written);
            Assert.Fail("The file was written anew: read it, and run again.");
        }

        Assert.That(written, Is.EqualTo(File.ReadAllText(path)));
    }

    /// <summary>The first of a type whose amount is above or below 0; a type without one has no place in the file.</summary>
    private static XElement First(string type, bool isNegative) =>
        Document
            .Descendants("transaction")
            .First(one =>
                one.Element("transaction-type")!.Attribute("code")!.Value == type
                && one.Element("value")!.Value.StartsWith('-') == isNegative
            );

    /// <summary>The small fund, with a quarter in which an allocation is lowered and one in which spending is taken back.</summary>
    private static XDocument Document { get; } = XDocument.Parse(Encoding.UTF8.GetString(Exported()));

    private static byte[] Exported()
    {
        var schema = PublishedTables.MoneyByOrganisation;
        var rows = ExportSamples.Tables.Single(table => table.Schema == schema).Rows;
        var spent = rows.Where(row => row.Text("measure") == "spent").Take(2).ToList();
        var changed = new PublishedTable(
            schema,
            [
                .. rows.Except(spent.Take(1)).Select(row => row.Cells),
                Told(spent[0], "spent", -12_345),
                Told(spent[0], "allocated", 5_000_000),
                Told(spent[1], "allocated", -1_000_000),
            ]
        );
        List<PublishedTable> tables = [.. ExportSamples.Tables.Where(table => table.Schema != schema), changed];
        return ExportSamples.Write(ExportSamples.Manifest, tables)["exports/iati/activities.xml"];
    }

    private static object?[] Told(TableRow row, string measure, long minor)
    {
        var cells = ExportSamples.Set(row, "measure", measure);
        cells[row.Schema.IndexOf("amount_minor")] = minor;
        cells[row.Schema.IndexOf("amount")] = minor / 100m;
        return cells;
    }

    private static string PathOf(string name, [CallerFilePath] string here = "") =>
        Path.Combine(Path.GetDirectoryName(here)!, name);
}
