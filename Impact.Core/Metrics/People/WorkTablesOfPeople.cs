using Impact.Core.Catalogue;

namespace Impact.Core.Metrics.People;

/// <summary>The work tables of figures about single donors: tokens and sums, dropped with the run.</summary>
internal static class WorkTablesOfPeople
{
    /// <summary>When each household was first helped.</summary>
    public static WorkTable FirstHelp { get; } =
        new(
            "first_help",
            run =>
                run.ExecuteFile("first_help", ("once_a_fund", run.Scope.Fund.Counting?.Unit == CountingUnit.Household))
        );

    /// <summary>What each donor gave in each month.</summary>
    public static WorkTable DonorMonth { get; } = new("donor_month", run => run.ExecuteFile("donor_month"));

    /// <summary>The bands of gifts in minor units of the fund's currency.</summary>
    public static WorkTable GiftBand { get; } =
        new(
            "gift_band",
            run =>
            {
                run.Execute(
                    "gift_band",
                    "CREATE TEMPORARY TABLE gift_band (band VARCHAR, from_minor BIGINT, below_minor BIGINT)"
                );
                foreach (var (band, from, below) in GiftBands.Of(run.Scope.Fund.Currency))
                {
                    run.Execute(
                        "gift_band",
                        "INSERT INTO gift_band VALUES ($band, $from, $below)",
                        ("band", band),
                        ("from", from),
                        ("below", below)
                    );
                }
            }
        );

    /// <summary>When each donor first gave, and as what the donor is counted.</summary>
    public static WorkTable DonorFirst { get; } =
        new(
            "donor_first",
            run =>
            {
                run.Require(DonorMonth, GiftBand);
                run.ExecuteFile("donor_first");
            }
        );
}
