using Impact.Web.Pages;
using Impact.Web.Reading;
using Microsoft.AspNetCore.Components;

namespace Impact.Web.Parts;

/// <summary>The Funding Status statement as a table: both panels, to the cent.</summary>
public sealed partial class StatementTable : PagePart
{
    /// <summary>The fund.</summary>
    [Parameter, EditorRequired]
    public required FundReading Fund { get; set; }

    /// <summary>Its statement.</summary>
    [Parameter, EditorRequired]
    public required Statement Statement { get; set; }

    private IReadOnlyList<StatementLine> Lines => [.. Statement.Panels.SelectMany(panel => panel.Lines)];

    private bool OneFinality =>
        Lines.Select(line => line.Amount.Standing.Finality).Distinct(StringComparer.Ordinal).Count() == 1;

    private static string? Kind(StatementLine line) => line.Sign is "total" ? "total" : null;

    private static string Mark(StatementLine line) =>
        line.Sign switch
        {
            "plus" => "+",
            "minus" => "−",
            _ => "=",
        };
}
