using Impact.Core.Catalogue;

namespace Impact.Core.Intake;

/// <summary>The SQL that converts amounts while a file is scanned: one more projection, no join.</summary>
/// <param name="Fields">Which fields it is about.</param>
/// <param name="Slot">The slot of the fund's rates.</param>
/// <param name="FundCurrency">The currency converted into.</param>
/// <param name="Profile">The profile.</param>
internal sealed record ConversionSql(ConvertedAmount Fields, string Slot, string FundCurrency, Profile Profile)
{
    private const string ReversesField = "reverses";

    /// <summary>The typed column of the amount in the fund's currency.</summary>
    public string Base => SqlLiteral.Name(Screen.Typed(Fields.Base));

    /// <summary>The typed column of the amount.</summary>
    public string Amount => SqlLiteral.Name(Screen.Typed(Fields.Amount));

    /// <summary>The typed column of its currency.</summary>
    public string Currency => SqlLiteral.Name(Screen.Typed(Fields.Currency));

    /// <summary>The typed column that names what a row takes back, or null where the profile has no reversals.</summary>
    public string? Reverses =>
        Profile.Read.ContainsKey(ReversesField) ? SqlLiteral.Name(Screen.Typed(ReversesField)) : null;

    /// <summary>The heading of the amount in the fund's currency.</summary>
    public string BaseColumn => Profile.Read[Fields.Base].Column;

    /// <summary>A condition of a row that waits for its amount in the fund's currency.</summary>
    public string Waits => $"{Base} IS NULL AND {Currency} <> {SqlLiteral.Text(FundCurrency)}";

    /// <summary>Converts over the typed rows, and adds the columns that tell by which rate.</summary>
    /// <remarks>Only an empty cell is converted: what a source states is kept, and what cannot be read is rejected.</remarks>
    public string Over(string rows)
    {
        var empty = $"{FieldSql.Cell(BaseColumn)} = '' AND {Waits}";
        var applies = Reverses is null ? empty : $"{empty} AND {Reverses} IS NULL";
        var rate = $"{SqlLiteral.Text(Slot)}, CAST({Currency} AS VARCHAR), {Day()}";
        var traces = ConvertedAmount.Traces.Keys.Select(trace =>
            $"CASE WHEN {applies} THEN {trace}({rate}) END AS {trace}"
        );
        return $"""
            SELECT * REPLACE (CASE WHEN {applies} THEN rate_converted({rate}, {Amount}) ELSE {Base} END AS {Base}),
                {string.Join(", ", traces)}
            FROM ({rows})
            """;
    }

    /// <summary>A reversal takes the amount of what it takes back, which the scan does not know yet: it is judged after it.</summary>
    public string WithoutReversals(Rule rule, string condition) =>
        rule == Rules.BaseMissing && Reverses is not null ? $"{condition} AND {Reverses} IS NULL" : condition;

    private string Day()
    {
        var day = SqlLiteral.Name(Screen.Typed(Fields.Day));
        return Fields.PledgeDay.Length == 0
            ? day
            : $"CASE WHEN {SqlLiteral.Name(Screen.Typed("kind"))} = 'pledge' THEN {SqlLiteral.Name(Screen.Typed(Fields.PledgeDay))} ELSE {day} END";
    }
}
