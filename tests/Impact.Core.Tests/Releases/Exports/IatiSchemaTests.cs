using System.Text;
using System.Xml;
using System.Xml.Linq;
using System.Xml.Schema;
using Impact.Core.Catalogue;

namespace Impact.Core.Tests.Releases.Exports;

/// <summary>The IATI export against the standard's own schema and code lists.</summary>
public class IatiSchemaTests
{
    private const string Path = "exports/iati/activities.xml";

    [Test]
    public void The_small_fund_validates() => Assert.That(Faults(ExportSamples.Files[Path]), Is.Empty);

    [Test]
    public void A_fund_of_many_partners_of_which_little_is_told_validates()
    {
        var (manifest, tables) = ExportSamples.Large;
        Assert.That(Faults(ExportSamples.Write(manifest, tables)[Path]), Is.Empty);
    }

    [Test]
    public void A_name_of_any_characters_stays_a_name()
    {
        var files = ExportSamples.Write(ExportSamples.Manifest, ExportSamples.Hostile("=<a>&\"]]>\u0001--ñ"));
        Assert.Multiple(() =>
        {
            Assert.That(Faults(files[Path]), Is.Empty);
            Assert.That(Encoding.UTF8.GetString(files[Path]), Does.Contain("=&lt;a&gt;&amp;\"]]&gt;\uFFFD--ñ"));
        });
    }

    [TestCase("iati-identifier")]
    [TestCase("transaction-type")]
    [TestCase("activity-date")]
    public void A_file_without_what_must_be_there_does_not_validate(string element)
    {
        var document = XDocument.Parse(Encoding.UTF8.GetString(ExportSamples.Files[Path]));
        document.Descendants(element).First().Remove();
        Assert.That(Faults(Encoding.UTF8.GetBytes(document.ToString())), Is.Not.Empty);
    }

    [TestCase("transaction-type", "code", "TransactionType")]
    [TestCase("recipient-region", "code", "Region")]
    [TestCase("sector", "code", "Sector")]
    [TestCase("default-flow-type", "code", "FlowType")]
    [TestCase("default-finance-type", "code", "FinanceType")]
    [TestCase("default-aid-type", "code", "AidType")]
    [TestCase("default-tied-status", "code", "TiedStatus")]
    [TestCase("activity-status", "code", "ActivityStatus")]
    [TestCase("activity-date", "type", "ActivityDateType")]
    [TestCase("participating-org", "role", "OrganisationRole")]
    [TestCase("participating-org", "type", "OrganisationType")]
    [TestCase("reporting-org", "type", "OrganisationType")]
    [TestCase("related-activity", "type", "RelatedActivityType")]
    [TestCase("result", "type", "ResultType")]
    [TestCase("indicator", "measure", "IndicatorMeasure")]
    public void Every_code_is_one_of_its_list(string element, string attribute, string list)
    {
        var known = XDocument
            .Load(SharedSchemas.PathOf($"iati-2.03/codelists/{list}.xml"))
            .Descendants("codelist-item")
            .Select(item => item.Element("code")!.Value)
            .ToList();
        var used = XDocument
            .Parse(Encoding.UTF8.GetString(ExportSamples.Files[Path]))
            .Descendants(element)
            .Select(node => node.Attribute(attribute)!.Value)
            .Distinct()
            .ToList();
        Assert.Multiple(() =>
        {
            Assert.That(used, Is.Not.Empty);
            Assert.That(used, Is.SubsetOf(known));
        });
    }

    [Test]
    public void Without_a_period_of_money_there_is_no_file()
    {
        PublishedTable[] only = [ExportSamples.Tables.Single(table => table.Schema == PublishedTables.FundingStatus)];
        Assert.That(ExportSamples.Write(ExportSamples.Manifest, only).Keys, Has.None.StartsWith("exports/iati"));
    }

    private static List<string> Faults(byte[] file)
    {
        var faults = new List<string>();
        var schemas = new XmlSchemaSet { XmlResolver = new XmlUrlResolver() };
        schemas.Add(null, SharedSchemas.PathOf("iati-2.03/xml.xsd"));
        schemas.Add(null, SharedSchemas.PathOf("iati-2.03/iati-activities-schema.xsd"));
        var settings = new XmlReaderSettings { ValidationType = ValidationType.Schema, Schemas = schemas };
        settings.ValidationEventHandler += (_, fault) => faults.Add(fault.Message);
        using var reader = XmlReader.Create(new MemoryStream(file), settings);
        while (reader.Read())
        {
            // Reading is what validates.
        }

        return faults;
    }
}
