using System.Text;
using Impact.Core.Catalogue;
using Impact.Core.Disclosure.Budget;
using Impact.Core.Noise.Accounting;
using Impact.Core.Rehearsal;

namespace Impact.Core.Tests.Disclosure.Budget;

/// <summary>Attack K: old states put back, lines changed, ends torn.</summary>
public sealed class BudgetTamperTests
{
    private const string Quarter = "2019-Q3";
    private const string Next = "2019-Q4";

    private readonly SimulatedDisk _disk = new(new SeededNumbers(3, SeededPurpose.Days));

    [SetUp]
    public void Clear() => _disk.Restore([]);

    [Test]
    public void A_backup_from_before_a_release_is_refused()
    {
        Draw(Quarter, 1);
        var backup = _disk.Copy();
        var published = Draw(Next, 2);
        _disk.Restore(backup);

        Assert.That(Refused(published), Is.EqualTo("budget-behind"));
        Assert.That(
            _disk.Files[BudgetFileNames.Chain],
            Is.EqualTo(backup[BudgetFileNames.Chain]),
            "nothing was written"
        );
    }

    [Test]
    public void A_backup_that_went_on_otherwise_is_refused_although_it_is_longer()
    {
        Draw(Quarter, 1);
        var backup = _disk.Copy();
        var published = Draw(Next, 2);
        _disk.Restore(backup);
        Draw(Next, 3);
        Draw("2020-Q1", 4);

        Assert.That(Refused(published), Is.EqualTo("budget-behind"));
    }

    [Test]
    public void A_folder_that_is_gone_is_refused_once_something_was_published()
    {
        var published = Draw(Quarter, 1);
        _disk.Restore([]);

        Assert.That(Refused(published), Is.EqualTo("budget-behind"));
    }

    [Test]
    public void A_ledger_that_did_not_look_at_the_heads_would_draw_again()
    {
        Draw(Quarter, 1);
        var backup = _disk.Copy();
        var published = Draw(Next, 2);
        _disk.Restore(backup);

        Draw(Next, 3);

        Assert.That(Refused(published), Is.EqualTo("budget-behind"), "with the heads it would not have been opened");
    }

    [Test]
    public void A_chain_put_back_alone_is_seen_by_the_results_that_are_ahead_of_it()
    {
        Draw(Quarter, 1);
        var before = _disk.Files[BudgetFileNames.Chain];
        Draw(Next, 2);
        _disk.Files[BudgetFileNames.Chain] = before;

        Assert.That(Refused(), Is.EqualTo("budget-behind"));
    }

    [Test]
    public void Without_the_lock_two_writers_would_draw_one_period_and_the_next_opening_would_see_it()
    {
        Draw(Quarter, 1);
        using (var first = SampleBudget.Open(_disk.Open()))
        using (var second = SampleBudget.Open(_disk.Open()))
        {
            _ = first.Draw(SampleBudget.Disjoint, Next, 2);
            _ = second.Draw(SampleBudget.Disjoint, Next, 3);
        }

        Assert.That(Refused(), Is.EqualTo("budget-broken"));
    }

    [TestCase(BudgetFileNames.Key, "key-unreadable")]
    [TestCase(BudgetFileNames.Chain, "budget-behind")]
    [TestCase("results/enrolment_by_organisation/2019-Q3.json", "budget-broken")]
    public void A_file_that_is_gone_is_refused(string name, string code)
    {
        Draw(Quarter, 1);
        Assert.That(_disk.Files.Remove(name), Is.True);

        Assert.That(Refused(), Is.EqualTo(code));
    }

    [Test]
    public void A_result_that_was_altered_is_refused()
    {
        Draw(Quarter, 11);
        var name = BudgetFileNames.Of(BudgetFileNames.Results, SampleBudget.Disjoint.Series, Quarter);
        _disk.Files[name] = Encoding.UTF8.GetBytes(
            Encoding.UTF8.GetString(_disk.Files[name]).Replace("\"11\"", "\"12\"", StringComparison.Ordinal)
        );

        Assert.That(Refused(), Is.EqualTo("budget-broken"));
    }

