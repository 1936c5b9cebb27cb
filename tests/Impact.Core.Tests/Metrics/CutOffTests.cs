using System.Globalization;
using Impact.Core.Catalogue;
using Impact.Core.Disclosure;
using Impact.Core.Metrics.Reference;
using Impact.Testing.Ledgers;
using Microsoft.Extensions.Time.Testing;

namespace Impact.Core.Tests.Metrics;

/// <summary>The last day that counts when nobody names one: it closes months, draws counts and stands in the manifest, so nobody's row may move it.</summary>
[TestFixture]
internal sealed class CutOffTests
{
    private static readonly DateOnly Today = new(2020, 1, 15);
    private static readonly DateOnly LastMonth = new(2019, 12, 31);

    private static readonly FundDescription Over = TestFunds.Plain with { FiguresUpTo = new DateOnly(2019, 9, 15) };

    private TestLedger _ledger = null!;

    [OneTimeSetUp]
    public void OpenLedger() => _ledger = new TestLedger();

    [OneTimeTearDown]
    public void CloseLedger() => _ledger.Dispose();

    [Test]
    public void It_is_the_last_month_end_before_today() =>
        Assert.That(CutOff(TestFunds.Plain, Gift(1, new(2019, 8, 10))), Is.EqualTo(LastMonth));

    [Test]
    public void One_more_gift_or_service_on_the_last_day_moves_no_default()
    {
        DraftEntry[] known = [Gift(1, new(2019, 8, 10)), Gift(2, new(2019, 8, 11))];
        var service = new ReferenceService
        {
            Batch = 1,
            Household = new Guid(7, 0, 0, new byte[8]),
            Organisation = TestFunds.Partner,
            Service = "food_assistance",
            OccurredOn = Today,
            Place = "unknown",
        };
        foreach (var fund in (FundDescription[])[TestFunds.Plain, Over])
        {
            var without = CutOff(fund, known);
            Assert.That(CutOff(fund, [.. known, Gift(3, Today)]), Is.EqualTo(without));
            Assert.That(CutOff(fund, [.. known, Gift(3, new(2030, 5, 5))]), Is.EqualTo(without));
            Assert.That(CutOff(fund, new DraftLedger { Entries = known, Services = [service] }), Is.EqualTo(without));
            Assert.That(CutOff(fund, known[..1]), Is.EqualTo(without));
        }

        // The planted twin: where the default follows the records, one gift moves it, and its day can be read.
        var followed = CutOff(TestFunds.FromPublicSources, known);
        Assert.That(CutOff(TestFunds.FromPublicSources, [.. known, Gift(3, Today)]), Is.Not.EqualTo(followed));
    }

    [Test]
    public void A_fund_that_is_over_declares_its_last_day() =>
        Assert.That(CutOff(Over, Gift(1, new(2019, 8, 10))), Is.EqualTo(Over.FiguresUpTo));

    [Test]
    public void A_declared_day_that_is_not_there_yet_is_not_taken() =>
        Assert.That(
            CutOff(TestFunds.Plain with { FiguresUpTo = Today.AddDays(1) }, Gift(1, new(2019, 8, 10))),
            Is.EqualTo(LastMonth)
        );

    [Test]
    public void A_public_source_counts_to_the_last_day_it_tells_and_not_beyond_today()
    {
        Assert.That(
            CutOff(TestFunds.FromPublicSources, Gift(1, new(2019, 8, 10))),
            Is.EqualTo(new DateOnly(2019, 8, 10))
        );
        Assert.That(CutOff(TestFunds.FromPublicSources, Gift(1, Today.AddDays(1))), Is.EqualTo(LastMonth));
    }

    [Test]
    public void A_day_that_lies_in_the_future_is_refused_and_today_is_not()
    {
        _ledger.Fill(new DraftLedger { Entries = [Gift(1, new(2019, 8, 10))] });
        Assert.That(Books.Run(TestFunds.Plain, Today).Scope.CutOff, Is.EqualTo(Today));
        Assert.That(
            () => Books.Run(TestFunds.Plain, Today.AddDays(1)),
            Throws.TypeOf<FaultException>().With.Property("Fault").Property("Kind").EqualTo(Faults.CutOffInFuture)
        );
    }

    [Test]
    public void An_empty_ledger_has_no_last_day()
    {
        _ledger.Store.Execute("empty", "TRUNCATE TABLE batch");
        Assert.That(Books.CutOff(TestFunds.Plain, asked: null), Is.Null);
    }

    private FundBooks Books =>
        new(_ledger.Store, DisclosurePolicy.Default)
        {
            Clock = new FakeTimeProvider(new DateTimeOffset(Today, new TimeOnly(12, 0), TimeSpan.Zero)),
        };

    private DateOnly? CutOff(FundDescription fund, params DraftEntry[] entries) =>
        CutOff(fund, new DraftLedger { Entries = entries });

    private DateOnly? CutOff(FundDescription fund, DraftLedger draft)
    {
        _ledger.Fill(draft);
        return Books.CutOff(fund, asked: null);
    }

    private static DraftEntry Gift(int number, DateOnly day) =>
        new("gift", 100, day)
        {
            SourceId = number.ToString(CultureInfo.InvariantCulture),
            Donor = new Guid(number, 0, 0, new byte[8]),
            GiverKind = "individual",
        };
}
