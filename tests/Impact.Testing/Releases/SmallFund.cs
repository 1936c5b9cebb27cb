using Impact.Core.Catalogue;
using Impact.Core.Quantities;

namespace Impact.Testing.Releases;

/// <summary>A rehearsal: six organisations, gifts by month, spending by quarter, every figure told. All invented.</summary>
internal sealed partial class SmallFund(int closedQuarters) : ExampleFund
{
    /// <summary>The fund's identifier.</summary>
    public const string Id = "xi-rehearsal";

    /// <summary>Six quarters: from July 2019 to December 2020.</summary>
    public const int MostQuarters = 6;

    private const int Partners = 6;
    private const string Dollar = "USD";
    private const int FirstYear = 2019;
    private const int FirstQuarter = 3;

    private static readonly string[] Names =
    [
        "Rehearsal Civil Liberties Union",
        "Rehearsal Pueblo House",
        "Rehearsal Justice Center",
        "Rehearsal Center for Legal Aid",
        "Rehearsal Immigrants’ Rights Alliance",
        "Rehearsal Network of the Southeast for Families and Neighbours",
    ];

    public override DateOnly CutOff => QuarterAt(closedQuarters - 1).End;

    public override FundDescription Describe() =>
        new()
        {
            Id = Id,
            Name = new("Rehearsal Relief Fund", "Fondo de Ayuda de Ensayo"),
            Purpose = new(
                "One invented donation page for six invented groups that bring legal and humanitarian help to families.",
                "Una página de donaciones inventada para seis grupos inventados que llevan ayuda jurídica y humanitaria a familias."
            ),
            Currency = Dollar,
            Fiction = true,
            Sources = [new("rehearsal", "Rehearsal ledger", "CC0-1.0", "Impact, invented figures")],
        };

    public override IEnumerable<PublishedTable> Tables() =>
        WithDerived([
            new(PublishedTables.FundingStatus, Statement()),
            new(PublishedTables.TotalRaised, Raised()),
            new(PublishedTables.MoneyByMonth, Months()),
            new(PublishedTables.MoneyByQuarter, QuarterTotals()),
            new(PublishedTables.GiftToDisbursement, GiftWaits()),
            new(PublishedTables.UndistributedAge, Undistributed()),
            new(PublishedTables.Shortfalls, Advanced()),
            new(
                PublishedTables.Organisations,
                Enumerable.Range(0, Partners).Select(p => Row([Id, IdOf(p), Names[p], "national_ngo"]))
            ),
            new(PublishedTables.OrganisationTotals, OrganisationTotals()),
            new(PublishedTables.MoneyByOrganisation, OrganisationQuarters()),
            new(PublishedTables.Rates, Rates()),
            new(PublishedTables.Earmarking, Earmarked()),
            new(PublishedTables.AllocationToDisbursement, Waiting()),
            new(PublishedTables.Durations, Durations()),
            new(PublishedTables.Reporting, PartnerReports()),
            new(PublishedTables.ReportingRates, ReportShares()),
            new(PublishedTables.Quality, Checks()),
            new(PublishedTables.Contributions, Contributions()),
            new(PublishedTables.Corrections, Corrections()),
            new(PublishedTables.Replies, Replies()),
            new(PublishedTables.Indicators, Indicators()),
            new(PublishedTables.People, People()),
            new(PublishedTables.Reconciliation, Proof()),
            new(PublishedTables.Conversion, Converted()),
            new(PublishedTables.Register, RegisterRows()),
        ]);

    /// <summary>Identifier of a partner.</summary>
    public static string IdOf(int partner) => $"XI-REHEARSAL-{partner + 1}";

    private static Period QuarterAt(int index)
    {
        const int quarters = 4;
        var number = FirstQuarter - 1 + index;
        return Period.Quarter(FirstYear + (number / quarters), (number % quarters) + 1);
    }

    // Whole cents, chosen so that gifts always cover what is sent.
    private static long Disbursed(int partner, int quarter) => 1_200_037 + (Mix(partner + 1, quarter + 1) * 211);

    private static long Returned(int partner, int quarter) => partner == 1 && quarter == 4 ? 150_025 : 0;

    private static long Spent(int partner, int quarter) =>
        Disbursed(partner, quarter) * (55 + (Mix(partner + 3, quarter + 5) % 40)) / 100;

    private static long Gifts(int quarter) => quarter == 0 ? 40_000_019 : 9_000_007 + (Mix(quarter, 17) * 401);

    private static long Fees(int quarter) => (Gifts(quarter) * 29 / 1_000) + 30;

    private static long Costs(int quarter) => 125_050 + quarter;

    private static long Interest(int quarter) => 3_017 * (quarter + 1);

    private long Sum(Func<int, int, long> cell, int? only = null) =>
        Enumerable
            .Range(0, Partners)
            .Where(partner => only is null || partner == only)
            .Sum(partner => Enumerable.Range(0, closedQuarters).Sum(quarter => cell(partner, quarter)));

    private long Sum(Func<int, long> cell) => Enumerable.Range(0, closedQuarters).Sum(cell);
}
