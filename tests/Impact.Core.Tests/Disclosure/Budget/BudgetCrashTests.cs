using Impact.Core.Rehearsal;

namespace Impact.Core.Tests.Disclosure.Budget;

/// <summary>Attack K: the power fails at any write, in any of its moments.</summary>
public sealed class BudgetCrashTests
{
    /// <summary>How often the power fails in all.</summary>
    private static readonly int Failures = AttackSize.Of(1200);

    /// <summary>A run without a failure writes about fifty times.</summary>
    private const int WritesOfARun = 50;

    private static readonly PlantedFault[] Planted =
    [
        new() { RedrawsBurnt = true },
        new() { Refunds = true },
        new() { CommitsFirst = true },
    ];

    [Test]
    public void Whenever_the_power_fails_what_was_drawn_is_paid_and_never_drawn_again()
    {
        var failures = 0;
        var burnt = 0;
        for (ulong seed = 1; failures < Failures; seed++)
        {
            var (run, disk) = Run(seed, new PlantedFault());
            run.Verify();
            failures += disk.Failures;
            burnt += run.BurntSeen ? 1 : 0;
            Assert.That(run.Violations, Is.Empty, $"seed {seed}");
        }

        AttackResults.Note("K", "failures_without_a_draw_unpaid_or_drawn_twice", failures, failures);
        Assert.That(burnt, Is.AtLeast(50), "the failures came where nothing was at stake");
    }

    [TestCaseSource(nameof(Planted))]
    public void A_ledger_that_breaks_its_order_is_seen(object planted)
    {
        const int enough = 300;
        var violations = Enumerable
            .Range(1, enough)
            .SelectMany(seed => Run((ulong)seed, (PlantedFault)planted).Run.Violations);

        Assert.That(violations.FirstOrDefault(), Is.Not.Null);
    }

    /// <summary>One life of a ledger: several failures, then a run to the end and one more.</summary>
    private static (CrashRun Run, SimulatedDisk Disk) Run(ulong seed, PlantedFault planted)
    {
        const int mostFailures = 6;
        var chance = new SeededNumbers(seed, SeededPurpose.Days);
        var disk = new SimulatedDisk(chance);
        var run = new CrashRun(disk, planted);
        for (var failure = chance.Between(1, mostFailures); failure > 0; failure--)
        {
            disk.FailAfter(chance.Below(WritesOfARun));
            try
            {
                run.Go();
            }
            catch (PowerFailure)
            {
                // As the machine would, the run starts again.
            }
        }

        disk.FailAfter(int.MaxValue);
        run.Go();
        run.Go();
        return (run, disk);
    }
}
