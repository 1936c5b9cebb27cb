using System.Globalization;
using Impact.Core.Catalogue;
using Impact.Core.Quantities;

namespace Impact.Core.Intake;

/// <summary>The SQL that reads one field of a profile from its cell, and the faults that reading can find.</summary>
/// <param name="Value">The typed value; null when empty or unreadable.</param>
/// <param name="Faults">Rule and condition over the cell and the value.</param>
internal sealed record FieldSql(string Value, IReadOnlyList<(Rule Rule, string Condition)> Faults)
{
    private const int PackedParts = 4;

    /// <summary>Up to eight codes are compared one by one.</summary>
    private const int ShortList = 8;

    /// <summary>Compiles a field.</summary>
    /// <param name="field">The field's name.</param>
    /// <param name="profile">The profile.</param>
    /// <param name="fund">The fund, for its code lists.</param>
    /// <param name="keySlot">The slot of the token key.</param>
    public static FieldSql Compile(string field, Profile profile, FundDescription fund, string keySlot)
    {
        var reading = profile.Read[field];
        var cell = Cell(reading.Column);
        var (value, unreadable) = Read(reading, cell, profile, fund, keySlot);
        var faults = new List<(Rule, string)>();
        if (reading.Needed)
        {
            faults.Add((Rules.RequiredEmpty, $"{cell} = ''"));
        }

        if (unreadable is not null)
        {
            faults.Add((unreadable, $"{cell} <> '' AND {SqlLiteral.Name(Screen.Typed(field))} IS NULL"));
        }

        if (reading.As == ReadAs.Amount)
        {
            faults.Add((Rules.AmountFiner, $"cell_amount_rounded({cell}, {CurrencyOf(reading, profile, fund)})"));
        }

        if (reading.Empty is { } empty)
        {
            value = $"CASE WHEN {cell} = '' THEN {SqlLiteral.Text(empty)} ELSE {value} END";
        }

        return new(OnlyWhen(reading, profile, value), faults);
    }

    /// <summary>The cell of a column, as the screen hands it on: blanks at its ends are off.</summary>
    public static string Cell(string column) => column.Length == 0 ? "''" : SqlLiteral.Name(column);

    private static (string Value, Rule? Unreadable) Read(
        FieldReading reading,
        string cell,
        Profile profile,
        FundDescription fund,
        string keySlot
    ) =>
        reading.As switch
        {
            ReadAs.Text => ($"CASE WHEN {cell} <> '' THEN {SqlLiteral.Text(reading.Prefix)} || {cell} END", null),
            ReadAs.Code => (Code(reading, cell, fund), Rules.CodeUnknown),
            ReadAs.Day => (Day(reading, cell), Rules.DayUnreadable),
            ReadAs.Amount => ($"cell_amount({cell}, {CurrencyOf(reading, profile, fund)})", Rules.AmountUnreadable),
            ReadAs.Currency => ($"CASE WHEN cell_is_currency({cell}) THEN {cell} END", Rules.CurrencyUnknown),
            ReadAs.Whole => ($"cell_whole({cell})", Rules.WholeUnreadable),
            ReadAs.Packed => (Packed(reading, cell), Rules.WholeUnreadable),
            ReadAs.Rate => ($"cell_rate({cell})", Rules.RateUnreadable),
            ReadAs.RateDecimals => ($"cell_rate_decimals({cell})", null),
            ReadAs.Period => (
                $"CASE WHEN regexp_full_match({cell}, '[12][0-9]{{3}}(-Q[1-4]|-(0[1-9]|1[0-2]))?') THEN {cell} END",
                Rules.PeriodUnreadable
            ),
            ReadAs.YesNo => ($"CASE {cell} WHEN 'yes' THEN true WHEN 'no' THEN false END", Rules.CodeUnknown),
            ReadAs.Token => (Token(reading, cell, profile, keySlot), null),
            _ => throw new InvalidDataException($"Profile {profile.Id} reads a field in an unknown way."),
        };

    private static string Code(FieldReading reading, string cell, FundDescription fund)
    {
        if (reading.Meaning.Count > 0)
        {
            var cases = reading.Meaning.Select(pair =>
                $" WHEN {SqlLiteral.Text(pair.Key)} THEN {SqlLiteral.Text(pair.Value)}"
            );
            return $"CASE {cell}{string.Concat(cases)} END";
        }

        // A short list is read through; a long one is looked up as an enumeration is.
        var codes = FundCodes.Allowed(reading, fund).Distinct(StringComparer.Ordinal).ToList();
        return codes.Count <= ShortList
            ? $"CASE WHEN list_contains({SqlLiteral.List(codes)}, {cell}) THEN {cell} END"
            : $"CAST(TRY_CAST({cell} AS ENUM({string.Join(", ", codes.Select(SqlLiteral.Text))})) AS VARCHAR)";
    }

    private static string Day(FieldReading reading, string cell)
    {
        const int isoLength = 10;
        var first = reading.Formats[0];
        var day =
            first == "%Y-%m-%d"
                ? string.Create(
                    CultureInfo.InvariantCulture,
                    $"CASE WHEN length({cell}) = {isoLength} AND {cell}[5] = '-' THEN TRY_CAST({cell} AS DATE) END"
                )
                : $"CAST(try_strptime({cell}, {SqlLiteral.List(reading.Formats)}) AS DATE)";
        // A year of two digits would be read as the first century.
        return $"CASE WHEN ({day}) >= DATE '1900-01-01' THEN {day} END";
    }

    private static string Packed(FieldReading reading, string cell) =>
        string.Create(
            CultureInfo.InvariantCulture,
            $"CASE WHEN len(string_split({cell}, '##')) = {PackedParts} THEN cell_whole(split_part({cell}, '##', {reading.Part})) END"
        );

    private static string Token(FieldReading reading, string cell, Profile profile, string keySlot)
    {
        var within = reading.Within.Length == 0 ? "''" : Cell(profile.Read[reading.Within].Column);
        return $"CASE WHEN {cell} <> '' THEN cell_token({SqlLiteral.Text(keySlot)}, {SqlLiteral.Text(reading.Domain)}, {within}, {cell}) END";
    }

    private static string CurrencyOf(FieldReading reading, Profile profile, FundDescription fund)
    {
        var own = SqlLiteral.Text(Currency.Parse(fund.Currency).Code);
        if (reading.CurrencyField.Length == 0)
        {
            return own;
        }

        var cell = Cell(profile.Read[reading.CurrencyField].Column);
        // An amount beside an unknown currency is read as hundredths: the row is rejected for its currency, not for its amount.
        return $"CASE WHEN cell_is_currency({cell}) THEN {cell} ELSE {own} END";
    }

    private static string OnlyWhen(FieldReading reading, Profile profile, string value)
    {
        if (reading.OnlyWhen.Length == 0)
        {
            return value;
        }

        var parts = reading.OnlyWhen.Split('=');
        var other = profile.Read[parts[0]];
        var cell = Cell(other.Column);
        var codes =
            other.Meaning.Count == 0
                ? [parts[1]]
                : other.Meaning.Where(pair => pair.Value == parts[1]).Select(pair => pair.Key);
        return $"CASE WHEN list_contains({SqlLiteral.List(codes)}, {cell}) THEN {value} END";
    }
}
