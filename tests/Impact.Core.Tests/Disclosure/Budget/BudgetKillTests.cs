using System.Diagnostics;
using Impact.Core.Catalogue;
using Impact.Core.Disclosure.Budget;
using Impact.Core.Noise;
using Impact.Core.Noise.Accounting;
using Impact.Core.Rehearsal;
using Impact.Core.Tests.Releases;

namespace Impact.Core.Tests.Disclosure.Budget;

/// <summary>Attack K on the real disk, with processes that are killed.</summary>
public sealed class BudgetKillTests
{
    private static readonly int Kills = AttackSize.Of(50);

    private static readonly SeriesTerms Series = BudgetVictim.Series;

    private TemporaryFolder _data = null!;

    private string Folder => Path.Combine(_data.Path, "private", "budget", SampleBudget.Fund);

    private string Notes => Path.Combine(_data.Path, "draws.txt");

    [SetUp]
    public void Begin() => _data = new();

    [TearDown]
    public void End() => _data.Dispose();

    [Test]
    public void Fifty_kills_leave_every_draw_paid_and_none_drawn_twice()
    {
        var chance = new SeededNumbers(50, SeededPurpose.Days);
        var spent = Fraction.Zero;
        for (var kill = 0; kill < Kills; kill++)
        {
            KillAfter(chance.Between(1, 6));
            var drawn = File.Exists(Notes) ? File.ReadAllLines(Notes) : [];
            using var files = BudgetFiles.Take(Folder);
            using var ledger = BudgetLedger.Open(files, SampleBudget.Terms, []);
            var account = Account(ledger);
            Assert.Multiple(() =>
            {
                Assert.That(drawn, Is.Unique);
                Assert.That(account.Reserves.Select(reserve => reserve.Period), Is.SupersetOf(drawn));
                Assert.That(account.Units[Series.Unit].Spent, Is.AtLeast(Series.Cost * Fraction.Of(drawn.Length)));
                Assert.That(account.Units[Series.Unit].Spent, Is.AtLeast(spent));
                Assert.That(
                    account.Reserves.Select(reserve => reserve.Status),
                    Does.Not.Contain(PeriodStatus.Reserved)
                );
            });
            spent = account.Units[Series.Unit].Spent;
        }

        AttackResults.Note("K", "kills_without_a_draw_unpaid_or_drawn_twice", Kills, Kills);
        Assert.That(File.ReadAllLines(Notes), Has.Length.AtLeast(Kills / 2), "the kills came before anything was done");
    }

    [Test]
    public void A_second_writer_is_refused_in_this_process_and_from_another()
    {
        using (BudgetFiles.Take(Folder))
        {
            Assert.That(Refused(), Is.EqualTo("budget-busy"));
        }

        using var other = Start();
        _ = other.StandardOutput.ReadLine();
        Assert.That(Refused(), Is.EqualTo("budget-busy"));
        other.Kill();
        other.WaitForExit();
        BudgetFiles.Take(Folder).Dispose();
    }

    [Test]
    public void Every_file_of_the_budget_is_its_owners_alone()
    {
        using var files = BudgetFiles.Take(Folder);
        using var ledger = BudgetLedger.Open(files, SampleBudget.Terms, []);
        _ = ledger.Draw(SampleBudget.Disjoint, "2019-Q3", 1);
        var written = Directory
            .EnumerateFiles(Folder, "*", SearchOption.AllDirectories)
            .Where(path => !path.EndsWith(".lock", StringComparison.Ordinal))
            .ToList();

        Assert.That(written, Has.Count.EqualTo(3));
        if (!OperatingSystem.IsWindows())
        {
            Assert.That(
                written.Select(File.GetUnixFileMode),
                Is.All.EqualTo(UnixFileMode.UserRead | UnixFileMode.UserWrite)
            );
        }
    }

    [Test]
    public void Every_state_that_the_disk_goes_through_can_be_gone_on_from()
    {
        var states = DiskStates.Each(
            _data.Path,
            () =>
            {
                using var files = BudgetFiles.Take(Folder);
                using var ledger = BudgetLedger.Open(files, SampleBudget.Terms, []);
                _ = ledger.Draw(SampleBudget.Disjoint, "2019-Q3", 1);
            },
            (copy, next) =>
            {
                using var files = BudgetFiles.Take(Path.Combine(copy, "private", "budget", SampleBudget.Fund));
                using var ledger = BudgetLedger.Open(files, SampleBudget.Terms, []);
                var status = ledger.Find(SampleBudget.Disjoint.Series, "2019-Q3").Status;
                Assert.That(status, Is.Not.EqualTo(PeriodStatus.Reserved), next);
            }
        );

        Assert.That(states, Is.AtLeast(10));
    }

    private static BudgetAccount Account(BudgetLedger ledger)
    {
        var published = ledger.Publish();
        return BudgetChain.Verify(published.Lines, published.PublicKey).Account;
    }

    private string Refused() => Assert.Throws<FaultException>(() => BudgetFiles.Take(Folder).Dispose())!.Fault.Code;

    private void KillAfter(int steps)
    {
        using var process = Start();
        for (var step = 0; step < steps; step++)
        {
            _ = process.StandardOutput.ReadLine();
        }

        process.Kill();
        process.WaitForExit();
    }

    private Process Start()
    {
        var start = new ProcessStartInfo("dotnet") { UseShellExecute = false, RedirectStandardOutput = true };
        start.ArgumentList.Add(typeof(BudgetVictim).Assembly.Location);
        start.ArgumentList.Add(Folder);
        start.ArgumentList.Add(Notes);
        return Process.Start(start)!;
    }
}
