using Impact.Core.Rehearsal;

namespace Impact.Jobs.Tests;

[TestFixture]
internal sealed class CommandLineTests
{
    private string _folder = null!;

    [SetUp]
    public void Open() => _folder = Directory.CreateTempSubdirectory("impact-jobs").FullName;

    [TearDown]
    public void Close() => Directory.Delete(_folder, recursive: true);

    [TestCase("fund-unknown", "ingest", "nobody", "gifts.csv", "--profile", "impact-gifts")]
    [TestCase("profile-unknown", "ingest", "nobody", "gifts.csv", "--profile", "none-such")]
    [TestCase("file-unreadable", "ingest", "all", "none-such.csv", "--profile", "cbpf-contributions")]
    [TestCase("option-wrong", "ingest", "all", "gifts.csv", "--profile", "impact-gifts")]
    [TestCase("fund-unknown", "metrics", "nobody")]
    [TestCase("fund-unknown", "trace", "nobody", "gift-1")]
    [TestCase("fund-unknown", "release", "publish", "nobody")]
    [TestCase("fund-unknown", "key", "init", "nobody")]
    [TestCase("fund-unknown", "key", "rotate", "nobody")]
    [TestCase("fund-unknown", "release", "withdraw", "nobody", "1.0.0", "--reason-en", "Why.", "--reason-es", "Qué.")]
    [TestCase("reason-unfit", "release", "withdraw", "nobody", "1.0.0", "--reason-en", "a@b.c", "--reason-es", "Qué.")]
    [TestCase("option-wrong", "release", "withdraw", "nobody", "1.0.0", "--reason-en", "Why.")]
    [TestCase("trust-missing", "verify", "somewhere")]
    [TestCase("release-unreadable", "verify", "somewhere", "--trust", "trust")]
    [TestCase("option-wrong", "demo", "--no-serve", "--gifts", "0")]
    [TestCase("option-wrong", "demo", "--no-serve", "--gifts", "many")]
    [TestCase("trust-missing", "proof", "somewhere")]
    [TestCase("fund-unknown", "receipts", "export", "nobody")]
    [TestCase("option-wrong", "none-such")]
    [TestCase("file-unreadable", "fund", "init", "none-such.json")]
    public void What_is_at_fault_ends_with_2_and_one_message_with_its_code(string code, params string[] arguments)
    {
        var (exitCode, _, error) = ImpactProcess.Run([.. arguments, "--data", _folder]);
        Assert.Multiple(() =>
        {
            Assert.That(exitCode, Is.EqualTo(2));
            Assert.That(error, Does.Contain($"[{code}]"));
        });
    }

    [Test]
    public void A_record_is_traced_to_its_file_and_line_and_to_its_rate()
    {
        var fundFile = Write(
            "fund.json",
            """
            {
              "id": "trace-fund", "name": { "en": "T", "es": "T" }, "purpose": { "en": "T", "es": "T" }, "currency": "USD", "fiction": true,
              "organisations": [{ "id": "XI-EXAMPLE-1", "name": "One", "type": "national_ngo" }]
            }
            """
        );
        var rates = Write("rates.csv", "day,currency,base,rate,source\n2020-01-03,USD,EUR,1.0925,A central bank\n");
        var gifts = Write(
            "gifts.csv",
            "transaction_id,donor,giver_kind,giver_name,occurred_on,cleared_on,amount,currency\n"
                + "gift-1,secret@example.org,individual,,2020-01-02,2020-01-04,10.00,EUR\n"
        );
        Assert.That(ImpactProcess.Run("fund", "init", fundFile, "--data", _folder).ExitCode, Is.Zero);
        var ingest = ImpactProcess.Run("ingest", "trace-fund", rates, gifts, "--profile", "impact", "--data", _folder);
        Assert.That(ingest.ExitCode, Is.Zero, ingest.Error);
        var (exitCode, output, _) = ImpactProcess.Run("trace", "trace-fund", "gift-1", "--data", _folder);
        Assert.Multiple(() =>
        {
            Assert.That(exitCode, Is.Zero);
            Assert.That(output, Does.Contain("batch 2, line 2").And.Contain("profile impact-gifts 2"));
            Assert.That(output, Does.Contain("A central bank of 2020-01-03: EUR 1, USD 1.0925; batch 1, line 2"));
            Assert.That(output, Does.Not.Contain("secret"));
            var unknown = ImpactProcess.Run("trace", "trace-fund", "gift-2", "--data", _folder);
            Assert.That(
                (unknown.ExitCode, unknown.Error.Contains("[record-unknown]", StringComparison.Ordinal)),
                Is.EqualTo((2, true))
            );
        });
    }

