using Impact.Core.Quantities;
using Impact.Web.Pages;
using Impact.Web.Reading;
using Microsoft.AspNetCore.Components;

namespace Impact.Web.Parts;

/// <summary>The proof table's excerpt: both sides of each identity and their difference, to the cent.</summary>
public sealed partial class ProofTable : PagePart
{
    /// <summary>The fund.</summary>
    [Parameter, EditorRequired]
    public required FundReading Fund { get; set; }

    /// <summary>The proof table.</summary>
    [Parameter, EditorRequired]
    public required Proof Proof { get; set; }

    private static bool IsOfFund(ProofLine line) => line.Subject is "fund";

    private static Amount Side(ProofLine line, Money? money) =>
        new(money, money is null && line.Standing.Status is "ok" ? line.Standing with { Status = "x" } : line.Standing);
}
