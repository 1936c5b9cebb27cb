namespace Impact.Core.Intake;

/// <summary>How a field is read.</summary>
internal enum ReadAs
{
    /// <summary>Text, blanks at both ends taken off.</summary>
    Text,

    /// <summary>A code of a list.</summary>
    Code,

    /// <summary>A day.</summary>
    Day,

    /// <summary>An amount of money, to minor units.</summary>
    Amount,

    /// <summary>A currency code.</summary>
    Currency,

    /// <summary>A whole number, 0 or more.</summary>
    Whole,

    /// <summary>One of several whole numbers packed into a cell with <c>##</c> between them.</summary>
    Packed,

    /// <summary>A published rate, all its digits as one whole number.</summary>
    Rate,

    /// <summary>How many digits of a published rate stand behind the point.</summary>
    RateDecimals,

    /// <summary>A period code.</summary>
    Period,

    /// <summary><c>yes</c> or <c>no</c>.</summary>
    YesNo,

    /// <summary>An identifier of a person or household that becomes a keyed token and is never stored.</summary>
    Token,
}

/// <summary>How one field is read from a column.</summary>
internal sealed record FieldReading
{
    /// <summary>The column's heading; empty for a field that every row has the same.</summary>
    public string Column { get; init; } = string.Empty;

    /// <summary>How it is read.</summary>
    public ReadAs As { get; init; } = ReadAs.Text;

    /// <summary>Whether an empty cell is wrong.</summary>
    public bool Needed { get; init; }

    /// <summary>The value of an empty cell, or null.</summary>
    public string? Empty { get; init; }

    /// <summary>Code: the allowed codes, or one list of the fund as <c>fund:designations</c>, <c>fund:organisations</c>, <c>fund:places</c>, <c>fund:indicators</c>, or <c>published:tables</c>.</summary>
    public IReadOnlyList<string> List { get; init; } = [];

    /// <summary>Code: what the source's codes mean in Impact's lists; a code without a meaning here is unknown.</summary>
    public IReadOnlyDictionary<string, string> Meaning { get; init; } =
        new Dictionary<string, string>(StringComparer.Ordinal);

    /// <summary>Day: the layouts it may have, in the engine's notation; the default is the ISO day.</summary>
    public IReadOnlyList<string> Formats { get; init; } = ["%Y-%m-%d"];

    /// <summary>Amount: the field that names the currency, or empty for the fund's currency.</summary>
    public string CurrencyField { get; init; } = string.Empty;

    /// <summary>Packed: which number, from 1.</summary>
    public int Part { get; init; } = 1;

    /// <summary>Token: the domain that keeps tokens of different uses apart.</summary>
    public string Domain { get; init; } = string.Empty;

    /// <summary>Token: a field whose value divides the token space, so that equal numbers of two partners do not meet; or empty.</summary>
    public string Within { get; init; } = string.Empty;

    /// <summary>A condition on another field, as <c>field=code</c>: otherwise the cell is not read at all; or empty.</summary>
    public string OnlyWhen { get; init; } = string.Empty;

    /// <summary>Text: what is put before it, for example the register of an identifier.</summary>
    public string Prefix { get; init; } = string.Empty;
}