    [Test]
    public void Metrics_as_of_a_day_are_those_that_were_told_on_that_day()
    {
        var files = RehearsalFund.Write(
            new RehearsalOptions(Gifts: 500, Households: 50),
            Path.Combine(_folder, "in"),
            CancellationToken.None
        );
        _ = Fund.Create(_folder, files.FundFile, TimeProvider.System);
        var fund = FundRegister.ReadFile(files.FundFile).Id;
        var later = files.Sheet("partner_entries").Path;
        Ingest(fund, new(2021, 3, 1), [.. files.Sheets.Select(sheet => sheet.Path).Where(path => path != later)]);
        var told = Metrics(fund);
        Ingest(fund, new(2021, 3, 3), [later]);
        Assert.Multiple(() =>
        {
            Assert.That(Metrics(fund), Is.Not.EqualTo(told), "what came later is told now");
            Assert.That(Metrics(fund, "--as-of", "2021-03-01"), Is.EqualTo(told));
            Assert.That(Metrics(fund, "--as-of", "2021-03-02"), Is.EqualTo(told), "nothing came that day");
            Assert.That(Metrics(fund, "--as-of", "2021-03-03"), Is.EqualTo(Metrics(fund)));
            var before = ImpactProcess.Run("metrics", fund, "--as-of", "2021-02-28", "--data", _folder);
            Assert.That(
                (before.ExitCode, before.Error.Contains("[nothing-to-publish]", StringComparison.Ordinal)),
                Is.EqualTo((2, true)),
                before.Error
            );
        });
    }

    private string Metrics(string fund, params string[] options)
    {
        var (exitCode, output, error) = ImpactProcess.Run(["metrics", fund, .. options, "--json", "--data", _folder]);
        Assert.That((exitCode, error), Is.EqualTo((0, string.Empty)));
        return output;
    }

    private void Ingest(string fund, DateOnly day, IReadOnlyList<string> files)
    {
        var ingest = new FundIngest(new DataFolder(_folder), new StoppedClock(day.ToDateTime(new(12, 0))));
        foreach (var file in files)
        {
            ingest.Ingest(fund, file, "impact");
        }
    }

    private sealed class StoppedClock(DateTime noon) : TimeProvider
    {
        public override DateTimeOffset GetUtcNow() => new(noon, TimeSpan.Zero);
    }

    [Test]
    public void A_run_that_is_killed_at_any_moment_is_completed_by_the_next_one_and_nothing_is_doubled()
    {
        string[] demo = ["demo", "--no-serve", "--gifts", "20000", "--households", "100", "--data", _folder];
        foreach (var milliseconds in (int[])[900, 1500, 2100, 2800, 3600])
        {
            using var process = ImpactProcess.Start(demo);
            process.WaitForExit(milliseconds);
            process.Kill(entireProcessTree: true);
            process.WaitForExit();
        }

        var (exitCode, _, error) = ImpactProcess.Run(demo);
        Assert.That(exitCode, Is.Zero, error);
        var fund = RehearsalFund.Describe(new RehearsalOptions(Gifts: 20_000, Households: 100)).Id;
        var totals = new FundTotals(new DataFolder(_folder)).Read(new FundRegister(new DataFolder(_folder)).Get(fund));
        Assert.That(totals.Totals["received"].AmountMinor, Is.EqualTo(GrossMinor()));
        var release = Directory.GetDirectories(Path.Combine(_folder, "public", fund)).Single();
        Assert.That(ImpactProcess.Run("verify", release, "--trust", Path.Combine(_folder, "trust")).ExitCode, Is.Zero);
    }

    private string Write(string name, string text)
    {
        var path = Path.Combine(_folder, name);
        File.WriteAllText(path, text);
        return path;
    }

    /// <summary>The sum of all gifts in the fund's currency, straight from the file.</summary>
    private long GrossMinor()
    {
        const int amount = 6;
        const int baseAmount = 8;
        return File.ReadLines(Path.Combine(_folder, "rehearsal", "gifts.csv"))
            .Skip(1)
            .Select(line => line.Split(','))
            .Sum(cells =>
                (long)(
                    decimal.Parse(
                        cells[cells[baseAmount].Length > 0 ? baseAmount : amount],
                        System.Globalization.CultureInfo.InvariantCulture
                    ) * 100
                )
            );
    }
}
