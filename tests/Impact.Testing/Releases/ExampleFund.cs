using Impact.Core.Catalogue;
using Impact.Core.Quantities;

namespace Impact.Testing.Releases;

/// <summary>What every example fund has: a description, a cut-off day and tables.</summary>
internal abstract class ExampleFund
{
    /// <summary>Last day the figures cover.</summary>
    public abstract DateOnly CutOff { get; }

    /// <summary>Noon of the tenth day after the cut-off: the moment of publication.</summary>
    public TimeProvider Clock =>
        new StoppedClock(new DateTimeOffset(CutOff.AddDays(10), new TimeOnly(12, 0), TimeSpan.Zero));

    /// <summary>The fund's description.</summary>
    public abstract FundDescription Describe();

    /// <summary>Its published tables.</summary>
    public abstract IEnumerable<PublishedTable> Tables();

    /// <summary>A number that looks arbitrary and is always the same for the same two numbers: 0 to 9,999.</summary>
    protected static long Mix(long left, long right)
    {
        const long modulus = 10_007;
        return ((left * left * 7_919) + (right * 4_871) + (left * right * 613) + 271) % modulus % 10_000;
    }

    /// <summary>The three cells of an amount: currency, minor units, major units.</summary>
    protected static object?[] Cells(string currency, long? minor) =>
        [currency, minor, minor is { } value ? new Money(value, Currency.Parse(currency)).Major : null];

    /// <summary>A row: its own cells, then the context columns.</summary>
    protected object?[] Row(
        IEnumerable<object?> own,
        string status = "ok",
        (long Reported, long Expected) reports = default
    ) => [.. own, status, "provisional", reports.Reported, reports.Expected, Describe().Fiction];

    private sealed class StoppedClock(DateTimeOffset now) : TimeProvider
    {
        public override DateTimeOffset GetUtcNow() => now;
    }
}
