using System.Globalization;

namespace Impact.Core.Quantities;

/// <summary>An exact amount of money: whole minor units of one currency. Never a floating-point number.</summary>
/// <param name="Minor">Whole minor units, for dollars cents; negative for a reversal or a balance that is short.</param>
/// <param name="Currency">The currency the minor units are of.</param>
public readonly record struct Money(long Minor, Currency Currency) : IComparable<Money>
{
    /// <summary>The amount in major units, with exactly the currency's decimals.</summary>
    public decimal Major => decimal.Divide(Minor, Currency.MinorUnitsPerMajor) + ZeroWithScale(Currency.Decimals);

    /// <summary>Adds two amounts of one currency.</summary>
    /// <exception cref="CurrencyMismatchException">The currencies differ.</exception>
    /// <exception cref="OverflowException">The sum does not fit 64 bits.</exception>
    public static Money operator +(Money left, Money right) =>
        new(checked(left.Minor + right.Minor), SameCurrency(left, right));

    /// <summary>Subtracts an amount of the same currency.</summary>
    /// <exception cref="CurrencyMismatchException">The currencies differ.</exception>
    /// <exception cref="OverflowException">The difference does not fit 64 bits.</exception>
    public static Money operator -(Money left, Money right) =>
        new(checked(left.Minor - right.Minor), SameCurrency(left, right));

    /// <summary>The same amount with the other sign.</summary>
    public static Money operator -(Money amount) => new(checked(-amount.Minor), amount.Currency);

    /// <summary>Whether the left amount is smaller.</summary>
    /// <exception cref="CurrencyMismatchException">The currencies differ.</exception>
    public static bool operator <(Money left, Money right) => left.CompareTo(right) < 0;

    /// <summary>Whether the left amount is larger.</summary>
    /// <exception cref="CurrencyMismatchException">The currencies differ.</exception>
    public static bool operator >(Money left, Money right) => left.CompareTo(right) > 0;

    /// <summary>Whether the left amount is smaller or equal.</summary>
    /// <exception cref="CurrencyMismatchException">The currencies differ.</exception>
    public static bool operator <=(Money left, Money right) => left.CompareTo(right) <= 0;

    /// <summary>Whether the left amount is larger or equal.</summary>
    /// <exception cref="CurrencyMismatchException">The currencies differ.</exception>
    public static bool operator >=(Money left, Money right) => left.CompareTo(right) >= 0;

    /// <summary>Nothing, in a currency.</summary>
    public static Money Zero(Currency currency) => new(0, currency);

    /// <inheritdoc />
    public int CompareTo(Money other)
    {
        SameCurrency(this, other);
        return Minor.CompareTo(other.Minor);
    }

    /// <summary>The amount as published data writes it: a point, the currency's decimals, no separators, for example <c>-1234.50</c>.</summary>
    public string ToInvariantString() => Major.ToString(CultureInfo.InvariantCulture);

    /// <summary>The amount as a reader of <paramref name="culture"/> writes it, without the currency, for example <c>1,234.50</c>.</summary>
    public string ToString(CultureInfo culture) =>
        Major.ToString("N" + Currency.Decimals.ToString(CultureInfo.InvariantCulture), culture);

    /// <inheritdoc />
    public override string ToString() => $"{ToInvariantString()} {Currency}";

    private static decimal ZeroWithScale(int decimals) => new(0, 0, 0, isNegative: false, (byte)decimals);

    private static Currency SameCurrency(Money left, Money right) =>
        left.Currency == right.Currency
            ? left.Currency
            : throw new CurrencyMismatchException(left.Currency, right.Currency);
}
