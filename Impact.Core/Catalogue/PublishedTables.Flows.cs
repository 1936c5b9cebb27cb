using static Impact.Core.Catalogue.SharedColumns;

namespace Impact.Core.Catalogue;

/// <content>Tables of what was raised.</content>
public static partial class PublishedTables
{
    /// <summary>What was given to date, before and after refunds, chargebacks and fees.</summary>
    public static TableSchema TotalRaised { get; } =
        Table(
            "total_raised",
            new("Total raised", "Total recaudado"),
            new("One total, up to the last closed quarter", "Un total, hasta el último trimestre cerrado"),
            ["fund", "measure"],
            [FundId, Coded("measure", CodeLists.RaisedMeasure, "Measure", "Medida"), .. Amount]
        );
}
