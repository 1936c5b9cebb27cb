namespace Impact.Core.Quantities;

/// <summary>Two amounts of different currencies met in one sum or comparison: a defect of the caller.</summary>
public sealed class CurrencyMismatchException : Exception
{
    /// <summary>Names the two currencies.</summary>
    public CurrencyMismatchException(Currency left, Currency right)
        : base($"Amounts in {left} and {right} cannot be added or compared.")
    {
        Left = left;
        Right = right;
    }

    /// <summary>The currency on the left side.</summary>
    public Currency Left { get; }

    /// <summary>The currency on the right side.</summary>
    public Currency Right { get; }
}
