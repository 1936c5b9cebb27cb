using System.Text.Json.Nodes;
using Impact.Core.Catalogue;
using Impact.Core.Rehearsal;

namespace Impact.Jobs.Tests;

/// <summary><c>impact privacy FUND</c> as it is typed: what is spent, what is left, and what the next release costs before it is built.</summary>
[TestFixture]
internal sealed class PrivacyVerbTests
{
    private static readonly string[] Whole = ["1/10", "1/4"];
    private static readonly string[] Nothing = ["0/1", "0/1"];
    private static readonly string[] Halves = ["1/20", "1/20", "1/8", "1/8"];

    private string _folder = null!;
    private string _fund = null!;

    [SetUp]
    public void Ingest()
    {
        _folder = Directory.CreateTempSubdirectory("impact-jobs").FullName;
        var files = RehearsalFund.Write(
            new RehearsalOptions(Gifts: 300, Households: 30),
            Path.Combine(_folder, "in"),
            CancellationToken.None
        );
        var fund = Fund.Create(_folder, files.FundFile, TimeProvider.System);
        foreach (var sheet in files.Sheets)
        {
            _ = fund.Ingest(sheet.Path, "impact");
        }

        _fund = fund.Description.Id;
    }

    [TearDown]
    public void Remove() => Directory.Delete(_folder, recursive: true);

    [Test]
    public void Spent_left_and_the_next_releases_cost_are_told_before_and_after_it_is_built()
    {
        var before = Asked();
        Assert.Multiple(() =>
        {
            Assert.That(Of(before, "units", "spent"), Is.EqualTo(Nothing));
            Assert.That(Of(before, "units", "left"), Is.EqualTo(Whole));
            Assert.That(Of(before, "next", "cost"), Is.EqualTo(Halves));
            Assert.That(Of(before, "next", "table"), Is.EqualTo(PublishedTables.OfCounts.Select(table => table.Id)));
        });
        Assert.That(Of(Asked(), "units", "spent"), Is.EqualTo(Nothing), "asking costs nothing");

        Done("release", "build", _fund);

        var after = Asked();
        Assert.Multiple(() =>
        {
            Assert.That(Of(after, "units", "spent"), Is.EqualTo(Whole));
            Assert.That(Of(after, "units", "left"), Is.EqualTo(Nothing));
            Assert.That(Of(after, "next", "cost"), Is.EqualTo((string[])["0/1", "0/1", "0/1", "0/1"]));
            Assert.That((string?)after["ledgerHead"], Does.Match("^[0-9a-f]{64}$"));
            Assert.That((long)after["ledgerEntries"]!, Is.GreaterThan((long)before["ledgerEntries"]!));
            Assert.That((long)after["fewestPossibleValues"]!, Is.EqualTo(10));
            Assert.That(after["next"]!.AsArray().Select(draw => draw!["periods"]!.AsArray().Count), Is.All.Zero);
        });
        Assert.That(
            Done("privacy", _fund),
            Does.Contain("1/10 (100.0 %)")
                .And.Contain("58.93")
                .And.Contain("none")
                .And.Contain("draws:")
                .And.Contain("Gate G: ")
        );
    }

    [Test]
    public void An_earlier_cut_off_draws_fewer_periods_for_the_same_price()
    {
        var early = Asked("--cut-off", "2019-12-31");
        Assert.That(Of(early, "next", "cost"), Is.EqualTo(Halves));
        Assert.That(early["next"]![0]!["periods"]!.AsArray().Count, Is.EqualTo(5), "August to December");
        Assert.That(Done("privacy", _fund, "--cut-off", "2019-12-31"), Does.Contain("5: 2019-08 to 2019-12"));
    }

    private static IEnumerable<string> Of(JsonNode answer, string list, string member) =>
        answer[list]!.AsArray().Select(one => (string)one![member]!);

    private JsonNode Asked(params string[] more) => JsonNode.Parse(Done(["privacy", _fund, "--json", .. more]))!;

    private string Done(params string[] arguments)
    {
        var (exitCode, output, error) = ImpactProcess.Run([.. arguments, "--data", _folder]);
        Assert.That(exitCode, Is.Zero, error);
        return output;
    }
}
