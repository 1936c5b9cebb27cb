using Impact.Core.Catalogue;
using Impact.Core.Disclosure;
using Impact.Core.Metrics;

namespace Impact.Core.Tests.Disclosure.Attacks;

/// <summary>Attack B on the figure to date: many funds of one household or none, three months each, every month drawn by the program.</summary>
internal sealed class SeriesOfOneHousehold
{
    private const int Months = 3;

    private readonly IReadOnlyDictionary<string, RawTable> _counts;

    /// <summary>Has the program enrol and count the households of all funds in one pass.</summary>
    /// <param name="funds">Funds with a household, who has eight services in the first two months.</param>
    /// <param name="planted">A bug in the SQL.</param>
    public SeriesOfOneHousehold(int funds, PlantedLine? planted = null)
    {
        using var pass = new EnrolmentPass(Months, CountingUnit.HouseholdAndOrganisation, planted);
        HouseholdKind.Eight.Fill(pass, funds);
        _counts = pass.CountToDate();
    }

    /// <summary>As many funds with the household as without, told apart by the best that can be made of all three figures.</summary>
    public EmpiricalLoss Attack(DisclosurePolicy policy)
    {
        var shown = policy with { MonthsToDate = Months };
        var nobody = CountDesk.Counts(
            PublishedTables.EnrolmentsToDate,
            CountDesk.Months(Months).Select(month => (month.Code, string.Empty, 0L))
        );
        var most = WatchedFund.Seen(Months) / 2;
        return EmpiricalLoss.Of(
            _counts.Select(_ => Score(shown, nobody)),
            _counts.Select(fund => Score(shown, fund.Value)),
            score => score >= 1
        );

        long Score(DisclosurePolicy spent, RawTable counts) =>
            WatchedFund.Score(Drawn(spent, counts), 0) >= most ? 1 : 0;
    }

    private static List<long> Drawn(DisclosurePolicy policy, RawTable counts)
    {
        using var desk = new CountDesk([], policy);
        var draws = desk.Drawing(desk.Plan.Find(PublishedTables.EnrolmentsToDate)!, counts);
        var months = CountDesk.Months(Months);
        return [.. months.Select((month, place) => (long)draws.Draw(month, [.. months.Take(place)])!.Values.Single())];
    }
}
