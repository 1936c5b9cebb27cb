using System.Text.Json;
using System.Text.Json.Nodes;
using Impact.Core.Catalogue;
using static Impact.Core.Tests.Catalogue.SchemaFile;

namespace Impact.Core.Tests.Catalogue;

/// <summary>docs/schemas/fund.schema.json and docs/input.md beside the records that read a fund file.</summary>
[TestFixture]
internal sealed class FundSchemaTests
{
    private const string SchemaPath = "docs/schemas/fund.schema.json";

    // The place in the schema of each record that a fund file is made of.
    private static readonly (Type Record, string Definition)[] Records =
    [
        (typeof(FundDescription), string.Empty),
        (typeof(BilingualText), "bilingualText"),
        (typeof(FundAlias), "fundAlias"),
        (typeof(FundOrganisation), "fundOrganisation"),
        (typeof(FundDesignation), "fundDesignation"),
        (typeof(Code), "labelledCode"),
        (typeof(FundIndicator), "fundIndicator"),
        (typeof(Aggregation), "aggregation"),
        (typeof(FundSource), "fundSource"),
        (typeof(FundCounting), "fundCounting"),
    ];

    private static JsonObject Schema => SchemaFile.Read(SchemaPath);

    [TestCaseSource(nameof(Records))]
    public void A_record_and_its_schema_name_the_same_properties((Type Record, string Definition) pair)
    {
        var named = Definition(Schema, pair.Definition)["properties"]!.AsObject().Select(property => property.Key);

        Assert.That(named, Is.EquivalentTo(PropertiesOf(pair.Record)));
    }

    [TestCaseSource(nameof(Records))]
    public void A_schema_needs_what_the_record_needs_and_allows_nothing_else((Type Record, string Definition) pair)
    {
        var definition = Definition(Schema, pair.Definition);

        Assert.That((bool)definition["additionalProperties"]!, Is.False);
        Assert.That(Texts(definition["required"]!), Is.EquivalentTo(NeededOf(pair.Record)));
    }

    [Test]
    public void Codes_of_the_schema_are_those_of_the_code_lists()
    {
        Assert.That(
            Enumeration("fundOrganisation", "type"),
            Is.EqualTo(CodeLists.OrganisationType.Codes.Select(code => code.Value))
        );
        Assert.That(
            Definition(Schema, "fundDesignation")["properties"]!["earmarking"]!["enum"]!
                .AsArray()
                .Where(item => item is not null)
                .Select(item => (string)item!),
            Is.EqualTo(CodeLists.Earmarking.Codes.Select(code => code.Value))
        );
        Assert.That(
            Enumeration("fundIndicator", "population"),
            Is.EqualTo(Enum.GetNames<IndicatorPopulation>().Select(JsonNamingPolicy.CamelCase.ConvertName))
        );
        Assert.That(
            Enumeration("fundCounting", "unit"),
            Is.EqualTo(Enum.GetNames<CountingUnit>().Select(JsonNamingPolicy.CamelCase.ConvertName))
        );
        Assert.That(
            Texts(Definition(Schema, "axisRule")["enum"]!),
            Is.EqualTo(Enum.GetNames<AxisRule>().Select(JsonNamingPolicy.CamelCase.ConvertName))
        );
    }

    [Test]
    public void Every_reference_of_the_schema_leads_somewhere()
    {
        var schema = Schema;
        var references = References(schema).ToList();

        Assert.That(references, Is.Not.Empty);
        foreach (var reference in references)
        {
            Assert.That(reference, Does.StartWith("#/$defs/"));
            Assert.That(schema["$defs"]!.AsObject().ContainsKey(reference["#/$defs/".Length..]), reference);
        }
    }

    [Test]
    public void The_example_in_the_documentation_is_a_right_fund_file()
    {
        var fund = FundDescriptionJson.Read(Example());

        Assert.That(FundFileCheck.FirstProblem(fund), Is.Null);
        Assert.That(fund.Organisations[1].CashProgramme, Is.True);
        Assert.That(
            FundDescriptionJson.Read(FundDescriptionJson.Write(fund)).Designations,
            Is.EqualTo(fund.Designations)
        );
    }

    [Test]
    public void A_property_that_the_schema_does_not_know_is_refused_by_the_reader_too()
    {
        var planted = JsonNode.Parse(Example())!.AsObject();
        planted["planted"] = true;

        Assert.That(() => FundDescriptionJson.Read(planted.ToJsonString()), Throws.TypeOf<JsonException>());
    }

    [Test]
    public void A_property_missing_in_the_schema_would_be_noticed()
    {
        var schema = Schema;
        schema["properties"]!.AsObject().Remove("finalUntil");

        Assert.That(
            PropertiesOf(typeof(FundDescription)).Except(schema["properties"]!.AsObject().Select(one => one.Key)),
            Is.EqualTo((string[])["finalUntil"])
        );
    }

    [Test]
    public void An_unknown_earmarking_and_an_endless_delay_are_refused()
    {
        var fund = FundDescriptionJson.Read(Example());
        var designation = fund.Designations[0];

        Assert.That(fund.EarmarkingOf(designation.Id), Is.EqualTo("tightly_earmarked"), "for one partner alone");
        Assert.That(
            FundFileCheck.FirstProblem(fund with { Designations = [designation with { Earmarking = "planted" }] }),
            Does.StartWith("designations: earmarking")
        );
        Assert.That(
            FundFileCheck.FirstProblem(fund with { ReportingDueDays = 367 }),
            Does.StartWith("reportingDueDays")
        );
    }

    [TestCase("2019-08-01", null)]
    [TestCase("2019-08-31", "counting: from is the first day of a month")]
    [TestCase("2019-08-02", "counting: from is the first day of a month")]
    public void Counting_begins_with_a_whole_month(string from, string? problem)
    {
        var planted = JsonNode.Parse(Example())!.AsObject();
        planted["counting"] = new JsonObject { ["from"] = from, ["unit"] = "household" };
        var fund = FundDescriptionJson.Read(planted.ToJsonString());

        Assert.That(fund.Counting!.Unit, Is.EqualTo(CountingUnit.Household));
        Assert.That(FundFileCheck.FirstProblem(fund), Is.EqualTo(problem));
    }

    private static IEnumerable<string> Enumeration(string definition, string property) =>
        Texts(Definition(Schema, definition)["properties"]![property]!["enum"]!);

    private static string Example()
    {
        const string fence = "```json\n";
        var text = SchemaFile.Text("docs/input.md");
        var start = text.IndexOf(fence, StringComparison.Ordinal) + fence.Length;
        return text[start..text.IndexOf("```", start, StringComparison.Ordinal)];
    }
}
