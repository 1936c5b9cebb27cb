namespace Impact.Core.Tests.Disclosure.Attacks;

/// <summary>How often a test that was fixed beforehand said "somebody is there", and what ρ that proves.</summary>
/// <param name="FalseAlarms">Said of tables without the household.</param>
/// <param name="Without">Tables without it.</param>
/// <param name="Found">Said of tables with it.</param>
/// <param name="With">Tables with it.</param>
internal sealed record EmpiricalLoss(long FalseAlarms, long Without, long Found, long With)
{
    /// <summary>What a bound is reported at.</summary>
    private const double Reported = 1e-3;

    /// <summary>What a bound fails at: six standard deviations.</summary>
    private const double Alarm = 2e-9;

    /// <summary>A tester that finds less than nine tenths of what is spent is blind; at night, with ten times as many, less than 95 in a hundred.</summary>
    private static double Sight => AttackSize.IsNightly ? 0.95 : 0.90;

    /// <summary>The bound that is reported: below the true ρ but once in a thousand times.</summary>
    public double Bound => LowerBound(Reported);

    /// <summary>Counts a test over both sides.</summary>
    public static EmpiricalLoss Of(IEnumerable<long> without, IEnumerable<long> with, Func<long, bool> says)
    {
        var (alarms, others) = Count(without);
        var (found, those) = Count(with);
        return new(alarms, others, found, those);

        (long Said, long All) Count(IEnumerable<long> values) =>
            values.Aggregate((Said: 0L, All: 0L), (sum, value) => (sum.Said + (says(value) ? 1 : 0), sum.All + 1));
    }

    /// <summary>Both sides together, of another run of the same test.</summary>
    public EmpiricalLoss Plus(EmpiricalLoss other) =>
        new(FalseAlarms + other.FalseAlarms, Without + other.Without, Found + other.Found, With + other.With);

    /// <summary>A ρ below which what was seen has at most this chance.</summary>
    public double LowerBound(double chance) =>
        CellTradeOff.LeastRho(
            ClopperPearson.Upper(FalseAlarms, Without, chance / 2),
            ClopperPearson.Lower(Found, With, chance / 2)
        );

    /// <summary>Whether more is told than is claimed.</summary>
    public bool Exceeds(double claimed) => LowerBound(Alarm) > claimed;

    /// <summary>Whether the test would not see it if more were told.</summary>
    public bool IsBlind(double claimed) => Bound < Sight * claimed;
}
