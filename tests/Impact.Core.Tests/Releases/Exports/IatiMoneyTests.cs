using System.Globalization;
using System.Text;
using System.Xml.Linq;
using Impact.Core.Catalogue;

namespace Impact.Core.Tests.Releases.Exports;

/// <summary>The sums of the exported transactions, added from the file's text, against the published tables.</summary>
public class IatiMoneyTests
{
    private const string Path = "exports/iati/activities.xml";
    private const string Incoming = "1";
    private const string Commitment = "2";
    private const string Disbursement = "3";
    private const string Expenditure = "4";
    private const string IncomingCommitment = "11";

    [Test]
    public void The_funds_incoming_money_is_the_statements_net_sources() =>
        Assert.That(
            Sum(Fund(Document()), Incoming),
            Is.EqualTo(Line("total_sources") - Line("gift_refunds") - Line("chargebacks"))
        );

    [Test]
    public void The_funds_disbursements_are_the_statements_transfers_less_returns() =>
        Assert.That(Sum(Fund(Document()), Disbursement), Is.EqualTo(Line("transfers") - Line("returns")));

    [Test]
    public void The_funds_expenditure_is_its_fees_and_costs() =>
        Assert.That(
            Sum(Fund(Document()), Expenditure),
            Is.EqualTo(Line("processor_fees") + Line("platform_fees") + Line("bank_charges") + Line("direct_costs"))
        );

    [Test]
    public void The_funds_commitments_are_the_allocations() =>
        Assert.That(Sum(Fund(Document()), Commitment), Is.EqualTo(Totals("allocated")));

    [TestCase(IncomingCommitment, "allocated", null)]
    [TestCase(Incoming, "disbursed", "returned")]
    [TestCase(Expenditure, "spent", null)]
    public void Each_partners_money_is_its_published_total(string type, string plus, string? minus)
    {
        var document = Document();
        foreach (var row in Rows(PublishedTables.Organisations))
        {
            var id = row.Text("organisation_id");
            var partner = document
                .Descendants("iati-activity")
                .Single(one => one.Element("iati-identifier")!.Value.EndsWith("-" + id, StringComparison.Ordinal));
            var expected = Totals(plus, id) - (minus is null ? 0 : Totals(minus, id));
            Assert.That(Sum(partner, type), Is.EqualTo(expected), id);
        }
    }

    [Test]
    public void A_withheld_month_leaves_the_total_whole()
    {
        var tables = ExportSamples.With(
            PublishedTables.MoneyByMonth,
            row =>
                row.Text("measure") == "received" && row.Text("month") == "2019-08"
                    ? ExportSamples.Set(row, "amount_minor", null)
                    : [.. row.Cells]
        );
        tables.RemoveAll(table => table.Schema == PublishedTables.Contributions);
        var fund = Fund(Document(tables));
        Assert.Multiple(() =>
        {
            Assert.That(Sum(fund, Incoming), Is.EqualTo(Line("total_sources")));
            Assert.That(Days(fund, "Individual donors"), Has.None.EqualTo("2019-08-31"));
            Assert.That(Days(fund, "Givers not told apart"), Is.EqualTo(new[] { "2020-12-31" }));
        });
    }

    [Test]
    public void Where_only_people_gave_there_is_one_transaction_a_month()
    {
        var tables = ExportSamples.Tables.Where(table => table.Schema != PublishedTables.Contributions).ToList();
        var days = Days(Fund(Document(tables)), "Individual donors");
        Assert.That(days, Is.Unique.And.Count.EqualTo(18));
    }

    [Test]
    public void Organisations_gifts_are_never_grouped()
    {
        var fund = Fund(Document());
        Assert.Multiple(() =>
        {
            Assert.That(Days(fund, "Rehearsal Foundation A"), Is.EqualTo(new[] { "2019-12-31", "2020-12-31" }));
            Assert.That(Days(fund, "Rehearsal Foundation B"), Is.EqualTo(new[] { "2019-12-31", "2020-12-31" }));
        });
    }

    [Test]
    public void A_withheld_total_and_its_quarters_are_absent()
    {
        var tables = ExportSamples.With(
            PublishedTables.OrganisationTotals,
            row => row.Text("measure") == "spent" ? null : [.. row.Cells]
        );
        tables.RemoveAll(table => table.Schema == PublishedTables.MoneyByOrganisation);
        var partners = Document(tables).Descendants("iati-activity").Skip(1).ToList();
        Assert.That(partners.Sum(one => Sum(one, Expenditure)), Is.Zero);
    }

