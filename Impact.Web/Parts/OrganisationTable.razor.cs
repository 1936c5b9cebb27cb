using Impact.Web.Pages;
using Impact.Web.Reading;
using Microsoft.AspNetCore.Components;

namespace Impact.Web.Parts;

/// <summary>Money per organisation to date: the first ones by name, the others as one line, all as a total.</summary>
public sealed partial class OrganisationTable : PagePart
{
    private static readonly string[] Candidates = ["allocated", "disbursed", "spent"];

    /// <summary>The fund.</summary>
    [Parameter, EditorRequired]
    public required FundReading Fund { get; set; }

    /// <summary>All organisations in the order they are shown.</summary>
    [Parameter, EditorRequired]
    public required IReadOnlyList<OrganisationReading> All { get; set; }

    /// <summary>How many are named; the others are one line. 0 names all.</summary>
    [Parameter]
    public int Most { get; set; }

    private IReadOnlyList<OrganisationReading> Named => Most == 0 || All.Count <= Most + 1 ? All : [.. All.Take(Most)];

    private IReadOnlyList<OrganisationReading> Others => [.. All.Skip(Named.Count)];

    // A measure that no organisation tells is said once in words, not in a column of blanks.
    private string[] Measures => [.. Candidates.Where(IsToldByAny)];

    private string[] Untold => [.. Candidates.Where(measure => !IsToldByAny(measure))];

    private string Words(string measure) => Reader.Say(Wording.MeasureWords.Brief(measure));

    private bool IsToldByAny(string measure) => All.Any(organisation => organisation.Total(measure).Value is not null);

    private static Amount Sum(IEnumerable<OrganisationReading> organisations, string measure) =>
        Amount.Sum([.. organisations.Select(organisation => organisation.Total(measure))]);

    private static Standing Completeness(OrganisationReading organisation) =>
        organisation.Totals.TryGetValue("spent", out var spent)
            ? spent.Standing
            : organisation.Total("disbursed").Standing;
}
