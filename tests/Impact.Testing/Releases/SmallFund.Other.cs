using Impact.Core.Quantities;

namespace Impact.Testing.Releases;

/// <summary>The other tables of the small fund: rates, givers, people, proof.</summary>
internal sealed partial class SmallFund
{
    private const int Splits = 5;

    private IEnumerable<object?[]> Rates()
    {
        yield return Rate(null, "fund_utilisation_rate", Sum(Disbursed) - Sum(Returned), Sources);
        yield return Rate(null, "delivery_rate", Sum(Spent), Sum(Disbursed) - Sum(Returned));
        yield return Rate(null, "fund_cost_ratio", Sum(Fees) + Sum(Costs), Sum(Gifts));
        yield return Rate(null, "runway_months", closedQuarters * 3 * (Sources - Uses), Uses);
        for (var partner = 0; partner < Partners; partner++)
        {
            yield return Rate(
                IdOf(partner),
                "delivery_rate",
                Sum(Spent, partner),
                Sum(Disbursed, partner) - Sum(Returned, partner)
            );
        }
    }

    private object?[] Rate(string? organisation, string metric, long numerator, long denominator) =>
        Row(
            [Id, organisation, metric, Dollar, numerator, denominator, new Ratio(numerator, denominator).Value],
            reports: Reports
        );

    private IEnumerable<object?[]> Contributions()
    {
        var foundations = new[] { "Rehearsal Foundation A", "Rehearsal Foundation B" };
        var years = Enumerable.Range(0, closedQuarters).GroupBy(quarter => QuarterAt(quarter).Start.Year);
        foreach (var year in years)
        {
            var (total, period) = (year.Sum(Gifts), Period.Year(year.Key));
            var named = foundations.Select((name, index) => (Name: name, Minor: total / (7 + index))).ToArray();
            foreach (var (name, minor) in named)
            {
                yield return Row(
                    [
                        Id,
                        "organisation",
                        name,
                        period.Code,
                        period.Start,
                        period.End,
                        "received",
                        .. Cells(Dollar, minor),
                    ],
                    reports: (1, 1)
                );
            }

            var rest = total - named.Sum(giver => giver.Minor);
            yield return Row(
                [
                    Id,
                    "individuals",
                    "individuals",
                    period.Code,
                    period.Start,
                    period.End,
                    "received",
                    .. Cells(Dollar, rest),
                ],
                reports: (1, 1)
            );
            yield return Row(
                [
                    Id,
                    "organisation",
                    foundations[0],
                    period.Code,
                    period.Start,
                    period.End,
                    "pledged",
                    .. Cells(Dollar, 500_000),
                ],
                reports: (1, 1)
            );
        }
    }

    private IEnumerable<object?[]> People()
    {
        string[] splits = ["women", "men", "girls", "boys", "unknown"];
        for (var partner = 0; partner < Partners; partner++)
        {
            for (var quarter = 0; quarter < closedQuarters; quarter++)
            {
                long part = 10 + (5 * (Mix(partner, quarter) % 30));
                yield return Person(partner, quarter, ("planned", "total", Splits * 60));
                yield return Person(partner, quarter, ("reached", "total", Splits * part));
                foreach (var split in splits.Where(_ => partner < 2))
                {
                    yield return Person(partner, quarter, ("reached", split, part));
                }
            }
        }
    }

    private object?[] Person(int partner, int quarter, (string Measure, string Split, long Value) cell)
    {
        var (period, indicator) = (QuarterAt(quarter), partner % 2 == 0 ? "legal_consultations" : "families_helped");
        return Row(
            [Id, IdOf(partner), indicator, period.Code, period.Start, period.End, cell.Measure, cell.Split, cell.Value],
            reports: (1, 1)
        );
    }

    private IEnumerable<object?[]> Proof()
    {
        var resources = Sum(Disbursed) - Sum(Returned);
        yield return Line("F1", "fund", Sum(Gifts) + Sum(Interest), Sources);
        yield return Line("F2", "fund", resources + Sum(Fees) + Sum(Costs), Uses);
        yield return Line("F3", "fund", Sources - Uses, Sources - Uses);
        yield return Line(
            "T",
            "fund",
            Sources - Uses + resources - Sum(Spent),
            Sources - Sum(Fees) - Sum(Costs) - Sum(Spent)
        );
        for (var partner = 0; partner < Partners; partner++)
        {
            var own = Sum(Disbursed, partner) - Sum(Returned, partner);
            yield return Line("P1", IdOf(partner), own, own);
            yield return Line("P2", IdOf(partner), own - Sum(Spent, partner), own - Sum(Spent, partner));
        }
    }

    private object?[] Line(string identity, string subject, long left, long right) =>
        Row([Id, identity, subject, Dollar, left, right, left - right], reports: Reports);
}
