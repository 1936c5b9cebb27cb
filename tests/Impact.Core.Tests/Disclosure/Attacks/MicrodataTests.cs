using System.Runtime.CompilerServices;
using Impact.Core.Catalogue;
using Impact.Core.Noise;

namespace Impact.Core.Tests.Disclosure.Attacks;

/// <summary>Counts of real, public people by a column, published as the plan publishes families: the intervals hold what they say.</summary>
[TestFixture]
internal sealed class MicrodataTests
{
    private const int Quarters = 40;

    // Columns by place: work, education, marriage, occupation, relation, race and sex; sex, education, race and marriage.
    [TestCase("microdata-adult/adult.data", false, new[] { 1, 3, 5, 6, 7, 8, 9 })]
    [TestCase("microdata-pums/PUMS.csv", true, new[] { 1, 2, 3, 5 })]
    public void Intervals_hold_the_true_count_as_often_as_they_say(string file, bool headed, int[] columns)
    {
        var lines = File.ReadAllLines(PathOf(file)).Skip(headed ? 1 : 0).Where(line => line.Length > 0).ToList();
        var intervals = columns.SelectMany(column => Published(Counted(lines, column))).ToList();
        var stated = Stated();
        TestContext.Out.WriteLine(
            $"{lines.Count} people, {intervals.Count} intervals, {Held(intervals, 1):0.0000} held, by the law {stated:0.0000}"
        );
        AttackResults.Note(
            "microdata",
            $"share_of_intervals_that_hold, by the law {stated:0.0000}",
            Held(intervals, 1),
            intervals.Count
        );
        var most = 6 * Math.Sqrt(stated * (1 - stated) / intervals.Count);
        Assert.That(lines, Has.Count.AtLeast(1_000));
        Assert.That(Held(intervals, 1), Is.EqualTo(stated).Within(most));
        Assert.That(Held(intervals, 2), Is.Not.EqualTo(stated).Within(most), "intervals half as wide");
    }

    private static double Held(List<(long Count, long Low, long High)> intervals, int narrower) =>
        intervals.Count(one => narrower * Math.Abs((2 * one.Count) - one.Low - one.High) <= one.High - one.Low)
        / (double)intervals.Count;

    private static double Stated()
    {
        using var desk = new CountDesk(["ONE"]);
        var series = desk.Plan.Find(PublishedTables.EnrolmentsByOrganisation)!;
        var law = new DiscreteGaussianLaw(series.Terms.Variance);
        return law.Cumulative(series.Terms.HalfWidth(1)) - law.Cumulative(-series.Terms.HalfWidth(1) - 1);
    }

    private static Dictionary<string, long> Counted(List<string> lines, int column) =>
        lines
            .CountBy(line => line.Split(',')[column].Trim())
            .ToDictionary(value => "V-" + value.Key, value => (long)value.Value, StringComparer.Ordinal);

    /// <summary>Each value of the column stands for an organisation, and each quarter counts all people.</summary>
    private static IEnumerable<(long Count, long Low, long High)> Published(Dictionary<string, long> counts)
    {
        using var desk = new CountDesk(counts.Keys);
        var quarters = CountDesk.Quarters(Quarters);
        var table = CountDesk.Counts(
            PublishedTables.EnrolmentsByOrganisation,
            quarters.SelectMany(quarter => counts.Select(count => (quarter.Code, count.Key, count.Value)))
        );
        return
        [
            .. desk.Publish(table, quarters[^1].End)
                .Table.Rows.Select(row =>
                    (counts[row.Text("organisation_id")!], row.Integer("low")!.Value, row.Integer("high")!.Value)
                ),
        ];
    }

    private static string PathOf(string file)
    {
        var shared = Environment.GetEnvironmentVariable("IMPACT_SHARED") ?? Path.Combine(Top(), "../shared");
        var path = Path.Combine(shared, "data", file);
        if (!File.Exists(path))
        {
            Assert.That(
                Environment.GetEnvironmentVariable("CI"),
                Is.Not.EqualTo("true"),
                "The public data must be there in CI."
            );
            Assert.Ignore("IMPACT_SHARED names no folder with public microdata.");
        }

        return path;
    }

    private static string Top([CallerFilePath] string path = "") =>
        Path.GetFullPath(Path.Combine(Path.GetDirectoryName(path)!, "../../../.."));
}
