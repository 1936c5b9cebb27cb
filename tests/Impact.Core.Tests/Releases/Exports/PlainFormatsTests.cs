using System.Text;
using System.Text.Json.Nodes;
using System.Text.RegularExpressions;
using Impact.Core.Catalogue;
using Impact.Core.Releases;
using Impact.Core.Releases.Exports;

namespace Impact.Core.Tests.Releases.Exports;

/// <summary>JSON of tables, HXL, catalogue metadata, and the data package.</summary>
public partial class PlainFormatsTests
{
    [Test]
    public void Every_table_has_a_json_document_with_every_value()
    {
        foreach (var table in ExportSamples.Tables)
        {
            var document = JsonNode.Parse(ExportSamples.Files[$"exports/json/{table.Schema.Id}.json"])!;
            Assert.That((bool)document["fiction"]!, Is.True);
            var rows = document["rows"]!.AsArray();
            Assert.That(rows, Has.Count.EqualTo(table.Rows.Count));
            for (var index = 0; index < rows.Count; index++)
            {
                foreach (var column in table.Schema.Columns)
                {
                    var told = rows[index]![TableDocument.NameOf(column.Name)];
                    Assert.That(Back(column, told), Is.EqualTo(table.Rows[index][column.Name]), column.Name);
                }
            }
        }
    }

    [Test]
    public void Money_is_text_with_decimals_beside_whole_minor_units()
    {
        var row = JsonNode.Parse(ExportSamples.Files["exports/json/conversion.json"])!["rows"]!
            .AsArray()
            .Single(one => (string)one!["measure"]! == "received")!;
        Assert.Multiple(() =>
        {
            Assert.That(row["converted"]!.ToJsonString(), Is.EqualTo("\"11193.02\""));
            Assert.That(row["convertedMinor"]!.ToJsonString(), Is.EqualTo("1119302"));
            Assert.That(row["original"]!.ToJsonString(), Is.EqualTo("\"10000.01\""));
        });
    }

    [Test]
    public void Codes_have_labels_in_both_languages()
    {
        var columns = JsonNode.Parse(ExportSamples.Files["exports/json/people.json"])!["columns"]!.AsArray();
        var codes = columns.Single(column => (string)column!["name"]! == "split")!["codes"]!.AsArray();
        Assert.That(
            (string)codes.Single(code => (string)code!["code"]! == "women")!["label"]!["es"]!,
            Is.EqualTo("Mujeres")
        );
    }

    [TestCase("exports/hxl/money-by-organisation.csv")]
    [TestCase("exports/hxl/people.csv")]
    public void Tags_are_well_formed_and_stand_above_the_data(string path)
    {
        var lines = new CsvText(Encoding.UTF8.GetString(ExportSamples.Files[path])).Lines().ToList();
        Assert.Multiple(() =>
        {
            Assert.That(TagRow(lines), Is.EqualTo(3));
            Assert.That(lines, Has.All.Count.EqualTo(lines[3].Count));
            Assert.That(lines[3], Has.All.Matches<string>(tag => Tag().IsMatch(tag!)));
            Assert.That(lines[3], Is.Unique);
            Assert.That(lines[0][0], Does.Contain("(cifras inventadas)").And.Contain("CC0-1.0"));
        });
    }

    [Test]
    public void The_values_of_the_tagged_files_are_the_tables()
    {
        var lines = new CsvText(Encoding.UTF8.GetString(ExportSamples.Files["exports/hxl/money-by-organisation.csv"]))
            .Lines()
            .ToList();
        var value = lines[3].IndexOf("#value+c_usd");
        var rows = ExportSamples.Tables.Single(table => table.Schema == PublishedTables.MoneyByOrganisation).Rows;
        Assert.That(
            lines.Skip(4).Select(line => line[value]),
            Is.EqualTo(
                rows.Select(row =>
                    row.Decimal("amount")!.Value.ToString("F2", System.Globalization.CultureInfo.InvariantCulture)
                )
            )
        );
    }

