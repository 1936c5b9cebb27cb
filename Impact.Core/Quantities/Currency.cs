namespace Impact.Core.Quantities;

/// <summary>A currency of ISO 4217 and how many decimals its smallest coin has.</summary>
/// <remarks>Source: ISO 4217, list one (active currencies) and the withdrawn codes that old humanitarian data still uses.</remarks>
public sealed record Currency
{
    /// <summary>Most currencies count in hundredths: two decimals.</summary>
    private const int UsualDecimals = 2;

    private static readonly Dictionary<string, Currency> Known = BuildKnown();

    private Currency(string code, int decimals)
    {
        Code = code;
        Decimals = decimals;
    }

    /// <summary>The United States dollar.</summary>
    public static Currency UnitedStatesDollar => Parse("USD");

    /// <summary>Every currency known here, by code, in ordinal order.</summary>
    public static IReadOnlyList<Currency> All { get; } =
    [.. Known.Values.OrderBy(currency => currency.Code, StringComparer.Ordinal)];

    /// <summary>Three capital letters, for example <c>USD</c>.</summary>
    public string Code { get; }

    /// <summary>Decimals of the minor unit: 0 (yen), 2 (dollar) or 3 (Kuwaiti dinar).</summary>
    public int Decimals { get; }

    /// <summary>How many minor units make one major unit: 1, 100 or 1,000.</summary>
    public long MinorUnitsPerMajor =>
        Decimals switch
        {
            0 => 1,
            2 => 100,
            3 => 1000,
            _ => 10_000,
        };

    /// <summary>The currency with this code.</summary>
    /// <param name="code">Three capital letters, without blanks.</param>
    /// <exception cref="ArgumentException">The code is not one of ISO 4217.</exception>
    public static Currency Parse(string code) =>
        TryParse(code, out var currency)
            ? currency
            : throw new ArgumentException("Not a currency code of ISO 4217.", nameof(code));

    /// <summary>Looks a code up.</summary>
    /// <param name="code">Three capital letters, without blanks; null is never known.</param>
    /// <param name="currency">The currency, or null.</param>
    /// <returns>Whether the code is known.</returns>
    public static bool TryParse(
        string? code,
        [System.Diagnostics.CodeAnalysis.NotNullWhen(true)] out Currency? currency
    )
    {
        currency = null;
        return code is not null && Known.TryGetValue(code, out currency);
    }

    /// <inheritdoc />
    public override string ToString() => Code;

    private static Dictionary<string, Currency> BuildKnown()
    {
        const string hundredths =
            "AED AFN ALL AMD ANG AOA ARS AUD AWG AZN BAM BBD BDT BGN BMD BND BOB BRL BSD BTN BWP BYN BZD CAD CDF CHF CNY COP "
            + "CRC CUP CVE CZK DKK DOP DZD EEK EGP ERN ETB EUR FJD FKP GBP GEL GHS GIP GMD GTQ GYD HKD HNL HRK HTG HUF IDR ILS "
            + "INR IRR JMD KES KGS KHR KPW KYD KZT LAK LBP LKR LRD LSL LTL LVL MAD MDL MGA MKD MMK MNT MOP MRU MUR MVR MWK MXN "
            + "MYR MZN NAD NGN NIO NOK NPR NZD PAB PEN PGK PHP PKR PLN QAR RON RSD RUB SAR SBD SCR SDG SEK SGD SHP SLE SLL SOS "
            + "SRD SSP STN SVC SYP SZL THB TJS TMT TOP TRY TTD TWD TZS UAH USD UYU UZS VED VES WST XCD YER ZAR ZMW ZWL";
        const string whole = "BIF CLP DJF GNF ISK JPY KMF KRW PYG RWF UGX VND VUV XAF XOF XPF";
        const string thousandths = "BHD IQD JOD KWD LYD OMR TND";
        const int noDecimals = 0;
        const int threeDecimals = 3;
        return hundredths
            .Split(' ')
            .Select(code => new Currency(code, UsualDecimals))
            .Concat(whole.Split(' ').Select(code => new Currency(code, noDecimals)))
            .Concat(thousandths.Split(' ').Select(code => new Currency(code, threeDecimals)))
            .ToDictionary(currency => currency.Code, StringComparer.Ordinal);
    }
}
