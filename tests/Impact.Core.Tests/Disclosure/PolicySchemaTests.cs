using System.Text.Json.Nodes;
using Impact.Core.Catalogue;
using Impact.Core.Disclosure;
using Impact.Core.Disclosure.Counts;
using Impact.Core.Noise;
using Impact.Core.Tests.Releases.Exports;
using static Impact.Core.Tests.Catalogue.SchemaFile;

namespace Impact.Core.Tests.Disclosure;

/// <summary>docs/schemas/policy.schema.json beside the records that read a policy.</summary>
[TestFixture]
internal sealed class PolicySchemaTests
{
    private const string SchemaPath = "docs/schemas/policy.schema.json";

    private static readonly (Type Record, string Definition)[] Records =
    [
        (typeof(DisclosurePolicy), string.Empty),
        (typeof(CountBudget), "countBudget"),
        (typeof(PolicyCaps), "policyCaps"),
        (typeof(PolicyStipends), "policyStipends"),
    ];

    private static JsonObject Schema => Read(SchemaPath);

    [TestCaseSource(nameof(Records))]
    public void A_record_and_its_schema_name_the_same_properties((Type Record, string Definition) pair)
    {
        var definition = Definition(Schema, pair.Definition);
        var named = definition["properties"]!.AsObject().Select(property => property.Key);

        Assert.That(named, Is.EquivalentTo(PropertiesOf(pair.Record)));
        Assert.That((bool)definition["additionalProperties"]!, Is.False);
        Assert.That(Texts(definition["required"]!), Is.EquivalentTo(NeededOf(pair.Record)));
    }

    [TestCase("recipients", ProtectionClass.HouseholdNoise)]
    [TestCase("donors", ProtectionClass.DonorNoise)]
    public void A_budget_may_name_the_tables_of_its_own_people(string budget, ProtectionClass protection) =>
        Assert.That(
            Texts(Schema["properties"]![budget]!["properties"]!["shares"]!["propertyNames"]!["enum"]!),
            Is.EqualTo(
                PublishedTables.OfCounts.Where(table => table.Protection == protection).Select(table => table.Id)
            )
        );

    [Test]
    public void The_list_that_makes_a_tables_cells_is_the_readers() =>
        Assert.That(
            Schema["properties"]!["domains"]!["properties"]!
                .AsObject()
                .Select(pair => (pair.Key, (string)pair.Value!["const"]!)),
            Is.EqualTo(PublishedTables.OfCounts.Select(table => (table.Id, CountDomains.Of(table))))
        );

    [Test]
    public void The_longest_series_to_date_is_the_mechanisms_own() =>
        Assert.That(
            (int)Schema["properties"]!["monthsToDate"]!["maximum"]!,
            Is.EqualTo(SquareRootMechanism.MostPeriods)
        );

    // Each at its floor or ceiling, and one step beyond: schema and reader draw the same line.
    [TestCase("fewestGivers", 10, 9)]
    [TestCase("dominancePercent", 10, 9)]
    [TestCase("smallestStatement", 10, 9)]
    [TestCase("statementRounding", 5, 4)]
    [TestCase("monthsToDate", 1, 0)]
    [TestCase("monthsToDate", 25, 26)]
    [TestCase("longestSeriesYears", 1, 0)]
    [TestCase("longestSeriesYears", 30, 31)]
    public void Schema_and_reader_draw_the_same_line(string number, int allowed, int refused)
    {
        var rule = Schema["properties"]![number]!;
        Assert.Multiple(() =>
        {
            Assert.That(Allows(rule, allowed), Is.True);
            Assert.That(Allows(rule, refused), Is.False);
            Assert.That(() => SamplePolicies.Read(policy => policy[number] = allowed), Throws.Nothing);
            Assert.That(
                () => SamplePolicies.Read(policy => policy[number] = refused),
                Throws.TypeOf<InvalidDataException>()
            );
        });
    }

    [Test]
    public void The_shipped_policy_is_valid_and_a_planted_fault_is_found()
    {
        var schema = SharedSchemas.Faults("2020", SamplePolicies.Text(_ => { }), PathOf(SchemaPath));
        var unknown = SamplePolicies.Text(policy => policy["recipients"]!["shares"]!["funding_status"] = "1/9");
        var counties = SamplePolicies.Text(policy => policy["countyTables"] = "on");

        Assert.That(schema, Is.Empty);
        Assert.That(SharedSchemas.Faults("2020", unknown, PathOf(SchemaPath)), Does.Contain("/recipients/shares"));
        Assert.That(SharedSchemas.Faults("2020", counties, PathOf(SchemaPath)), Does.Contain("/countyTables"));
    }

    [Test]
    public void A_property_missing_in_the_schema_would_be_noticed()
    {
        var schema = Schema;
        schema["properties"]!.AsObject().Remove("donors");

        Assert.That(
            PropertiesOf(typeof(DisclosurePolicy)).Except(schema["properties"]!.AsObject().Select(one => one.Key)),
            Is.EqualTo((string[])["donors"])
        );
    }

    private static bool Allows(JsonNode rule, int number) =>
        (rule["minimum"] is null || number >= (int)rule["minimum"]!)
        && (rule["maximum"] is null || number <= (int)rule["maximum"]!);
}