    [Test]
    public void Any_bit_that_is_changed_in_a_line_is_seen()
    {
        Draw(Quarter, 1);
        Draw(Next, 2);
        var chain = _disk.Files[BudgetFileNames.Chain];
        var key = Published().PublicKey;
        const byte lowestBit = 1;
        for (var place = 0; place < chain.Length; place++)
        {
            var changed = chain.ToArray();
            changed[place] ^= lowestBit;
            Assert.That(BudgetChain.Verify(changed, key).Break, Is.Not.Null, $"byte {place}");
        }
    }

    [Test]
    public void A_torn_last_line_is_a_crash_and_burns_what_it_reserved()
    {
        Draw(Quarter, 1);
        var chain = Reserved(Next);
        var lastLine = chain.AsSpan(0, chain.Length - 1).LastIndexOf((byte)'\n') + 1;
        for (var length = lastLine + 1; length < chain.Length; length += 7)
        {
            _disk.Files[BudgetFileNames.Chain] = chain[..length];
            using var ledger = SampleBudget.Open(_disk.Open());
            var isLegible = Encoding
                .Latin1.GetString(chain[lastLine..length])
                .Contains($"\"{Next}\"", StringComparison.Ordinal);
            var expected = isLegible ? PeriodStatus.Burnt : PeriodStatus.Undrawn;
            Assert.That(
                ledger.Find(SampleBudget.Disjoint.Series, Next).Status,
                Is.EqualTo(expected),
                $"{length} bytes"
            );
            Assert.That(BudgetChain.Verify(_disk.Files[BudgetFileNames.Chain], Published().PublicKey).Break, Is.Null);
        }
    }

    [Test]
    public void A_torn_middle_line_is_tampering()
    {
        Draw(Quarter, 1);
        Draw(Next, 2);
        var lines = Encoding.UTF8.GetString(_disk.Files[BudgetFileNames.Chain]).Split('\n');
        lines[1] = lines[1][..(lines[1].Length / 2)];
        _disk.Files[BudgetFileNames.Chain] = Encoding.UTF8.GetBytes(string.Join('\n', lines));

        Assert.That(Refused(), Is.EqualTo("budget-broken"));
    }

    [Test]
    public void Lines_that_another_key_signed_are_no_chain()
    {
        Draw(Quarter, 1);
        var chain = _disk.Files[BudgetFileNames.Chain];
        _disk.Restore([]);
        Draw(Quarter, 1);

        var verdict = BudgetChain.Verify(chain, Published().PublicKey);

        Assert.That(verdict.Break, Is.EqualTo(new BudgetBreak(1, BudgetBreakKind.Signature, BudgetRefusal.None)));
        Assert.That(BudgetChain.Verify(chain, []).Break!.Kind, Is.EqualTo(BudgetBreakKind.Signature));
    }

    private BudgetHead Draw(string period, int value)
    {
        using var ledger = SampleBudget.Open(_disk.Open());
        _ = ledger.Draw(SampleBudget.Disjoint, period, value);
        return ledger.Head;
    }

    private byte[] Reserved(string period)
    {
        using var ledger = SampleBudget.Open(_disk.Open());
        Assert.That(ledger.Reserve(SampleBudget.Disjoint, period).Fault, Is.Null);
        return _disk.Files[BudgetFileNames.Chain];
    }

    private PublishedBudget Published()
    {
        using var ledger = SampleBudget.Open(_disk.Open());
        return ledger.Publish();
    }

    private string Refused(params BudgetHead[] published) =>
        Assert.Throws<FaultException>(() => SampleBudget.Open(_disk.Open(), published).Dispose())!.Fault.Code;
}
