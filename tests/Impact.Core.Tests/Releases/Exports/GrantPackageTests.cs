using System.Text;
using System.Text.Json.Nodes;
using Impact.Core.Catalogue;
using Impact.Core.Releases.Exports;

namespace Impact.Core.Tests.Releases.Exports;

/// <summary>The 360Giving export against the standard's schema, the tables, and its own sheet form.</summary>
public class GrantPackageTests
{
    private const string Json = "exports/360giving/grants.json";
    private const string Sheet = "exports/360giving/grants.xlsx";

    [Test]
    public void The_package_validates() => Assert.That(Faults(ExportSamples.Files[Json]), Is.Empty);

    [Test]
    public void A_package_of_many_partners_validates()
    {
        var (manifest, tables) = ExportSamples.Large;
        Assert.That(Faults(ExportSamples.Write(manifest, tables)[Json]), Is.Empty);
    }

    [TestCase("awardDate", "07/08/2019")]
    [TestCase("currency", "DOLLARS")]
    [TestCase("id", null)]
    public void A_planted_fault_is_found(string member, string? value)
    {
        var package = Package();
        var grant = package["grants"]![0]!.AsObject();
        if (value is null)
        {
            grant.Remove(member);
        }
        else
        {
            grant[member] = value;
        }

        Assert.That(Faults(Encoding.UTF8.GetBytes(package.ToJsonString())), Does.Contain("/grants/0"));
    }

    [Test]
    public void Awards_and_disbursements_are_the_published_totals()
    {
        var grants = Package()["grants"]!.AsArray();
        Assert.Multiple(() =>
        {
            Assert.That(
                grants.Sum(grant => grant!["amountAwarded"]!.GetValue<decimal>()),
                Is.EqualTo(Total("allocated"))
            );
            Assert.That(
                grants.Sum(grant => grant!["amountDisbursed"]!.GetValue<decimal>()),
                Is.EqualTo(Total("disbursed") - Total("returned"))
            );
            Assert.That(
                grants.Sum(grant =>
                    grant!["disbursementTransaction"]!.AsArray().Sum(one => one!["value"]!.GetValue<decimal>())
                ),
                Is.EqualTo(Total("disbursed") - Total("returned"))
            );
        });
    }

    [Test]
    public void Nothing_allocated_is_no_file()
    {
        var tables = ExportSamples.With(
            PublishedTables.OrganisationTotals,
            row => row.Text("measure") == "allocated" ? ExportSamples.Set(row, "amount_minor", null) : [.. row.Cells]
        );
        Assert.That(ExportSamples.Write(ExportSamples.Manifest, tables).Keys, Has.None.Contains("360giving"));
    }

    [Test]
    public void From_sheet_back_to_json_nothing_is_lost()
    {
        var sheets = SheetReader.Read(ExportSamples.Files[Sheet]);
        var paths = GrantWorkbook.Titles.ToDictionary(pair => pair.Value, pair => pair.Key, StringComparer.Ordinal);
        var package = Build(sheets["Meta"][0], sheets["Meta"][1], paths: []);
        package["grants"] = new JsonArray([
            .. sheets["grants"].Skip(1).Select(row => Build(sheets["grants"][0], row, paths)),
        ]);
        Assert.That(JsonNode.DeepEquals(package, Package()), Is.True, package.ToJsonString());
    }

    [Test]
    public void A_partner_named_like_a_formula_stays_text()
    {
        var files = ExportSamples.Write(ExportSamples.Manifest, ExportSamples.Hostile("=HYPERLINK(\"x\")"));
        var cell = SheetReader.Cells(files[Sheet]).First(one => one.Text == "=HYPERLINK(\"x\")");
        Assert.That((cell.Type, cell.HasFormula), Is.EqualTo(("inlineStr", false)));
    }

    private static JsonObject Build(
        IReadOnlyList<object?> heads,
        IReadOnlyList<object?> cells,
        Dictionary<string, string> paths
    )
    {
        var root = new JsonObject();
        for (var index = 0; index < cells.Count; index++)
        {
            if (cells[index] is { } cell)
            {
                var head = (string)heads[index]!;
                Place(root, (paths.GetValueOrDefault(head) ?? head).Split('/'), cell);
            }
        }

        return root;
    }

    private static void Place(JsonNode node, string[] path, object cell)
    {
        var isLast = path.Length == 1;
        JsonNode? child = isLast
            ? (cell is decimal number ? JsonValue.Create(number) : JsonValue.Create((string)cell))
            : null;
        if (node is JsonArray list)
        {
            var index = int.Parse(path[0], System.Globalization.CultureInfo.InvariantCulture);
            while (list.Count <= index)
            {
                list.Add(new JsonObject());
            }

            child = list[index];
        }
        else if (isLast)
        {
            node.AsObject().Add(path[0], child);
        }
        else
        {
            node[path[0]] ??= char.IsAsciiDigit(path[1][0]) ? new JsonArray() : new JsonObject();
            child = node[path[0]];
        }

        if (!isLast)
        {
            Place(child!, path[1..], cell);
        }
    }

    private static JsonObject Package() => JsonNode.Parse(ExportSamples.Files[Json])!.AsObject();

    private static string Faults(byte[] document) =>
        SharedSchemas.Faults(
            "2020",
            document,
            SharedSchemas.PathOf("360giving-1.4/schema/360-giving-package-schema.json"),
            SharedSchemas.PathOf("360giving-1.4/schema/360-giving-schema.json")
        );

    private static decimal Total(string measure) =>
        ExportSamples
            .Tables.Single(table => table.Schema == PublishedTables.OrganisationTotals)
            .Rows.Where(row => row.Text("measure") == measure)
            .Sum(row => row.Decimal("amount")!.Value);
}