    [TestCase(Incoming, "150", "Interest", null)]
    [TestCase(Disbursement, "-1500.25", "Returned by partners", "Devuelto por las organizaciones")]
    public void A_transaction_is_written_like_this(string type, string value, string english, string? spanish)
    {
        var found = Fund(Document())
            .Elements("transaction")
            .First(one =>
                Type(one) == type && one.Element("description")!.Elements("narrative").First().Value == english
            );
        var written = found.Element("value")!;
        Assert.Multiple(() =>
        {
            Assert.That(
                written.Attribute("value-date")!.Value,
                Is.EqualTo(found.Element("transaction-date")!.Attribute("iso-date")!.Value)
            );
            Assert.That(written.Value, type == Disbursement ? Is.EqualTo(value) : Does.Match(@"^\d+\.\d\d$"));
            if (spanish is not null)
            {
                var said = found.Element("description")!.Elements("narrative").Last();
                Assert.That(said.Attribute(XNamespace.Xml + "lang")!.Value, Is.EqualTo("es"));
                Assert.That(said.Value, Is.EqualTo(spanish));
            }
        });
    }

    [Test]
    public void People_are_targets_and_actual_values_and_a_split_is_a_value_of_its_own()
    {
        var told = Rows(PublishedTables.People).ToList();
        var document = Document();
        Assert.Multiple(() =>
        {
            Assert.That(
                Values(document, "target"),
                Is.EqualTo(told.Where(row => row.Text("measure") == "planned").Sum(row => row.Integer("value")))
            );
            Assert.That(
                Values(document, "actual"),
                Is.EqualTo(told.Where(row => row.Text("measure") == "reached").Sum(row => row.Integer("value")))
            );
            Assert.That(
                document.Descendants("actual").Count(one => one.Element("dimension") is not null),
                Is.EqualTo(told.Count(row => row.Text("measure") == "reached" && row.Text("split") != "total"))
            );
        });
    }

    [Test]
    public void Fiction_and_licence_are_said()
    {
        var text = Encoding.UTF8.GetString(ExportSamples.Files[Path]);
        Assert.That(
            text,
            Does.Contain("(invented figures)")
                .And.Contain("(cifras inventadas)")
                .And.Contain("CC0-1.0")
                .And.Contain("XI-REHEARSAL-FUND")
        );
    }

    private static long Values(XDocument document, string element) =>
        document
            .Descendants(element)
            .Sum(one => long.Parse(one.Attribute("value")!.Value, CultureInfo.InvariantCulture));

    private static XDocument Document(IReadOnlyList<PublishedTable>? tables = null) =>
        XDocument.Parse(
            Encoding.UTF8.GetString(
                tables is null ? ExportSamples.Files[Path] : ExportSamples.Write(ExportSamples.Manifest, tables)[Path]
            )
        );

    private static XElement Fund(XDocument document) => document.Descendants("iati-activity").First();

    private static List<string> Days(XElement activity, string giver) =>
        [
            .. activity
                .Elements("transaction")
                .Where(one => one.Element("provider-org")?.Element("narrative")?.Value == giver)
                .Select(one => one.Element("transaction-date")!.Attribute("iso-date")!.Value),
        ];

    private static string Type(XElement transaction) =>
        transaction.Element("transaction-type")!.Attribute("code")!.Value;

    // Two decimals are cents: the point is left out, so that nothing is computed the way the export computes it.
    private static long Sum(XElement activity, string type) =>
        activity
            .Elements("transaction")
            .Where(one => Type(one) == type)
            .Sum(one =>
                long.Parse(
                    one.Element("value")!.Value.Replace(".", string.Empty, StringComparison.Ordinal),
                    CultureInfo.InvariantCulture
                )
            );

    private static IReadOnlyList<TableRow> Rows(TableSchema schema) =>
        ExportSamples.Tables.Single(table => table.Schema == schema).Rows;

    private static long Line(string line) =>
        Rows(PublishedTables.FundingStatus).Single(row => row.Text("line") == line).Integer("amount_minor")!.Value;

    private static long Totals(string measure, string? organisation = null) =>
        Rows(PublishedTables.OrganisationTotals)
            .Where(row =>
                row.Text("measure") == measure && (organisation is null || row.Text("organisation_id") == organisation)
            )
            .Sum(row => row.Integer("amount_minor")!.Value);
}
