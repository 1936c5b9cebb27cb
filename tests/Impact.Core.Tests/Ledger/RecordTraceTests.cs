using Impact.Core.Ledger;

namespace Impact.Core.Tests.Ledger;

[TestFixture]
internal sealed class RecordTraceTests
{
    private RateDesk _desk = null!;

    [SetUp]
    public void Open() => _desk = new RateDesk();

    [TearDown]
    public void Close() => _desk.Dispose();

    [Test]
    public void A_record_leads_to_its_batch_file_and_line()
    {
        _desk.LoadGifts(
            RateDesk.Gift("a", "1.00", "USD", "2020-01-03"),
            RateDesk.Gift("b", "1.00", "USD", "2020-01-03")
        );
        var trace = Trace("b").Single();
        Assert.Multiple(() =>
        {
            Assert.That((trace.Record, trace.Kind, trace.Profile), Is.EqualTo(("entry", "gift", "impact-gifts 2")));
            Assert.That((trace.File.Batch, trace.File.Line, trace.Rate), Is.EqualTo((1, 3L, (RateTrace?)null)));
            Assert.That(trace.File.Sha256, Is.EqualTo(Digests().Single()));
        });
    }

    [Test]
    public void A_converted_entry_leads_to_its_rate_too()
    {
        _desk.LoadBank("2020-01-03,1.1147,120.78,N/A,0.85115,");
        _desk.LoadGifts(RateDesk.Gift("pound", "1.00", "GBP", "2020-01-05"));
        var trace = Trace("pound").Single();
        Assert.That(
            trace.Rate,
            Is.EqualTo(
                new RateTrace(
                    "GBP",
                    new DateOnly(2020, 1, 3),
                    "European Central Bank",
                    "0.85115",
                    "1.1147",
                    new FileRow(1, Digests()[0], 2)
                )
            )
        );
    }

    [Test]
    public void An_organisation_of_a_register_leads_to_the_first_line_that_names_it()
    {
        const string heading = "PFId,PrjCode,AllYr,OrgNm,OrgTypeId,PrgBdg,BenAgg,PartCode,ApprDt\n";
        const string approved = "01/02/2020 12:00:00 AM";
        var file = _desk.Desk.Write(
            "projects.csv",
            heading
                + $"1,project-1,2020,Another,1,10.00,,7,{approved}\n"
                + $"1,project-2,2020,One,1,10.00,,8,{approved}\n"
                + $"1,project-3,2020,One,1,10.00,,8,{approved}\n"
        );
        var fund = LoadDesk.Fund with { Aliases = [new("ocha-number", "1")] };
        Assert.That(_desk.Desk.Load(file, "cbpf-projects", fund).RowsStored, Is.EqualTo(3));
        var trace = Trace("ocha-partner-8").Single();
        Assert.That(
            (trace.Record, trace.Kind, trace.Profile, trace.File),
            Is.EqualTo(("organisation", "national_ngo", "cbpf-projects 1", new FileRow(1, Digests()[0], 3)))
        );
    }

    [Test]
    public void A_reversal_and_its_entry_are_told_apart_and_an_unknown_identifier_finds_nothing()
    {
        _desk.LoadEntries(
            "1,interest,2020-01-03,2020-01-03,1.00,USD,,,,,,",
            "2,interest,2020-01-04,2020-01-04,-1.00,USD,,,,,1,EDIT"
        );
        Assert.That((Trace("1").Single().IsReversal, Trace("2").Single().IsReversal), Is.EqualTo((false, true)));
        Assert.That(Trace("none"), Is.Empty);
    }

    private IReadOnlyList<string> Digests() =>
        _desk.Desk.Query("SELECT file_sha256 FROM batch ORDER BY batch_id", row => row.Text("file_sha256")!);

    private IReadOnlyList<RecordTrace> Trace(string id)
    {
        using var ledger = LedgerStore.Open(Path.Combine(_desk.Desk.Folder, "ledger"));
        return RecordTraces.Of(ledger, LoadDesk.Fund.Currency, id);
    }
}
