using Impact.Core.Catalogue;
using Impact.Web.Pages;
using Impact.Web.Reading;
using Impact.Web.Wording;
using Microsoft.AspNetCore.Components;

namespace Impact.Web.Parts;

/// <summary>What partners state about people, statement by statement: never added up.</summary>
public sealed partial class PeopleTable : PagePart
{
    /// <summary>The fund.</summary>
    [Parameter, EditorRequired]
    public required FundReading Fund { get; set; }

    /// <summary>The statements in the order they are shown.</summary>
    [Parameter, EditorRequired]
    public required IReadOnlyList<PeopleStatement> Statements { get; set; }

    /// <summary>Names by identifier; null on the page of one organisation, where the name is the heading.</summary>
    [Parameter]
    public IReadOnlyDictionary<string, string>? Names { get; set; }

    private string[] Measures =>
        [
            .. CodeLists
                .IndicatorMeasure.Codes.Select(code => code.Value)
                .Where(measure => Statements.Any(statement => statement.Counts.ContainsKey(measure))),
        ];

    private bool HasParts => Names is null && Statements.Any(statement => statement.Parts.Count > 0);

    private string Head(string measure) => Reader.Say(PeopleWords.Measure(measure));

    // One sentence a measure, its sets apart, for example "Reached: female 45, male 40; children (0 to 17) 30, adults (18 to 59) 55".
    private string PartWords(IGrouping<string, PeoplePart> parts) =>
        $"{Head(parts.Key)}: {string.Join("; ", parts.GroupBy(part => IndicatorSets.Of(part.Split), StringComparer.Ordinal).Select(SetWords))}";

    private string SetWords(IEnumerable<PeoplePart> set) => string.Join(", ", set.Select(part => PartWords(part)));

    private string PartWords(PeoplePart part)
    {
        var number = part.Count.Value is { } value
            ? Formats.Count(value)
            : Reader.Say(StatusWords.Brief(part.Count.Standing.Status));
        return $"{Reader.Say(CodeLists.IndicatorSplit.Label(part.Split)).ToLowerInvariant()} {number}";
    }
}
