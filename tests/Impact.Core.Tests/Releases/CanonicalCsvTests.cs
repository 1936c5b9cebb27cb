using System.Text;
using Impact.Core.Catalogue;
using Impact.Core.Releases;

namespace Impact.Core.Tests.Releases;

public class CanonicalCsvTests
{
    private const string OrganisationsHeading =
        "fund,organisation_id,name,type,status,finality,reported,expected,fiction\n";

    [Test]
    public void Cells_are_quoted_only_where_they_must_be() =>
        Assert.That(
            Text(SampleTables.Organisations()),
            Is.EqualTo(
                OrganisationsHeading
                    + "xi-harbour,XI-REHEARSAL-1,\"Help, \"\"first\"\" & fast\",national_ngo,ok,provisional,1,2,true\n"
                    + "xi-harbour,XI-REHEARSAL-2,Ayuda Niñez,international_ngo,ok,provisional,1,2,true\n"
            )
        );

    [TestCase("a\nb", "\"a\nb\"")]
    [TestCase("a\rb", "\"a\rb\"")]
    [TestCase(" a ", " a ")]
    [TestCase("=1+1", "'=1+1")]
    [TestCase("'=1+1", "''=1+1")]
    public void A_text_comes_back_with_every_character(string name, string written)
    {
        var table = SampleTables.Table(
            PublishedTables.Organisations,
            [SampleTables.Row(["f", "id", name, "other"], fiction: false)]
        );
        Assert.That(Text(table), Is.EqualTo($"{OrganisationsHeading}f,id,{written},other,ok,provisional,1,2,false\n"));
        Assert.That(
            CanonicalCsvReader.Read(table.Schema, CanonicalCsv.Write(table)).Rows[0].Text("name"),
            Is.EqualTo(name)
        );
    }

    [Test]
    public void Ratios_have_six_decimals_and_no_value_is_an_empty_cell() =>
        Assert.That(
            Text(SampleTables.Rates(ratio: 0.5m)),
            Is.EqualTo(
                "fund,organisation_id,metric,currency,numerator_minor,denominator_minor,ratio,status,finality,reported,expected,fiction\n"
                    + "xi-harbour,,delivery_rate,USD,2000000,3000000,0.500000,ok,provisional,1,2,true\n"
                    + "xi-harbour,XI-REHEARSAL-1,delivery_rate,USD,5,0,,z,provisional,1,2,true\n"
            )
        );

    [TestCase("USD", -120, "-1.2", "-1.20")]
    [TestCase("JPY", 120, "120", "120")]
    [TestCase("KWD", 120, "0.12", "0.120")]
    [TestCase("USD", 0, "-0.0", "0.00")]
    public void Amounts_have_the_decimals_of_their_currency(
        string currency,
        long minor,
        string amount,
        string written
    ) =>
        Assert.That(
            Text(Total(currency, minor, decimal.Parse(amount, System.Globalization.CultureInfo.InvariantCulture))),
            Does.Contain($",{currency},{minor},{written},ok,")
        );

    [Test]
    public void An_amount_with_more_decimals_than_its_currency_is_refused() =>
        Assert.That(() => CanonicalCsv.Write(Total("USD", 1, 0.001m)), Throws.ArgumentException);

    [Test]
    public void An_empty_text_is_refused_because_it_would_read_as_no_value() =>
        Assert.That(
            () =>
                CanonicalCsv.Write(
                    SampleTables.Table(PublishedTables.Organisations, [SampleTables.Row(["f", "id", "", "other"])])
                ),
            Throws.ArgumentException
        );

    [Test]
    public void Half_a_character_is_refused() =>
        Assert.That(
            () =>
                CanonicalCsv.Write(
                    SampleTables.Table(
                        PublishedTables.Organisations,
                        [SampleTables.Row(["f", "id", "\ud800", "other"])]
                    )
                ),
            Throws.InstanceOf<ArgumentException>()
        );

