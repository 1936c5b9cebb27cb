namespace Impact.Testing.Releases;

/// <summary>The money tables of the small fund.</summary>
internal sealed partial class SmallFund
{
    private (long Reported, long Expected) Reports => (Partners * closedQuarters, Partners * closedQuarters);

    private long Sources => Sum(Gifts) + Sum(Interest);

    private long Uses => Sum(Disbursed) - Sum(Returned) + Sum(Fees) + Sum(Costs);

    private IEnumerable<object?[]> Statement()
    {
        var (balance, resources) = (Sources - Uses, Sum(Disbursed) - Sum(Returned));
        var partnerBalance = resources - Sum(Spent);
        (string Panel, string Line, string Sign, long Minor)[] lines =
        [
            ("fund", "opening_balance", "plus", 0),
            ("fund", "contributions", "plus", Sum(Gifts)),
            ("fund", "interest", "plus", Sum(Interest)),
            ("fund", "other_income", "plus", 0),
            ("fund", "total_sources", "total", Sources),
            ("fund", "transfers", "plus", Sum(Disbursed)),
            ("fund", "returns", "minus", Sum(Returned)),
            ("fund", "gift_refunds", "plus", 0),
            ("fund", "chargebacks", "plus", 0),
            ("fund", "processor_fees", "plus", Sum(Fees)),
            ("fund", "platform_fees", "plus", 0),
            ("fund", "bank_charges", "plus", 0),
            ("fund", "direct_costs", "plus", Sum(Costs)),
            ("fund", "total_uses", "total", Uses),
            ("fund", "fund_balance", "total", balance),
            ("partners", "partner_opening_balance", "plus", 0),
            ("partners", "partner_resources", "plus", resources),
            ("partners", "partner_expenditure", "minus", Sum(Spent)),
            ("partners", "partner_balance", "total", partnerBalance),
            ("total", "total_balance", "total", balance + partnerBalance),
        ];
        return lines.Select(
            (line, index) =>
                Row(
                    [Id, (long)(index + 1), line.Panel, line.Line, line.Sign, .. Cells(Dollar, line.Minor)],
                    reports: Reports
                )
        );
    }

    private IEnumerable<object?[]> Raised() =>
        [
            Row([Id, "gross", .. Cells(Dollar, Sum(Gifts))], reports: (1, 1)),
            Row([Id, "net", .. Cells(Dollar, Sum(Gifts) - Sum(Fees))], reports: (1, 1)),
        ];

    private IEnumerable<object?[]> Months()
    {
        for (var quarter = 0; quarter < closedQuarters; quarter++)
        {
            for (var month = 0; month < 3; month++)
            {
                var period = Core.Quantities.Period.Of(
                    Core.Quantities.PeriodGrain.Month,
                    QuarterAt(quarter).Start.AddMonths(month)
                );
                var gifts = month == 2 ? Gifts(quarter) - (2 * (Gifts(quarter) / 3)) : Gifts(quarter) / 3;
                var sent = month == 1 ? Enumerable.Range(0, Partners).Sum(partner => Disbursed(partner, quarter)) : 0;
                yield return Row(
                    [Id, period.Code, period.Start, period.End, "received", .. Cells(Dollar, gifts)],
                    reports: (1, 1)
                );
                yield return Row(
                    [Id, period.Code, period.Start, period.End, "disbursed", .. Cells(Dollar, sent)],
                    reports: (1, 1)
                );
            }
        }
    }

    private IEnumerable<object?[]> QuarterTotals() =>
        Enumerable
            .Range(0, closedQuarters)
            .SelectMany(quarter =>
                new (string, long)[]
                {
                    ("received", Gifts(quarter)),
                    ("interest", Interest(quarter)),
                    ("processor_fees", Fees(quarter)),
                    ("fund_costs", Costs(quarter)),
                    ("disbursed", Enumerable.Range(0, Partners).Sum(partner => Disbursed(partner, quarter))),
                    ("returned", Enumerable.Range(0, Partners).Sum(partner => Returned(partner, quarter))),
                    ("spent", Enumerable.Range(0, Partners).Sum(partner => Spent(partner, quarter))),
                }.Select(cell => QuarterRow(Id, quarter, cell.Item1, cell.Item2))
            );

    private object?[] QuarterRow(string first, int quarter, string measure, long minor) =>
        Row(
            [
                first,
                QuarterAt(quarter).Code,
                QuarterAt(quarter).Start,
                QuarterAt(quarter).End,
                measure,
                .. Cells(Dollar, minor),
            ],
            reports: (Partners, Partners)
        );

    private IEnumerable<object?[]> OrganisationTotals() =>
        Enumerable
            .Range(0, Partners)
            .SelectMany(partner =>
                new (string, long)[]
                {
                    ("allocated", Sum(Disbursed, partner) + 2_500_000),
                    ("disbursed", Sum(Disbursed, partner)),
                    ("returned", Sum(Returned, partner)),
                    ("spent", Sum(Spent, partner)),
                }.Select(cell =>
                    Row(
                        [Id, IdOf(partner), cell.Item1, .. Cells(Dollar, cell.Item2)],
                        reports: (closedQuarters, closedQuarters)
                    )
                )
            );

    private IEnumerable<object?[]> OrganisationQuarters()
    {
        for (var partner = 0; partner < Partners; partner++)
        {
            for (var quarter = 0; quarter < closedQuarters; quarter++)
            {
                var period = QuarterAt(quarter);
                (string Measure, long Minor)[] cells =
                [
                    ("disbursed", Disbursed(partner, quarter)),
                    ("returned", Returned(partner, quarter)),
                    ("spent", Spent(partner, quarter)),
                ];
                foreach (var (measure, minor) in cells)
                {
                    yield return Row(
                        [Id, IdOf(partner), period.Code, period.Start, period.End, measure, .. Cells(Dollar, minor)],
                        reports: (1, 1)
                    );
                }
            }
        }
    }
}
