using System.Globalization;
using Impact.Core.Catalogue;
using Impact.Core.Charts.Figures;
using Impact.Core.Charts.House;
using Impact.Core.Charts.Words;

namespace Impact.Core.Charts.Recipes;

/// <summary>The words of the chart of running totals, in one language.</summary>
internal sealed class MoneyOverTimeStory(
    ChartContext context,
    IReadOnlyList<TimeLine> lines,
    IReadOnlyList<MoneyFlow> notTold,
    Language language
)
{
    /// <summary>Half the money within a quarter of the time is worth a headline.</summary>
    private const int EarlyShare = 4;

    /// <summary>Below half a year there is no pace to speak of.</summary>
    private const int FewestMonthsForPace = 6;

    /// <summary>Up to a dozen points are all told; of more, only the last of each year.</summary>
    private const int MostPointsTold = 12;

    private const int MonthsPerYear = 12;

    private readonly Amounts _amounts = new(context.Currency, language);
    private readonly DateOnly _first = lines.Min(line => line.Total.Points[0].Day);
    private readonly DateOnly _last = lines.Max(line => line.Total.Last.Day);

    /// <summary>The whole story.</summary>
    public ChartStory Tell() =>
        new()
        {
            Headline = Headline(),
            Subtitle = language.Pick(
                $"Running totals in {_amounts.Unit}, {context.FundName.En}, {Days.Between(_first, _last, language)}",
                $"Totales acumulados en {_amounts.Unit}, {context.FundName.Es}, {Days.Between(_first, _last, language)}"
            ),
            Notes = Notes(),
            Description = Description(),
            Body = new TimeBody(lines, _first, _last, _amounts, language),
        };

    private string Headline()
    {
        var received = lines.FirstOrDefault(line => line.Flow == MoneyFlow.Received)?.Total;
        var sent = lines.FirstOrDefault(line => line.Flow == MoneyFlow.Sent)?.Total;
        if (received is not null && EarlyMonths(received) is { } months)
        {
            var count = Lists.Small(months, language);
            return months == 1
                ? language.Pick(
                    "Half of the money came in the first month",
                    "La mitad del dinero llegó en el primer mes"
                )
                : language.Pick(
                    $"Half of the money came in the first {count} months",
                    $"La mitad del dinero llegó en los primeros {count} meses"
                );
        }

        if (
            received is { Last.Amount: > 0 }
            && sent is not null
            && sent.Last.Amount >= 0
            && sent.Last.Amount <= received.Last.Amount
        )
        {
            var share = _amounts.ShareInWords(sent.Last.Amount, received.Last.Amount);
            return language.Pick(
                $"The fund has sent partners {share} it received",
                $"El fondo ha enviado a las organizaciones {share} que recibió"
            );
        }

        var main = lines[0];
        var amount = _amounts.Short(main.Total.Last.Amount);
        var since = Days.Month(main.Total.Points[0].Day, language);
        var word = Flows.Word(main.Flow, language);
        return language.Pick($"{amount} {word} since {since}", $"{Lists.Capital(word)} desde {since}: {amount}");
    }

    /// <summary>In how many months half of the total had come, where that was early.</summary>
    private static int? EarlyMonths(RunningTotal total)
    {
        var all = Months(total.Points[0].Day, total.Last.Day);
        var half = total.Points.FirstOrDefault(point => (decimal)point.Amount * 2 >= total.Last.Amount);
        if (total.Last.Amount <= 0 || half is null || all < FewestMonthsForPace)
        {
            return null;
        }

        var months = Months(total.Points[0].Day, half.Day);
        return months * EarlyShare <= all ? months : null;
    }

    private static int Months(DateOnly first, DateOnly last) =>
        ((last.Year - first.Year) * MonthsPerYear) + last.Month - first.Month + 1;

    private List<string> Notes()
    {
        var notes = new List<string>();
        if (lines.Any(line => line.Total.Points.Any(point => point.IsProvisional)))
        {
            notes.Add(Sentences.Dashed(language));
        }

        notes.AddRange(lines.SelectMany(Gaps));
        if (notTold.Count > 0)
        {
            notes.Add(Sentences.NotTold([.. notTold.Select(flow => Flows.Word(flow, language))], language));
        }

        return notes;
    }

    private IEnumerable<string> Gaps(TimeLine line)
    {
        var name = Flows.Name(line.Flow, language);
        if (line.Total.NotToldFrom is { } day)
        {
            yield return language.Pick(
                $"{name}: not told by the source from {Days.Month(day, language)}.",
                $"{name}: la fuente no informa desde {Days.Month(day, language)}."
            );
        }

        if (line.Total.Withheld == 1)
        {
            yield return language.Pick(
                $"{name}: one period is withheld to protect people; what came in it is counted in a later one.",
                $"{name}: se retiene un período para proteger a las personas; su importe se cuenta en uno posterior."
            );
        }

        if (line.Total.Withheld > 1)
        {
            var count = Lists.Count(line.Total.Withheld);
            yield return language.Pick(
                $"{name}: {count} periods are withheld to protect people; what came in them is counted in later ones.",
                $"{name}: se retienen {count} períodos para proteger a las personas; su importe se cuenta en otros posteriores."
            );
        }
    }

    private List<string> Description()
    {
        var count = Lists.Count(lines.Count);
        var description = new List<string>
        {
            language.Pick(
                $"Line chart of running totals, {count} {(lines.Count == 1 ? "line" : "lines")}.",
                $"Gráfico de totales acumulados, {count} {(lines.Count == 1 ? "línea" : "líneas")}."
            ),
        };
        description.AddRange(lines.Select(Describe));
        return description;
    }

    private string Describe(TimeLine line)
    {
        var points = line.Total.Points.Skip(1).ToList();
        var told =
            points.Count <= MostPointsTold
                ? points
                : points.GroupBy(point => point.Day.Year).Select(year => year.Last());
        var words = told.Select(point => Point(point));
        return string.Create(
            CultureInfo.InvariantCulture,
            $"{Flows.Name(line.Flow, language)}: {string.Join("; ", words)}."
        );
    }

    private string Point(TotalPoint point)
    {
        var amount = _amounts.Exact(point.Amount);
        var provisional = point.IsProvisional ? language.Pick(" (provisional)", " (provisional)") : string.Empty;
        return language.Pick(
                $"{amount} by {Days.Day(point.Day, language)}",
                $"{amount} al {Days.Day(point.Day, language)}"
            ) + provisional;
    }
}
