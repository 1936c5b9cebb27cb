using Impact.Core.Catalogue;

namespace Impact.Core.Tests.Ledger;

/// <summary>Two kinds of file that count the same people are two cuts of one figure: the second is never added to the first.</summary>
[TestFixture]
internal sealed class CutOverlapTests
{
    private const string Results =
        "PooledFundId,AllocationYear,ReportApprovedDate,AllocationtypeId,AllocationSourceId,TargetedMen,TargetedWomen,TargetedBoys,TargetedGirls,ReachedMen,ReachedWomen,ReachedBoys,ReachedGirls\n"
        + "1,2019,2019-11-07,2023,1,40,50,60,70,30,35,45,55\n";

    private const int CellsOfResults = 8;

    private static readonly FundDescription Fund = LoadDesk.Fund with
    {
        Aliases = [new("ocha-number", "1")],
        Indicators =
        [
            .. LoadDesk.Fund.Indicators,
            new(
                "people-in-results",
                BilingualText.Same("People in results"),
                IndicatorPopulation.Statement,
                Aggregation.People
            ),
        ],
    };

    private LoadDesk _desk = null!;

    [SetUp]
    public void Open() => _desk = new LoadDesk();

    [TearDown]
    public void Close() => _desk.Dispose();

    [TestCase("people-in-results", 0)]
    [TestCase("workshops", CellsOfResults)]
    public void Another_kind_of_file_adds_nothing_to_an_indicator_that_is_told(string told, int added)
    {
        Assert.That(LoadStated(told), Is.EqualTo((1L, 0L)));
        var report = _desk.Load(_desk.Write("results.csv", Results), "cbpf-results", Fund);
        Assert.That(report.RowsRejected, Is.EqualTo(added == 0 ? 1 : 0));
        Assert.That(report.Findings.Any(finding => finding.Rule == Rules.CutOverlap.Id), Is.EqualTo(added == 0));
        Assert.That(_desk.Count("statement"), Is.EqualTo(1 + added));
    }

    [TestCase("people-in-results", 1)]
    [TestCase("workshops", 0)]
    public void Neither_does_a_sheet_after_such_a_file(string told, long rejected)
    {
        _desk.Load(_desk.Write("results.csv", Results), "cbpf-results", Fund);
        Assert.That(LoadStated(told), Is.EqualTo((1 - rejected, rejected)));
        Assert.That(_desk.Count("statement"), Is.EqualTo(CellsOfResults + 1 - rejected));
    }

    private (long Stored, long Rejected) LoadStated(string indicator)
    {
        const string heading = "organisation_id,indicator,period,measure,split,value,certified_on";
        var file = _desk.Write(
            "indicators.csv",
            $"{heading}\nXI-TEST-1,{indicator},2019,reached,women,50,2020-01-15\n"
        );
        var report = _desk.Load(file, "impact", Fund);
        return (report.RowsStored, report.RowsRejected);
    }
}