    [Test]
    public void Rows_come_in_the_order_of_the_key_whatever_order_they_were_given_in()
    {
        var rows = SampleTables.Organisations().Rows.Select(row => row.Cells.ToArray()).Reverse();
        Assert.That(
            CanonicalCsv.Digest(SampleTables.Table(PublishedTables.Organisations, rows)),
            Is.EqualTo(CanonicalCsv.Digest(SampleTables.Organisations()))
        );
    }

    [TestCase("wrong,heading\n")]
    [TestCase("\ufeff" + OrganisationsHeading + "f,id,name,other,ok,provisional,1,2,false\n")]
    [TestCase("")]
    [TestCase(OrganisationsHeading + "f,id,name,other,ok,provisional,1,2,false")]
    [TestCase(OrganisationsHeading + "f,id,name,other,ok,provisional,1,2\n")]
    [TestCase(OrganisationsHeading + "f,id,name,other,ok,provisional,1,2,false\r\n")]
    [TestCase(OrganisationsHeading + "f,id,na\"me,other,ok,provisional,1,2,false\n")]
    [TestCase(OrganisationsHeading + "f,id,\"name\"x,other,ok,provisional,1,2,false\n")]
    [TestCase(OrganisationsHeading + "f,id,\"name,other,ok,provisional,1,2,false\n")]
    [TestCase(OrganisationsHeading + "f,id,name,other,ok,provisional,1.0,2,false\n")]
    [TestCase(OrganisationsHeading + "f,id,name,other,ok,provisional,1,2,FALSE\n")]
    [TestCase(OrganisationsHeading + "f,id,,other,ok,provisional,1,2,false\n")]
    [TestCase(OrganisationsHeading + "f,id,name,unheard-of,ok,provisional,1,2,false\n")]
    public void A_text_that_is_no_table_is_refused_without_quoting_it(string text)
    {
        var error = Thrown.By<FormatException>(() =>
            CanonicalCsvReader.Read(PublishedTables.Organisations, Encoding.UTF8.GetBytes(text))
        );
        Assert.That(error.Message, Does.Not.Contain("name,").And.Not.Contain("unheard-of"));
    }

    [Test]
    public void No_byte_order_mark_is_written() =>
        Assert.That(CanonicalCsv.Write(SampleTables.Organisations())[0], Is.EqualTo((byte)'f'));

    [TestCase("0.500000", true)]
    [TestCase("\"0,500000\"", false)]
    [TestCase("0·500000", false)]
    [TestCase("1 000.5", false)]
    public void A_decimal_has_a_point_whatever_the_country(string cell, bool isRead)
    {
        var written = Text(SampleTables.Rates(ratio: 0.5m)).Replace("0.500000", cell, StringComparison.Ordinal);
        var before = System.Globalization.CultureInfo.CurrentCulture;
        try
        {
            System.Globalization.CultureInfo.CurrentCulture = new("es-ES");
            Assert.That(Text(SampleTables.Rates(ratio: 0.5m)), Does.Contain("0.500000"), "nor does the country write");
            Assert.That(
                () => CanonicalCsvReader.Read(PublishedTables.Rates, Encoding.UTF8.GetBytes(written)),
                isRead ? Throws.Nothing : Throws.TypeOf<FormatException>()
            );
        }
        finally
        {
            System.Globalization.CultureInfo.CurrentCulture = before;
        }
    }

    [Test]
    public void Bytes_that_are_not_utf_8_are_refused() =>
        Assert.That(
            () => CanonicalCsvReader.Read(PublishedTables.Organisations, [0xff, 0x0a]),
            Throws.TypeOf<FormatException>()
        );

    private static string Text(PublishedTable table) => Encoding.UTF8.GetString(CanonicalCsv.Write(table));

    private static PublishedTable Total(string currency, long minor, decimal amount) =>
        SampleTables.Table(
            PublishedTables.OrganisationTotals,
            [SampleTables.Row(["f", "id", "spent", currency, minor, amount])]
        );
}
