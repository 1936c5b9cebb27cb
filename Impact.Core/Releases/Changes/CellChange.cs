using Impact.Core.Catalogue;

namespace Impact.Core.Releases.Changes;

/// <summary>One published cell that is another than before.</summary>
internal sealed record CellChange
{
    /// <summary>From one in a hundred a change is moderate.</summary>
    private const decimal Moderate = 0.01m;

    /// <summary>From five in a hundred a change is large.</summary>
    private const decimal Large = 0.05m;

    /// <summary>A share is published with six decimals.</summary>
    private const int Decimals = Quantities.Ratio.PublishedDecimals;

    /// <summary>The table.</summary>
    public required TableSchema Table { get; init; }

    /// <summary>The key of the row, see <see cref="RowKey"/>.</summary>
    public required string Row { get; init; }

    /// <summary>The column.</summary>
    public required string Field { get; init; }

    /// <summary>What stood there, written as in the table's text; empty for no value.</summary>
    public required string Old { get; init; }

    /// <summary>What stands there now.</summary>
    public required string New { get; init; }

    /// <summary>New less old where both are whole numbers (money: minor units); else null.</summary>
    public long? Difference { get; init; }

    /// <summary>New less old over the size of old, six decimals, half to even; null where there is no number or old is 0.</summary>
    public decimal? Ratio { get; init; }

    /// <summary>
    /// Whether the list names the cell and neither what stood there nor how much it changed: a withdrawn figure is not told once more, and
    /// a correction of aid to households states no size (design §5).
    /// </summary>
    public bool StatesNoSize { get; init; }

    /// <summary>A code of <see cref="CodeLists.ChangeReason"/>.</summary>
    public required string Reason { get; init; }

    /// <summary>The correction that covers it, or null.</summary>
    public string? Correction { get; init; }

    /// <summary>A code of <see cref="CodeLists.Materiality"/>: from nothing to something is large.</summary>
    public string Materiality =>
        (Difference, Ratio) switch
        {
            _ when StatesNoSize => "none",
            (null, null) => "none",
            (not 0, null) => "large",
            (_, { } ratio) when Math.Abs(ratio) >= Large => "large",
            (_, { } ratio) when Math.Abs(ratio) >= Moderate => "moderate",
            _ => "small",
        };

    /// <summary>The share of a change.</summary>
    public static decimal? ShareOf(decimal old, decimal now) =>
        old == 0 ? null : decimal.Round((now - old) / Math.Abs(old), Decimals, MidpointRounding.ToEven);
}