    [Test]
    public void The_tagged_files_mark_a_name_that_could_run()
    {
        var files = ExportSamples.Write(ExportSamples.Manifest, ExportSamples.Hostile("=1+1"));
        Assert.That(
            Encoding.UTF8.GetString(files["exports/hxl/people.csv"]),
            Does.Contain("\n'=1+1,").And.Not.Contain("\n=1+1")
        );
    }

    [Test]
    public void Catalogue_documents_have_what_their_formats_demand()
    {
        var dataset = JsonNode.Parse(ExportSamples.Files["exports/catalogue/dataset.jsonld"])!;
        var dcat = JsonNode.Parse(ExportSamples.Files["exports/catalogue/dcat-us.json"])!;
        Assert.Multiple(() =>
        {
            Assert.That((string)dataset["@type"]!, Is.EqualTo("Dataset"));
            Assert.That(((string)dataset["description"]!).Length, Is.InRange(50, 5000));
            Assert.That((string)dataset["license"]!, Is.EqualTo("https://creativecommons.org/publicdomain/zero/1.0/"));
            Assert.That((string)dataset["temporalCoverage"]!, Is.EqualTo("2019-01-01/2020-12-31"));
            Assert.That(dataset["name"]!.AsArray(), Has.Count.EqualTo(2));
            Assert.That(
                new[] { "title", "description", "identifier", "contactPoint" },
                Has.All.Matches<string>(name => dcat[name!] is not null)
            );
        });
    }

    [Test]
    public void A_licence_that_nobody_states_is_nowhere_assumed()
    {
        var (manifest, tables) = ExportSamples.Large;
        var files = ExportSamples.Write(manifest, tables);
        Assert.Multiple(() =>
        {
            Assert.That(JsonNode.Parse(files["exports/catalogue/dataset.jsonld"])!["license"], Is.Null);
            Assert.That(JsonNode.Parse(files["exports/360giving/grants.json"])!["license"], Is.Null);
            Assert.That(Encoding.UTF8.GetString(files["exports/catalogue/dcat-us.json"]), Does.Contain("none stated"));
            Assert.That(Encoding.UTF8.GetString(files["exports/hxl/people.csv"]), Does.Contain("no se indica"));
        });
    }

    [Test]
    public void The_table_group_names_every_column()
    {
        var group = JsonNode.Parse(ExportSamples.Files["exports/catalogue/csvw.json"])!["tables"]!.AsArray();
        foreach (
            var (node, table) in group.Zip(
                PublishedTables.All.Where(schema => ExportSamples.Tables.Any(one => one.Schema == schema))
            )
        )
        {
            var names = node!["tableSchema"]!["columns"]!.AsArray().Select(column => (string)column!["name"]!);
            Assert.That(names, Is.EqualTo(table.Columns.Select(column => column.Name)));
        }
    }

    [Test]
    public void Every_path_is_one_a_release_may_have() =>
        Assert.That(ExportSamples.Files.Keys, Has.All.Matches<string>(ReleaseNames.IsFilePath));

    private static int? TagRow(List<List<string>> lines)
    {
        const int mostRows = 25;
        var found = lines.Take(mostRows).ToList().FindIndex(line => line.TrueForAll(Tag().IsMatch));
        return found < 0 ? null : found;
    }

    private static object? Back(TableColumn column, JsonNode? told) =>
        (told, column.Type) switch
        {
            (null, _) => null,
            (_, ColumnType.Text) => (string)told!,
            (_, ColumnType.Integer) => (long)told!,
            (_, ColumnType.Decimal) => decimal.Parse((string)told!, System.Globalization.CultureInfo.InvariantCulture),
            (_, ColumnType.Date) => DateOnly.Parse((string)told!, System.Globalization.CultureInfo.InvariantCulture),
            _ => (bool)told!,
        };

    [GeneratedRegex(
        @"^\s*(#[A-Za-z][_0-9A-Za-z]*)((?:\s*\+[A-Za-z][_0-9A-Za-z]*)*)\s*$",
        RegexOptions.ExplicitCapture,
        matchTimeoutMilliseconds: 1000
    )]
    private static partial Regex Tag();
}
