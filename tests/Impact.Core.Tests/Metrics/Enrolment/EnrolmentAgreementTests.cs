using Impact.Core.Catalogue;
using Impact.Testing.Ledgers;

namespace Impact.Core.Tests.Metrics.Enrolment;

/// <summary>The list of enrolments on generated ledgers, beside plain loops and beside itself.</summary>
[TestFixture(CountingUnit.HouseholdAndOrganisation)]
[TestFixture(CountingUnit.Household)]
internal sealed class EnrolmentAgreementTests(CountingUnit unit)
{
    private const int All = 1_000_000;
    private const int ShareOfCases = 15;

    // The second closing knows more, the third more again; months lie between them.
    private static readonly Closing[] Closings =
    [
        new(new DateOnly(2019, 8, 14), LastBatch: 1),
        new(new DateOnly(2020, 3, 31), LastBatch: 2),
        new(new DateOnly(2021, 4, 30), LastBatch: 3),
    ];

    private readonly FundDescription _fund = EnrolmentDesk.Fund(unit);
    private EnrolmentDesk _desk = null!;

    [OneTimeSetUp]
    public void Open() => _desk = new EnrolmentDesk();

    [OneTimeTearDown]
    public void Shut() => _desk.Dispose();

    [Test]
    public void List_and_counts_are_those_of_plain_loops_after_every_closing()
    {
        var seen = 0;
        ForEachLedger(
            (draft, number) =>
            {
                var plain = new PlainEnrolment(_fund);
                _desk.Begin(draft);
                foreach (var closing in Closings)
                {
                    _desk.Close(_fund, closing);
                    plain.Close(draft, closing);
                    Assert.That(_desk.List(), Is.EqualTo(plain.List()), $"case {number}");
                    Assert.That(_desk.Counts(_fund, closing), Is.EqualTo(plain.Counts()), $"case {number}");
                }

                seen += plain.List().Count;
            }
        );
        Assert.That(seen, Is.GreaterThan(GeneratedCases.Count / ShareOfCases), "the cases enrol somebody");
    }

    [Test]
    public void Nobody_is_enrolled_twice_and_no_closed_month_ever_changes() =>
        ForEachLedger(
            (draft, number) =>
            {
                _desk.Begin(draft);
                IReadOnlyList<string> before = [];
                foreach (var closing in Closings)
                {
                    _desk.Close(_fund, closing);
                    var after = _desk.List();
                    Assert.That(
                        after.Intersect(before, StringComparer.Ordinal),
                        Is.EquivalentTo(before),
                        $"case {number}"
                    );
                    Assert.That(after.Select(Who), Is.Unique, $"case {number}");
                    _desk.Close(_fund, closing);
                    Assert.That(_desk.List(), Is.EqualTo(after), "closing twice");
                    before = after;
                }
            }
        );

    [Test]
    public void Order_of_rows_and_the_way_they_are_cut_into_batches_change_nothing() =>
        ForEachLedger(
            (draft, number) =>
            {
                var asTold = Enrolled(draft);
                var reversed = draft with
                {
                    Services = [.. draft.Services.Reverse()],
                    Entries = [.. draft.Entries.Reverse()],
                };
                Assert.That(Enrolled(reversed), Is.EqualTo(asTold), $"case {number}");

                // Which of two corrections is the later is told by the batch, so entries stay in the order of theirs.
                var cut = draft with
                {
                    Services = [.. draft.Services.Select((service, place) => service with { Batch = place + 1 })],
                    Entries = [.. draft.Entries.Select(entry => entry with { Batch = entry.Batch * 10 })],
                };
                Assert.That(Enrolled(cut), Is.EqualTo(asTold), $"case {number}");
            }
        );

    [Test]
    public void Other_households_and_donors_change_nobodys_enrolment() =>
        ForEachLedger(
            (draft, number) =>
            {
                var more = draft with
                {
                    Services =
                    [
                        .. draft.Services,
                        EnrolmentDesk.Service(900, "2019-03-05"),
                        EnrolmentDesk.Service(901, "2020-01-05"),
                    ],
                    Entries =
                    [
                        .. draft.Entries,
                        EnrolmentDesk.Gift(902, "2019-05-05"),
                        EnrolmentDesk.Gift(903, "2019-12-31"),
                    ],
                };
                var asTold = Enrolled(draft);
                var after = Enrolled(more);
                Assert.That(after.Intersect(asTold, StringComparer.Ordinal), Is.EquivalentTo(asTold), $"case {number}");
                Assert.That(after, Has.Count.EqualTo(asTold.Count + 4), $"case {number}");
            }
        );

    /// <summary>Whose row it is: everything but where and when it counts.</summary>
    private static string Who(string row)
    {
        var words = row.Split(' ');
        return words[0] == "donor" ? words[1] : $"{words[1]} {words[2]}";
    }

    private static void ForEachLedger(Action<DraftLedger, int> check)
    {
        for (var number = 0; number < (GeneratedCases.Count + ShareOfCases - 1) / ShareOfCases; number++)
        {
            check(new GeneratedLedger(number).Make(), number);
        }
    }

    private IReadOnlyList<string> Enrolled(DraftLedger draft)
    {
        _desk.Begin(draft);
        _desk.Close(_fund, new(new DateOnly(2020, 3, 31), All));
        return _desk.List();
    }
}
