using System.Globalization;
using System.Text.Json;
using Impact.Core.Catalogue;
using Impact.Core.Disclosure;
using Impact.Core.Ledger;

namespace Impact.Jobs.Tests;

/// <summary>The pooled funds' real files: what the ledgers come to beside a plain loop over the same files.</summary>
public class PooledFundTests
{
    private const int FirstYear = 2015;
    private const int LastYear = 2018;

    /// <summary>The last project of the files was approved in the year after them.</summary>
    private const int YearOfCutOff = LastYear + 1;

    private const string NoDay = "1/1/0001";

    private string _folder = string.Empty;

    private static string Data
    {
        get
        {
            var folder = Path.Combine(
                Environment.GetEnvironmentVariable("IMPACT_SHARED") ?? "../shared",
                "data/ocha-pooled-funds"
            );
            if (!Directory.Exists(folder))
            {
                Assert.That(
                    Environment.GetEnvironmentVariable("CI"),
                    Is.Not.EqualTo("true"),
                    "The shared data must be there in CI."
                );
                Assert.Ignore("IMPACT_SHARED names no folder with the pooled funds' data.");
            }

            return folder;
        }
    }

    private static IEnumerable<string> ProjectFiles =>
        Enumerable
            .Range(FirstYear, LastYear - FirstYear + 1)
            .Select(year => Path.Combine(Data, $"cbpf-projects/ProjectSummaryV2_{year}.csv"));

    private static string PeopleFile => Path.Combine(Data, "cbpfgms.github.io/img__assets__datapbiobe.csv");

    [SetUp]
    public void MakeFolder() => _folder = Directory.CreateTempSubdirectory("impact-pooled-").FullName;

    [TearDown]
    public void RemoveFolder() => Directory.Delete(_folder, recursive: true);

    [Test]
    public void The_ledgers_hold_exactly_what_the_contributions_file_says_was_paid()
    {
        var file = Path.Combine(Data, "pfbi-data/download__pfmb_contributions.csv");
        var report = Ingest(file, "cbpf-contributions");
        var register = new FundRegister(new DataFolder(_folder));
        var received = register.Ids.Sum(id =>
            new FundTotals(new DataFolder(_folder)).Read(register.Get(id)).Totals["received"].AmountMinor!.Value
        );
        var rows = PlainCsv.Read(file).ToList();
        var paid = rows.Sum(row => decimal.Parse(row["PaidAmt"], NumberStyles.Float, CultureInfo.InvariantCulture));
        Assert.Multiple(() =>
        {
            Assert.That(received, Is.EqualTo((long)(paid * 100)));
            Assert.That(report.Funds.Sum(fund => fund.RowsIn), Is.EqualTo(rows.Count));
            Assert.That(
                report.Funds.All(fund => fund.RowsIn == fund.RowsStored + fund.RowsKnown + fund.RowsRejected),
                Is.True
            );
        });
    }

    [Test]
    public void Each_organisations_budget_and_people_are_those_of_a_plain_loop_over_the_projects()
    {
        foreach (var file in ProjectFiles)
        {
            Ingest(file, "cbpf-projects");
        }

        Ingest(PeopleFile, "cbpf-people");
        var (budgets, people) = (new Dictionary<string, long>(), new Dictionary<string, long>());
        foreach (var run in Books())
        {
            var fund = run.Scope.Fund.Aliases.First(alias => alias.Scheme == "ocha-number").Value;
            foreach (var row in Rows(run, "organisation_totals").Where(row => row[2] is "allocated"))
            {
                Add(budgets, $"{fund} {row[1]}", (long)row[4]!);
            }

            foreach (var row in Rows(run, "people"))
            {
                Add(people, string.Join(' ', fund, row[1], row[2], row[3], row[6], row[7]), (long)row[8]!);
            }
        }

        var plain = new PlainProjects(ProjectFiles, PeopleFile, (NoDay, YearOfCutOff));
        Assert.Multiple(() =>
        {
            Assert.That(plain.Budgets, Has.Count.GreaterThan(1_000));
            Assert.That(WithoutZero(budgets), Is.EquivalentTo(WithoutZero(plain.Budgets)));
            Assert.That(WithoutZero(people), Is.EquivalentTo(WithoutZero(plain.People)));
        });
    }

