using System.Globalization;
using Impact.Core.Catalogue;
using Impact.Core.Rehearsal;
using Impact.Core.Releases;

namespace Impact.Jobs.Tests;

public class RehearsalRunTests
{
    [Test]
    public void The_invented_fund_goes_from_its_files_to_a_release_that_verifies()
    {
        var folder = Path.Combine(Path.GetTempPath(), Path.GetRandomFileName());
        try
        {
            var files = RehearsalFund.Write(
                new RehearsalOptions(Gifts: 500, Households: 50),
                Path.Combine(folder, "in"),
                CancellationToken.None
            );
            var fund = Fund.Create(folder, files.FundFile, TimeProvider.System);
            foreach (var sheet in files.Sheets)
            {
                var result = fund.Ingest(sheet.Path, "impact");
                Assert.That(result, Is.EqualTo(new FundIngestResult(sheet.Rows, sheet.Rows, 0, 0)), sheet.Name);
            }

            var release = fund.Publish();
            var report = ReleaseVerifier.Verify(release.Folder, Path.Combine(folder, "trust"));
            Assert.That(report.Holds, Is.True);
            Assert.That(fund.Publish().Manifest.Version, Is.EqualTo("1.0.0"), "nothing has changed");
        }
        finally
        {
            Directory.Delete(folder, recursive: true);
        }
    }

    [TestCase("balances", "balance: 2020-12-31 -1")]
    [TestCase("fund_entries", "allocation: XI-REHEARSAL-ORG-1")]
    public void One_cent_that_does_not_fit_stops_the_release_and_is_named(string sheet, string named)
    {
        var folder = Path.Combine(Path.GetTempPath(), Path.GetRandomFileName());
        try
        {
            var files = RehearsalFund.Write(
                new RehearsalOptions(Gifts: 500, Households: 50),
                Path.Combine(folder, "in"),
                CancellationToken.None
            );
            Plant(files.Sheet(sheet).Path, sheet);
            var fund = Fund.Create(folder, files.FundFile, TimeProvider.System);
            foreach (var file in files.Sheets)
            {
                fund.Ingest(file.Path, "impact");
            }

            var fault = Assert.Throws<FaultException>(() => fund.Publish())!.Fault;
            Assert.Multiple(() =>
            {
                Assert.That(fault.Code, Is.EqualTo("gate-failed"));
                Assert.That(fault.Detail, Does.Contain(named));
                Assert.That(Directory.Exists(Path.Combine(folder, "public")), Is.False);
            });
        }
        finally
        {
            Directory.Delete(folder, recursive: true);
        }
    }

    /// <summary>One cent more in the bank on the last day; or one cent less allocated to a partner than it was sent.</summary>
    private static void Plant(string path, string sheet)
    {
        var lines = File.ReadAllLines(path).ToList();
        if (sheet == "balances")
        {
            var last = lines.FindLastIndex(line => line.Contains(",bank,", StringComparison.Ordinal));
            var cells = lines[last].Split(',');
            cells[3] = (decimal.Parse(cells[3], CultureInfo.InvariantCulture) + 0.01m).ToString(
                "0.00",
                CultureInfo.InvariantCulture
            );
            lines[last] = string.Join(',', cells);
        }
        else
        {
            var heading = lines[0].Split(',').ToList();
            var rows = lines
                .Skip(1)
                .Select(line => line.Split(','))
                .Where(cells => cells[heading.IndexOf("organisation_id")] == "XI-REHEARSAL-ORG-1")
                .ToList();
            decimal Sum(params string[] kinds) =>
                rows.Where(cells => kinds.Contains(cells[heading.IndexOf("kind")]))
                    .Sum(cells => decimal.Parse(cells[heading.IndexOf("amount")], CultureInfo.InvariantCulture));
            var tooMuch = Sum("allocation", "allocation_change") - Sum("disbursement") + Sum("return") + 0.01m;
            var row = heading.ToDictionary(name => name, _ => string.Empty);
            row["entry_id"] = "planted";
            row["kind"] = "allocation_change";
            row["occurred_on"] = row["cleared_on"] = "2020-12-31";
            row["amount"] = (-tooMuch).ToString("0.00", CultureInfo.InvariantCulture);
            row["currency"] = "USD";
            row["organisation_id"] = "XI-REHEARSAL-ORG-1";
            lines.Add(string.Join(',', heading.Select(name => row[name])));
        }

        File.WriteAllText(path, string.Join('\n', lines) + "\n");
    }
}
