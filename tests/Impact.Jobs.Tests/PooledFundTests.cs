using System.Globalization;

namespace Impact.Jobs.Tests;

public class PooledFundTests
{
    [Test]
    public void The_ledgers_hold_exactly_what_the_contributions_file_says_was_paid()
    {
        var shared = Environment.GetEnvironmentVariable("IMPACT_SHARED") ?? "../shared";
        var file = Path.Combine(shared, "data/ocha-pooled-funds/pfbi-data/download__pfmb_contributions.csv");
        if (!File.Exists(file))
        {
            Assert.That(
                Environment.GetEnvironmentVariable("CI"),
                Is.Not.EqualTo("true"),
                "The shared data must be there in CI."
            );
            Assert.Ignore("IMPACT_SHARED names no folder with the pooled funds' data.");
        }

        var folder = Path.Combine(Path.GetTempPath(), Path.GetRandomFileName());
        try
        {
            var report = new FundIngest(new DataFolder(folder), TimeProvider.System).IngestAll(
                file,
                "cbpf-contributions"
            );
            var register = new FundRegister(new DataFolder(folder));
            var received = register.Ids.Sum(id =>
                new FundTotals(new DataFolder(folder)).Read(register.Get(id)).Totals["received"].AmountMinor!.Value
            );
            var (rows, paid) = PlainSum(file);
            Assert.Multiple(() =>
            {
                Assert.That(received, Is.EqualTo((long)(paid * 100)));
                Assert.That(report.Funds.Sum(fund => fund.RowsIn), Is.EqualTo(rows));
                Assert.That(
                    report.Funds.All(fund => fund.RowsIn == fund.RowsStored + fund.RowsKnown + fund.RowsRejected),
                    Is.True
                );
            });
        }
        finally
        {
            Directory.Delete(folder, recursive: true);
        }
    }

    /// <summary>A reader of its own: quotation marks counted, cells split, amounts added as decimals.</summary>
    private static (long Rows, decimal Paid) PlainSum(string file)
    {
        var (rows, paid, column) = (0L, 0m, -1);
        var cells = new List<string> { string.Empty };
        var quoted = false;
        foreach (var letter in File.ReadAllText(file))
        {
            if (letter == '"')
            {
                quoted = !quoted;
            }
            else if (letter == ',' && !quoted)
            {
                cells.Add(string.Empty);
            }
            else if (letter == '\n' && !quoted)
            {
                if (column < 0)
                {
                    column = cells.IndexOf("PaidAmt");
                }
                else
                {
                    rows++;
                    paid += decimal.Parse(cells[column], NumberStyles.Float, CultureInfo.InvariantCulture);
                }

                cells = [string.Empty];
            }
            else
            {
                cells[^1] += letter;
            }
        }

        return (rows, paid);
    }
}
