using Impact.Core.Catalogue;

namespace Impact.Web.Reading;

/// <summary>One row of the difference register.</summary>
public sealed record DifferenceLine
{
    /// <summary>Which two sides: a code of <see cref="CodeLists.Match"/>.</summary>
    public required string Match { get; init; }

    /// <summary>What flows: a code of <see cref="CodeLists.RegisterFlow"/>.</summary>
    public required string Flow { get; init; }

    /// <summary>The item’s own number; empty for a sum.</summary>
    public required string Item { get; init; }

    /// <summary>The organisation’s identifier; empty where there is none.</summary>
    public required string Organisation { get; init; }

    /// <summary>The quarter of the item, for example <c>2020-Q3</c>.</summary>
    public required string Quarter { get; init; }

    /// <summary>How long it has stood: a code of <see cref="CodeLists.AgeBand"/>.</summary>
    public required string AgeBand { get; init; }

    /// <summary>A code of <see cref="CodeLists.RegisterState"/>.</summary>
    public required string State { get; init; }

    /// <summary>In what the sides differ: a code of <see cref="CodeLists.Difference"/>.</summary>
    public required string Difference { get; init; }

    /// <summary>A code of <see cref="CodeLists.RegisterOwner"/>; empty where nobody has it, or it is withheld.</summary>
    public required string Owner { get; init; }

    /// <summary>A code of <see cref="CodeLists.Explanation"/>; empty where there is none, or it is withheld.</summary>
    public required string Explanation { get; init; }

    /// <summary>The operator’s own words; empty where there are none.</summary>
    public required BilingualText Note { get; init; }

    /// <summary>Days from a transfer to its receipt; null where there are none.</summary>
    public required long? LagDays { get; init; }

    /// <summary>The other side less the fund’s.</summary>
    public required Amount Amount { get; init; }

    /// <summary>Whether the row is a sum that is withheld because too few people stand behind it.</summary>
    public bool IsWithheld => Amount.Value is null;
}

/// <summary>The difference register of a release.</summary>
/// <param name="Lines">All rows, in published order.</param>
public sealed record Differences(IReadOnlyList<DifferenceLine> Lines)
{
    /// <summary>The matches of which at least one row is there, in the order of <see cref="CodeLists.Match"/>.</summary>
    public IReadOnlyList<string> Matches =>
        [.. CodeLists.Match.Codes.Select(code => code.Value).Where(match => Of(match).Count > 0)];

    /// <summary>The rows of a match: what is not settled first.</summary>
    public IReadOnlyList<DifferenceLine> Of(string match) =>
        [
            .. Lines
                .Where(line => string.Equals(line.Match, match, StringComparison.Ordinal))
                .OrderBy(line => StateOrder.IndexOf(line.State)),
        ];

    /// <summary>How many rows are in a state and stand for an age.</summary>
    public int Count(string state, string ageBand) =>
        Lines.Count(line =>
            string.Equals(line.State, state, StringComparison.Ordinal)
            && string.Equals(line.AgeBand, ageBand, StringComparison.Ordinal)
        );

    /// <summary>How many rows are in a state.</summary>
    public int Count(string state) => CodeLists.AgeBand.Codes.Sum(band => Count(state, band.Value));

    private static IReadOnlyList<string> States { get; } =
    [.. CodeLists.RegisterState.Codes.Select(code => code.Value)];

    private static List<string> StateOrder { get; } = [.. States];

    /// <summary>Reads the register.</summary>
    public static Differences Of(FundReading fund) => new([.. fund.Rows(PublishedTables.Register.Id).Select(Line)]);

    private static DifferenceLine Line(TableRow row) =>
        new()
        {
            Match = row.Text("match"),
            Flow = row.Text("flow"),
            Item = row.Text("item"),
            Organisation = row.Text("organisation_id"),
            Quarter = row.Text("quarter"),
            AgeBand = row.Text("age_band"),
            State = row.Text("state"),
            Difference = row.Text("difference"),
            Owner = row.Text("owner"),
            Explanation = row.Text("explanation"),
            Note = new(row.Text("note_en"), row.Text("note_es")),
            LagDays = row.Integer("lag_days"),
            Amount = Amount.Of(row),
        };
}
