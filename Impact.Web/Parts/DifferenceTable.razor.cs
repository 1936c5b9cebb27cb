using Impact.Core.Catalogue;
using Impact.Web.Pages;
using Impact.Web.Reading;
using Impact.Web.Wording;
using Microsoft.AspNetCore.Components;

namespace Impact.Web.Parts;

/// <summary>The rows of one match of the difference register.</summary>
public sealed partial class DifferenceTable : PagePart
{
    /// <summary>The fund.</summary>
    [Parameter, EditorRequired]
    public required FundReading Fund { get; set; }

    /// <summary>The rows in the order they are shown.</summary>
    [Parameter, EditorRequired]
    public required IReadOnlyList<DifferenceLine> Lines { get; set; }

    /// <summary>Names of organisations by identifier.</summary>
    [Parameter, EditorRequired]
    public required IReadOnlyDictionary<string, string> Names { get; set; }

    // A sum has no number of its own.
    private string Where(DifferenceLine line) =>
        line.Item.Length > 0
            ? $"{line.Item} · {line.Quarter}"
            : $"{Reader.Say("sum of the quarter", "suma del trimestre")} {line.Quarter}";

    private string LagWords(long days) =>
        days == 1
            ? Reader.Say("received after 1 day", "recibida después de 1 día")
            : Reader.Say(
                $"received after {Formats.Count(days)} days",
                $"recibida después de {Formats.Count(days)} días"
            );

    private string? ExplanationWords(DifferenceLine line)
    {
        var note = Reader.Say(line.Note);
        var code = line.Explanation.Length > 0 ? Reader.Say(CodeLists.Explanation.Label(line.Explanation)) : null;
        return (code, note.Length) switch
        {
            (null, 0) => line.IsWithheld ? Reader.Say("reason withheld", "motivo retenido") : null,
            (null, _) => note,
            (_, 0) => code,
            _ => $"{code}: {note}",
        };
    }

    private string OwnerWords(DifferenceLine line) =>
        line switch
        {
            { IsWithheld: true } => Reader.Say(StatusWords.Brief(line.Amount.Standing.Status)),
            { State: "resolved" } => Reader.Say("nobody any more", "ya nadie"),
            { State: "in_transit" } => Reader.Say("on its way", "en camino"),
            { State: "explained" } => Reader.Say("several", "varios"),
            _ => Reader.Say("nobody yet", "aún nadie"),
        };
}
