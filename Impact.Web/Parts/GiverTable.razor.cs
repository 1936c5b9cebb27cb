using Impact.Web.Pages;
using Impact.Web.Reading;
using Microsoft.AspNetCore.Components;

namespace Impact.Web.Parts;

/// <summary>Contributions by giver: organisations and states by name, people as one line.</summary>
public sealed partial class GiverTable : PagePart
{
    /// <summary>The fund.</summary>
    [Parameter, EditorRequired]
    public required FundReading Fund { get; set; }

    /// <summary>All givers in the order they are shown.</summary>
    [Parameter, EditorRequired]
    public required IReadOnlyList<GiverReading> All { get; set; }

    /// <summary>How many are named; the others are one line.</summary>
    [Parameter, EditorRequired]
    public required int Most { get; set; }

    private IReadOnlyList<GiverReading> Named => All.Count <= Most + 1 ? All : [.. All.Take(Most)];

    private IReadOnlyList<GiverReading> Others => [.. All.Skip(Named.Count)];

    private bool HasPledges => All.Any(giver => giver.Pledged is not null);

    private static Amount Received(IEnumerable<GiverReading> givers) =>
        Amount.Sum([.. givers.Select(giver => giver.Received)]);

    private static Amount? Pledged(IEnumerable<GiverReading> givers)
    {
        var pledges = givers.Select(giver => giver.Pledged).OfType<Amount>().ToArray();
        return pledges.Length == 0 ? null : Amount.Sum(pledges);
    }

    private static string Years(GiverReading giver) =>
        string.Equals(giver.FirstYear, giver.LastYear, StringComparison.Ordinal)
            ? giver.FirstYear
            : $"{giver.FirstYear}–{giver.LastYear}";
}
