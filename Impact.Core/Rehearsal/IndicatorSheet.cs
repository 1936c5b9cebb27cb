using Impact.Core.Quantities;

namespace Impact.Core.Rehearsal;

/// <summary>Writes what partners planned and state they reached, as rows of the sheet <c>indicators</c>.</summary>
internal sealed class IndicatorSheet
{
    /// <summary>Heading of the sheet.</summary>
    public const string Heading = "organisation_id,indicator,period,measure,split,value,certified_on";

    /// <summary>Partners certify a quarter 20 days after its end, so the last quarter is still open at the end of the rehearsal.</summary>
    private const int CertifiedAfterDays = 20;

    private const int LeastReachedPercent = 60;
    private const int MostReachedPercent = 120;
    private const int Hundred = 100;

    /// <summary>The first day on which a plan is certified.</summary>
    private static readonly DateOnly PlanCertified = new(2019, 8, 20);

    private static readonly IReadOnlyList<Period> Quarters = Period.Range(
        PeriodGrain.Quarter,
        RehearsalCalendar.First,
        RehearsalCalendar.Last
    );

    private readonly CsvSheet sheet;
    private readonly SeededNumbers numbers;

    private IndicatorSheet(ulong seed, CsvSheet sheet)
    {
        this.sheet = sheet;
        numbers = new(seed, SeededPurpose.Indicators);
    }

    /// <summary>Writes the sheet.</summary>
    /// <param name="options">The fund.</param>
    /// <param name="sheet">The sheet.</param>
    /// <param name="newHouseholds">Households served for the first time, by partner and quarter.</param>
    public static void Write(RehearsalOptions options, CsvSheet sheet, long[,] newHouseholds)
    {
        var indicators = new IndicatorSheet(options.Seed, sheet);
        indicators.State(new(0, RehearsalDescription.Workshops, IsSplit: false, 40));
        indicators.State(new(2, RehearsalDescription.Workshops, IsSplit: true, 260));
        indicators.State(new(RehearsalCast.Health, RehearsalDescription.Callers, IsSplit: true, 60));
        indicators.State(new(RehearsalCast.Network, RehearsalDescription.Callers, IsSplit: false, 180));
        indicators.Count(0, newHouseholds);
        indicators.Count(RehearsalCast.FoodAndRent, newHouseholds);
        indicators.Count(RehearsalCast.Network, newHouseholds);
    }

    private void State(Statement statement)
    {
        var (partner, indicator, isSplit, plan) = statement;
        WriteRow(new(partner, indicator, Quarters[0], "baseline"), "total", numbers.Below(plan / 2), PlanCertified);
        foreach (var quarter in Quarters)
        {
            WriteRow(new(partner, indicator, quarter, "planned"), "total", plan, PlanDay(quarter));
            var reached = plan * numbers.Between(LeastReachedPercent, MostReachedPercent) / Hundred;
            if (IsCertified(quarter))
            {
                WriteReached(new(partner, indicator, quarter, "reached"), reached, isSplit);
            }
        }
    }

    private void Count(int partner, long[,] newHouseholds)
    {
        WriteRow(new(partner, RehearsalDescription.Households, Quarters[0], "baseline"), "total", 0, PlanCertified);
        for (var place = 0; place < Quarters.Count; place++)
        {
            var quarter = Quarters[place];
            var reached = newHouseholds[partner, place];
            // Plans are round figures near what came: the rehearsal is written by someone who knows the end.
            var plan = (reached * numbers.Between(LeastReachedPercent, MostReachedPercent) / Hundred / 5 * 5) + 5;
            WriteRow(
                new(partner, RehearsalDescription.Households, quarter, "planned"),
                "total",
                plan,
                PlanDay(quarter)
            );
            if (IsCertified(quarter))
            {
                WriteRow(
                    new(partner, RehearsalDescription.Households, quarter, "reached"),
                    "total",
                    reached,
                    ReachedDay(quarter)
                );
            }
        }
    }

    /// <summary>Writes the total and, where the partner splits, five parts that sum to it; the smallest is often under ten.</summary>
    private void WriteReached(Figure figure, long total, bool isSplit)
    {
        var certified = ReachedDay(figure.Quarter);
        WriteRow(figure, "total", total, certified);
        if (!isSplit)
        {
            return;
        }

        int[] weights =
        [
            numbers.Between(40, 55),
            numbers.Between(25, 35),
            numbers.Between(8, 12),
            numbers.Between(6, 10),
            numbers.Between(2, 8),
        ];
        string[] splits = ["women", "men", "girls", "boys", "unknown"];
        foreach (var (split, part) in splits.Zip(IntegerShares.Split(total, weights)))
        {
            WriteRow(figure, split, part, certified);
        }
    }

    private void WriteRow(Figure figure, string split, long value, DateOnly certified)
    {
        sheet.Text(RehearsalCast.Partners[figure.Partner].Id);
        sheet.Text(figure.Indicator);
        sheet.Text(figure.Quarter.Code);
        sheet.Text(figure.Measure);
        sheet.Text(split);
        sheet.Number(value);
        sheet.Day(RehearsalCalendar.Day(certified));
        sheet.EndRow();
    }

    private static bool IsCertified(Period quarter) => ReachedDay(quarter) <= RehearsalCalendar.Last;

    private static DateOnly ReachedDay(Period quarter) => quarter.End.AddDays(CertifiedAfterDays);

    private static DateOnly PlanDay(Period quarter) => quarter.Start > PlanCertified ? quarter.Start : PlanCertified;

    private readonly record struct Statement(int Partner, string Indicator, bool IsSplit, int Plan);

    private readonly record struct Figure(int Partner, string Indicator, Period Quarter, string Measure);
}
