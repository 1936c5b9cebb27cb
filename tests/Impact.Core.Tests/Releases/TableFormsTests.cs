using System.Globalization;
using CsCheck;
using Impact.Core.Catalogue;
using Impact.Core.Quantities;
using Impact.Core.Releases;

namespace Impact.Core.Tests.Releases;

public class TableFormsTests
{
    private const string Seed = "0N0XIzNsQ0O2";

    /// <summary>A case writes whole files, so one case stands for ten.</summary>
    private const int CasesPerCase = 10;

    private static readonly Gen<string> Names = Gen.OneOf(
            Gen.Char[' ', '~'],
            Gen.OneOf('"', ',', '\n', '\r', 'ñ', '漢', '\t')
        )
        .Array[1, 12]
        .Select(letters => new string(letters));

    private static readonly Gen<long?> Minors = Gen.OneOf(
        Gen.Long.Select(number => (long?)number),
        Gen.Const((long?)null),
        Gen.OneOf<long?>(long.MinValue, long.MaxValue, 0)
    );

    private static int Cases =>
        int.TryParse(Environment.GetEnvironmentVariable("IMPACT_CASES"), CultureInfo.InvariantCulture, out var cases)
            ? cases
            : 200;

    [Test]
    public void Csv_parquet_and_database_hold_one_content() =>
        Gen.Select(Names, Minors, Gen.Long, Gen.Long)
            .List[0, 30]
            .Sample(
                cells =>
                {
                    using var folder = new TemporaryFolder();
                    var content = Write(folder.Path, [Contributions(cells), Rates(cells)]);
                    Assert.That(TableForms.Read(folder.Path, content).Breaches, Is.Empty);
                },
                seed: Seed,
                iter: Math.Max(1, Cases / CasesPerCase),
                threads: 1
            );

    [Test]
    public void A_form_with_other_content_is_named()
    {
        using var folder = new TemporaryFolder();
        using var other = new TemporaryFolder();
        var manifest = Write(folder.Path, [SampleTables.Reconciliation()]);
        Write(other.Path, [SampleTables.Reconciliation(difference: 1)]);
        foreach (var file in new[] { "data/reconciliation.csv", "data/reconciliation.parquet", "release.duckdb" })
        {
            File.Copy(Path.Combine(other.Path, file), Path.Combine(folder.Path, file), overwrite: true);
        }

        Assert.That(
            TableForms.Read(folder.Path, manifest).Breaches,
            Is.EqualTo(["data/reconciliation.csv", "data/reconciliation.parquet", "release.duckdb: reconciliation"])
        );
    }

    [Test]
    public void A_table_more_in_the_database_is_found()
    {
        using var folder = new TemporaryFolder();
        var manifest = Write(folder.Path, [SampleTables.Reconciliation(), SampleTables.People()]);
        var less = manifest with { Content = [.. manifest.Content.Where(content => content.Table == "people")] };
        Assert.That(TableForms.Read(folder.Path, less).Database, Is.EqualTo(["release.duckdb"]));
    }

    [Test]
    public void A_damaged_file_is_named_and_the_engine_says_nothing()
    {
        using var folder = new TemporaryFolder();
        var manifest = Write(folder.Path, [SampleTables.People()]);
        File.WriteAllText(Path.Combine(folder.Path, "data/people.parquet"), "PAR1 not really PAR1");
        File.WriteAllText(Path.Combine(folder.Path, "release.duckdb"), "no database");
        Assert.That(
            TableForms.Read(folder.Path, manifest).Columns,
            Is.EqualTo(["data/people.parquet", "release.duckdb"])
        );
    }

    [Test]
    public void Parquet_keeps_the_order_of_the_rows()
    {
        using var folder = new TemporaryFolder();
        Write(folder.Path, [SampleTables.FundingStatus()]);
        Assert.That(
            Ask<long>($"SELECT position FROM read_parquet('{folder.Path}/data/funding_status.parquet')"),
            Is.Ordered.And.Count.EqualTo(15)
        );
    }

    [Test]
    public void Parquet_is_compressed_by_zstandard()
    {
        using var folder = new TemporaryFolder();
        Write(folder.Path, [SampleTables.FundingStatus()]);
        var path = Path.Combine(folder.Path, "data/funding_status.parquet");
        Assert.That(Codecs(path), Is.EqualTo(["ZSTD"]));

        // A file by the engine's default is seen.
        _ = Ask<long>($"COPY (SELECT * FROM read_parquet('{path}')) TO '{path}.plain' (FORMAT parquet)");
        Assert.That(Codecs(path + ".plain"), Is.Not.EqualTo((string[])["ZSTD"]));
    }

    private static List<string> Codecs(string path) =>
        Ask<string>($"SELECT DISTINCT compression FROM parquet_metadata('{path}')");

    private static List<T> Ask<T>(string sql)
    {
        using var connection = new DuckDB.NET.Data.DuckDBConnection("DataSource=:memory:");
        connection.Open();
        using var command = connection.CreateCommand();
        command.CommandText = sql;
        using var reader = command.ExecuteReader();
        var answers = new List<T>();
        while (reader.Read())
        {
            answers.Add(reader.GetFieldValue<T>(0));
        }

        return answers;
    }

    private static Manifest Write(string folder, IReadOnlyList<PublishedTable> tables)
    {
        Directory.CreateDirectory(Path.Combine(folder, "data"));
        foreach (var table in tables)
        {
            File.WriteAllBytes(Path.Combine(folder, ReleaseNames.Csv(table.Schema.Id)), CanonicalCsv.Write(table));
        }

        ReleaseDatabase.Write(folder, tables, "USD");
        var draft = SampleReleases.Draft() with { Tables = [.. tables.Select(SampleReleases.Decided)] };
        return ReleaseManifests.Begin(draft, SampleReleases.Plan(draft)) with
        {
            Content = ReleaseManifests.Content(tables),
        };
    }

    private static PublishedTable Contributions(IEnumerable<(string Name, long? Minor, long, long)> cells) =>
        SampleTables.Table(
            PublishedTables.Contributions,
            cells
                .DistinctBy(cell => cell.Name, StringComparer.Ordinal)
                .Select(cell =>
                    SampleTables.Row([
                        SampleTables.Fund,
                        "organisation",
                        cell.Name,
                        "2020",
                        new DateOnly(2020, 1, 1),
                        new DateOnly(2020, 12, 31),
                        "received",
                        .. SampleTables.Amount(cell.Minor),
                    ])
                )
        );

    private static PublishedTable Rates(
        IEnumerable<(string Name, long? Minor, long Numerator, long Denominator)> cells
    ) =>
        SampleTables.Table(
            PublishedTables.Rates,
            cells
                .DistinctBy(cell => cell.Name, StringComparer.Ordinal)
                .Select(cell =>
                    SampleTables.Row([
                        SampleTables.Fund,
                        null,
                        cell.Name,
                        "USD",
                        cell.Numerator,
                        cell.Denominator,
                        new Ratio(cell.Numerator, cell.Denominator).Value,
                    ])
                )
        );
}
