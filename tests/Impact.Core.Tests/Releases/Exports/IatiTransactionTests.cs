using System.Text;
using System.Xml.Linq;
using Impact.Core.Catalogue;

namespace Impact.Core.Tests.Releases.Exports;

/// <summary>One transaction of each type and sign, to the letter.</summary>
public class IatiTransactionTests
{
    [TestCase("1", false, "GOLDEN")]
    [TestCase("1", true, "GOLDEN")]
    [TestCase("2", false, "GOLDEN")]
    [TestCase("2", true, "GOLDEN")]
    [TestCase("3", false, "GOLDEN")]
    [TestCase("3", true, "GOLDEN")]
    [TestCase("4", false, "GOLDEN")]
    [TestCase("4", true, "GOLDEN")]
    [TestCase("11", false, "GOLDEN")]
    [TestCase("11", true, "GOLDEN")]
    public void A_transaction_is_written_to_the_letter(string type, bool isNegative, string written) =>
        Assert.That(First(type, isNegative), Is.EqualTo(written));

    private static string First(string type, bool isNegative)
    {
        var found = Document
            .Descendants("transaction")
            .Where(one =>
                one.Element("transaction-type")!.Attribute("code")!.Value == type
                && one.Element("value")!.Value.StartsWith('-') == isNegative
            )
            .Select(one => one.ToString(SaveOptions.DisableFormatting))
            .FirstOrDefault("none");
        return found.Replace("\"", "'", StringComparison.Ordinal);
    }

    /// <summary>The small fund, with an allocation lowered and spending taken back in one quarter.</summary>
    private static XDocument Document { get; } = XDocument.Parse(Encoding.UTF8.GetString(Exported()));

    private static byte[] Exported()
    {
        var tables = ExportSamples.With(
            PublishedTables.MoneyByOrganisation,
            row =>
                row.Text("quarter") == "2020-Q1" && row.Text("measure") is "allocated" or "spent"
                    ? ExportSamples.Set(row, "amount_minor", -12_345L)
                    : [.. row.Cells]
        );
        return ExportSamples.Write(ExportSamples.Manifest, tables)["exports/iati/activities.xml"];
    }
}
