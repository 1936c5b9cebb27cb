namespace Impact.Core.Noise.Accounting;

/// <summary>The exact sum of what one unit has spent, against its lifetime budget.</summary>
/// <param name="lifetime">The most that may be spent.</param>
public sealed class BudgetMeter(Fraction lifetime)
{
    private static readonly Fraction Nothing = Fraction.Of(0, 1);

    /// <summary>The most that may be spent.</summary>
    public Fraction Lifetime { get; } = lifetime;

    /// <summary>Σρ of all charges, exact.</summary>
    public Fraction Spent { get; private set; } = Nothing;

    /// <summary>Adds a charge where the sum stays at or below the lifetime budget; else nothing changes.</summary>
    /// <param name="cost">ρ, 0 or greater.</param>
    /// <returns>Whether it was added.</returns>
    public bool Charge(Fraction cost)
    {
        var sum = Spent + cost;
        if (cost < Nothing || sum > Lifetime)
        {
            return false;
        }

        Spent = sum;
        return true;
    }
}
