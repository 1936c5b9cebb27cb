using Impact.Web.Pages;
using Impact.Web.Reading;
using Microsoft.AspNetCore.Components;

namespace Impact.Web.Parts;

/// <summary>An organisation's closed quarters, newest first.</summary>
public sealed partial class QuarterTable : PagePart
{
    /// <summary>The fund.</summary>
    [Parameter, EditorRequired]
    public required FundReading Fund { get; set; }

    /// <summary>The quarters in the order they are shown.</summary>
    [Parameter, EditorRequired]
    public required IReadOnlyList<QuarterReading> Quarters { get; set; }

    private IReadOnlyList<string> Measures =>
        [
            .. Reading
                .Quarters.Measures(Quarters)
                .Where(measure =>
                    Quarters.Any(quarter => quarter.Amounts.GetValueOrDefault(measure)?.Value is not null)
                ),
        ];

    private string Words(string measure) => Reader.Say(Wording.MeasureWords.Brief(measure));

    private string Finality(QuarterReading quarter) =>
        Wording.StandingWords.Finality(
            quarter.Amounts.Values.FirstOrDefault(amount => amount.Standing.IsProvisional)?.Standing
                ?? quarter.Amounts.Values.First().Standing,
            Reader
        );
}
