namespace Impact.Core.Catalogue.Derivations;

/// <summary>What the table of indicators says of one of them.</summary>
/// <param name="Level">A code of the levels of results.</param>
/// <param name="Time">Over periods.</param>
/// <param name="Organisation">Over organisations.</param>
/// <param name="Uncertainty">Shown values are right to this much, up or down.</param>
/// <param name="WithheldBelow">Values below this are withheld; 0 where none is.</param>
internal sealed record IndicatorRule(
    string Level,
    AxisRule Time,
    AxisRule Organisation,
    long Uncertainty,
    long WithheldBelow
)
{
    /// <summary>Reads a row of the table.</summary>
    public static IndicatorRule Of(TableRow row) =>
        new(
            row.Text("level"),
            Enum.Parse<AxisRule>(row.Text("agg_time"), ignoreCase: true),
            Enum.Parse<AxisRule>(row.Text("agg_organisation"), ignoreCase: true),
            row.Integer("uncertainty") ?? 0,
            row.Integer("withheld_below") ?? 0
        );
}
