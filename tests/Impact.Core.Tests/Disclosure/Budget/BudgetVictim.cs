using System.Globalization;
using Impact.Core.Disclosure.Budget;
using Impact.Core.Noise.Accounting;

namespace Impact.Core.Tests.Disclosure.Budget;

/// <summary>A process of its own that draws period after period until it is killed. Started by <see cref="BudgetKillTests"/>, not by a test run.</summary>
internal static class BudgetVictim
{
    /// <summary>The series pays each period, little, so that it does not end.</summary>
    public static SeriesTerms Series { get; } =
        SampleBudget.Of("killed", Core.Noise.Fraction.Of(1, 100_000)) with
        {
            Periods = 20_000,
        };

    /// <summary>Draws into a budget folder, and notes each draw in a file before it makes it.</summary>
    public static int Main(string[] arguments)
    {
        if (arguments is not [var folder, var notes])
        {
            return 2;
        }

        using var files = BudgetFiles.Take(folder);
        using var ledger = BudgetLedger.Open(files, SampleBudget.Terms, []);
        Say("open");
        _ = ledger.Declare(Series);
        for (var number = 1; number <= Series.Periods; number++)
        {
            var period = number.ToString("00000", CultureInfo.InvariantCulture);
            if (ledger.Find(Series.Series, period).Status == PeriodStatus.Undrawn)
            {
                Draw(ledger, period, notes);
            }
        }

        return 0;
    }

    private static void Draw(BudgetLedger ledger, string period, string notes)
    {
        var reservation = ledger.Reserve(Series, period).Reservation!;
        Say("reserved");
        File.AppendAllText(notes, $"{period}\n");
        _ = ledger.Commit(reservation, SampleBudget.Result(Environment.ProcessId));
        Say("committed");
    }

    private static void Say(string step)
    {
        Console.Out.WriteLine(step);
        Console.Out.Flush();
    }
}
