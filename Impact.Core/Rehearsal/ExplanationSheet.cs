namespace Impact.Core.Rehearsal;

/// <summary>Why two sides differ.</summary>
/// <param name="Match">Which two sides: a code of the input layout.</param>
/// <param name="Item">The item of the match.</param>
/// <param name="Minor">The other side less the fund's, in cents; 0 when only the number of lines differs.</param>
/// <param name="Owner">Who must settle it.</param>
/// <param name="Code">Why.</param>
/// <param name="Day">Day it was explained.</param>
internal sealed record Explanation(string Match, string Item, long Minor, string Owner, string Code, int Day);

/// <summary>Writes explanations to the sheet <c>explanations</c>.</summary>
internal sealed class ExplanationSheet(CsvSheet sheet)
{
    /// <summary>Heading of the sheet.</summary>
    public const string Heading = "match,item,amount,owner,explanation,explained_on,note_en,note_es";

    /// <summary>Writes an explanation.</summary>
    public void Explain(Explanation explanation)
    {
        sheet.Text(explanation.Match);
        sheet.Text(explanation.Item);
        sheet.Amount(explanation.Minor);
        sheet.Text(explanation.Owner);
        sheet.Text(explanation.Code);
        sheet.Day(Math.Min(explanation.Day, RehearsalCalendar.Days - 1));
        sheet.Empty(2);
        sheet.EndRow();
    }
}