    [Test]
    public void Metrics_as_json_give_every_organisations_figures_with_class_status_finality_and_completeness()
    {
        Ingest(ProjectFiles.Last(), "cbpf-projects");
        var fund = new FundRegister(new DataFolder(_folder)).Ids[0];
        var (exitCode, output, error) = ImpactProcess.Run("metrics", fund, "--json", "--data", _folder);
        Assert.That((exitCode, error), Is.EqualTo((0, string.Empty)));
        using var document = JsonDocument.Parse(output);
        var tables = document.RootElement.GetProperty("tables");
        var organisations = tables
            .GetProperty("organisations")
            .EnumerateArray()
            .Select(row => row.GetProperty("organisation_id").GetString())
            .ToList();
        var totals = tables.GetProperty("organisation_totals").EnumerateArray().ToList();
        Assert.Multiple(() =>
        {
            Assert.That(organisations, Is.Not.Empty);
            Assert.That(
                totals.Select(row => row.GetProperty("organisation_id").GetString()).Distinct(),
                Is.EquivalentTo(organisations)
            );
            Assert.That(totals.Select(row => row.GetProperty("class").GetString()).Distinct(), Is.EqualTo(["exact"]));
            string[] context = ["status", "finality", "reported", "expected"];
            Assert.That(context.Where(name => !totals.All(row => row.TryGetProperty(name, out _))), Is.Empty);
        });
    }

    [Test]
    public void People_by_sector_are_never_added_to_the_same_people_by_sex()
    {
        Ingest(Path.Combine(Data, "pfbi-data/cbpf__results__ByGender_Disability.csv"), "cbpf-results");
        var before = Reached();
        var fault = Assert
            .Throws<FaultException>(() =>
                Ingest(Path.Combine(Data, "pfbi-data/cbpf__results__ByCluster.csv"), "cbpf-results")
            )!
            .Fault;
        var plain = PlainCsv
            .Read(Path.Combine(Data, "pfbi-data/cbpf__results__ByGender_Disability.csv"))
            .Where(row => PlainProjects.Whole(row["AllocationYear"]) <= YearOfCutOff)
            .Sum(row =>
                new[] { "ReachedMen", "ReachedWomen", "ReachedBoys", "ReachedGirls" }.Sum(name =>
                    PlainProjects.Whole(row[name])
                )
            );
        Assert.Multiple(() =>
        {
            Assert.That(fault.Kind.Code, Is.EqualTo("file-columns"));
            Assert.That($"{fault}", Does.Contain("ClusterId"));
            Assert.That(before, Is.EqualTo(plain));
            Assert.That(Reached(), Is.EqualTo(before));
        });
    }

    private long Reached() =>
        Books().SelectMany(run => Rows(run, "people")).Where(row => row[6] is "reached").Sum(row => (long)row[8]!);

    private static IEnumerable<IReadOnlyList<object?>> Rows(BookRun run, string table) =>
        run.Tables.Single(one => one.Schema.Id == table).Rows.Select(row => row.Cells);

    private static void Add(Dictionary<string, long> sums, string key, long amount) =>
        sums[key] = checked(sums.GetValueOrDefault(key) + amount);

    private static IEnumerable<KeyValuePair<string, long>> WithoutZero(IReadOnlyDictionary<string, long> sums) =>
        sums.Where(pair => pair.Value != 0);

    private IEnumerable<BookRun> Books()
    {
        var data = new DataFolder(_folder);
        var register = new FundRegister(data);
        foreach (var id in register.Ids)
        {
            using var ledger = LedgerStore.Open(data.Ledger(id));
            yield return new FundBooks(ledger, DisclosurePolicy.Default).Run(
                register.Get(id),
                new DateOnly(YearOfCutOff, 12, 31)
            );
        }
    }

    private IngestReport Ingest(string file, string profile) =>
        new FundIngest(new DataFolder(_folder), TimeProvider.System).IngestAll(file, profile);
}
