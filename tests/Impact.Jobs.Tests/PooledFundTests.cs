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

    private const string BySex = "cbpf-results";
    private const string BySector = "cbpf-results-by-cluster";

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
        Ingest(PeopleFile, "cbpf-people");
        var fund = Books()
            .Where(run => Rows(run, "people").Any())
            .MaxBy(run => Rows(run, "organisation_totals").Count())!
            .Scope.Fund.Id;
        var (exitCode, output, error) = ImpactProcess.Run("metrics", fund, "--json", "--data", _folder);
        Assert.That((exitCode, error), Is.EqualTo((0, string.Empty)));
        using var document = JsonDocument.Parse(output);
        var tables = document.RootElement.GetProperty("tables");
        var organisations = tables
            .GetProperty("organisations")
            .EnumerateArray()
            .Select(row => row.GetProperty("organisation_id").GetString())
            .ToHashSet();
        Assert.Multiple(() =>
        {
            Assert.That(
                tables
                    .GetProperty("organisation_totals")
                    .EnumerateArray()
                    .Select(row => row.GetProperty("organisation_id").GetString())
                    .Distinct(),
                Is.Not.Empty.And.SubsetOf(organisations)
            );
            RequireContext(tables, "organisation_totals", "exact");
            RequireContext(tables, "rates", "exact");
            RequireContext(tables, "people", "partner_statement");
        });
    }

    /// <summary>Class, status, finality and completeness stand beside every figure, and each says one of its own words.</summary>
    private static void RequireContext(JsonElement tables, string table, string protection)
    {
        var rows = tables.GetProperty(table).EnumerateArray().ToList();
        Assert.That(rows, Is.Not.Empty, table);
        Assert.That(Words("class"), Is.EqualTo([protection]), table);
        Assert.That(Words("status"), Is.SubsetOf(Codes(CodeLists.Status)), table);
        Assert.That(Words("finality"), Is.SubsetOf(Codes(CodeLists.Finality)), table);
        foreach (var row in rows)
        {
            var (reported, expected) = (row.GetProperty("reported").GetInt64(), row.GetProperty("expected").GetInt64());
            Assert.That(reported, Is.InRange(0, expected), table);
        }

        IEnumerable<string?> Words(string column) => rows.Select(row => row.GetProperty(column).GetString()).Distinct();
    }

    private static IEnumerable<string> Codes(CodeList list) => list.Codes.Select(code => code.Value);

    [TestCase(BySex, BySector)]
    [TestCase(BySector, BySex)]
    public void People_by_sector_are_never_added_to_the_same_people_by_sex(string first, string second)
    {
        Ingest(ResultsFile(first), first);
        var before = Reached();
        var report = Ingest(ResultsFile(second), second);
        var findings = report.Funds.SelectMany(fund => fund.Findings).ToList();
        Assert.Multiple(() =>
        {
            Assert.That(before, Is.EqualTo(PlainReached(ResultsFile(first))).And.GreaterThan(0));
            Assert.That(Reached(), Is.EqualTo(before));
            Assert.That(report.Funds.Sum(fund => fund.RowsStored), Is.Zero);
            Assert.That(
                report.Funds.Sum(fund => fund.RowsRejected),
                Is.EqualTo(PlainCsv.Read(ResultsFile(second)).Count())
            );
            Assert.That(findings.Select(finding => finding.Rule).Distinct(), Is.EqualTo([Rules.CutOverlap.Id]));
            Assert.That(Rules.CutOverlap.Why.En, Does.Contain("two cuts of one figure"));
        });
    }

    [Test]
    public void A_file_by_sector_is_not_read_as_one_by_sex()
    {
        var fault = Assert.Throws<FaultException>(() => Ingest(ResultsFile(BySector), BySex))!.Fault;
        Assert.That(
            (fault.Kind.Code, fault.ToString().Contains("ClusterId", StringComparison.Ordinal)),
            Is.EqualTo(("file-columns", true))
        );
    }

    private static string ResultsFile(string profile) =>
        Path.Combine(
            Data,
            profile == BySex
                ? "pfbi-data/cbpf__results__ByGender_Disability.csv"
                : "pfbi-data/cbpf__results__ByCluster.csv"
        );

    private static long PlainReached(string file) =>
        PlainCsv
            .Read(file)
            .Where(row => PlainProjects.Whole(row["AllocationYear"]) <= YearOfCutOff)
            .Sum(row =>
                new[] { "ReachedMen", "ReachedWomen", "ReachedBoys", "ReachedGirls" }.Sum(name =>
                    PlainProjects.Whole(row[name])
                )
            );

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
