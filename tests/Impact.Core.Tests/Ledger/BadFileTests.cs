using Impact.Core.Catalogue;

namespace Impact.Core.Tests.Ledger;

/// <summary>A file that is not what it should be leaves the ledger as it was and says what to do, without a cell.</summary>
[TestFixture]
internal sealed class BadFileTests
{
    private const string Secret = "secret-canary-4711";

    private LoadDesk _desk = null!;

    [SetUp]
    public void Open()
    {
        _desk = new LoadDesk();
        _desk.Load(_desk.WriteGifts(LoadDesk.Gift("before")));
    }

    [TearDown]
    public void Close() => _desk.Dispose();

    [Test]
    public void A_file_that_is_not_there() =>
        Expect(Path.Combine(_desk.Folder, "none", "gifts.csv"), "file-unreadable");

    [Test]
    public void A_folder() => Expect(_desk.Folder + "/ledger", "file-unreadable", "cbpf-people");

    [Test]
    public void An_empty_file() => Expect(_desk.Write("gifts.csv", string.Empty), "file-empty");

    [Test]
    public void A_source_with_a_heading_only() =>
        Expect(_desk.Write("people.csv", Heading("cbpf-people") + "\n"), "file-empty", "cbpf-people");

    [Test]
    public void A_file_cut_in_the_middle_of_a_row() =>
        Expect(
            _desk.Write("gifts.csv", $"{LoadDesk.GiftHeading}\n{LoadDesk.Gift(Secret)}\n{Secret},donor"),
            "file-broken"
        );

    [Test]
    public void A_row_with_too_few_cells() =>
        Expect(_desk.WriteGifts(LoadDesk.Gift("a"), $"{Secret},donor"), "file-broken");

    [Test]
    public void A_row_with_too_many_cells() =>
        Expect(_desk.WriteGifts(LoadDesk.Gift("a"), LoadDesk.Gift(Secret) + ",more"), "file-broken");

    [Test]
    public void A_quotation_mark_that_never_ends() =>
        Expect(
            _desk.WriteGifts(LoadDesk.Gift("a"), LoadDesk.Gift(Secret, donor: "\"open"), LoadDesk.Gift("c")),
            "file-broken"
        );

    [Test]
    public void Bytes_that_are_no_text() =>
        Expect(
            _desk.Write(
                "gifts.csv",
                [.. System.Text.Encoding.UTF8.GetBytes(LoadDesk.GiftHeading + "\n"), 0xff, 0xfe, (byte)'\n']
            ),
            "file-broken"
        );

    [Test]
    public void A_missing_column() => Expect(_desk.Write("gifts.csv", "transaction_id,amount\na,1\n"), "file-columns");

    [Test]
    public void A_column_nobody_asked_for() =>
        Expect(_desk.Write("gifts.csv", $"{LoadDesk.GiftHeading},{Secret}\n{LoadDesk.Gift("a")},1\n"), "file-columns");

    [Test]
    public void A_file_of_no_sheet() => Expect(_desk.Write("letters.csv", "a\n1\n"), "profile-unknown");

    [Test]
    public void A_file_that_only_says_it_is_parquet() => Expect(_desk.Write("gifts.parquet", "PAR0"), "file-broken");

    private static string Heading(string profile) =>
        string.Join(',', Impact.Core.Intake.Profiles.For(profile, string.Empty).Columns.Select(column => column.Name));

    private void Expect(string path, string code, string profile = "impact")
    {
        var fault = _desk.FaultOf(path, profile);
        Assert.Multiple(() =>
        {
            Assert.That(fault.Code, Is.EqualTo(code));
            Assert.That(fault.Message(Language.English) + fault.Message(Language.Spanish), Does.Not.Contain(Secret));
            Assert.That((_desk.Count("entry"), _desk.Count("batch"), _desk.Count("finding")), Is.EqualTo((1L, 1L, 0L)));
        });
    }
}
