using Impact.Core.Catalogue;
using Impact.Core.Charts.Figures;
using Impact.Core.Charts.House;
using Impact.Core.Charts.Words;

namespace Impact.Core.Charts.Recipes;

/// <summary>The words of one organisation's chart, in one language.</summary>
internal sealed class OrganisationStory(
    ChartContext context,
    string name,
    IReadOnlyList<MoneyColumns> columns,
    Language language
)
{
    private readonly Amounts _amounts = new(context.Currency, language);
    private readonly bool _isByYear = columns
        .SelectMany(column => column.Series.Periods)
        .Any(period => period.Last.Month - period.First.Month > 2);

    /// <summary>Flows that the source does not tell.</summary>
    public IReadOnlyList<MoneyFlow> NotTold { get; init; } = [];

    private IEnumerable<Figure> Figures =>
        columns.SelectMany(column => column.Series.Periods).Select(period => period.Figure);

    /// <summary>The whole story.</summary>
    public ChartStory Tell()
    {
        var words = Lists.Join([.. columns.Select(column => Flows.Word(column.Flow, language))], language);
        var grain = _isByYear ? language.Pick("year", "año") : language.Pick("quarter", "trimestre");
        var periods = columns.SelectMany(column => column.Series.Periods).ToList();
        var when = Days.Between(periods.Min(period => period.First), periods.Max(period => period.Last), language);
        return new()
        {
            Headline = Headline(),
            Subtitle = language.Pick(
                $"Money {words} by {grain} in {_amounts.Unit}, {context.FundName.En}, {when}",
                $"Dinero {words} por {grain} en {_amounts.Unit}, {context.FundName.Es}, {when}"
            ),
            Key =
            [
                .. columns.Select(column => new KeyEntry(
                    ColumnsBody.Colour(column.Flow, columns.Count),
                    Lists.Capital(Flows.Word(column.Flow, language))
                )),
            ],
            Notes = Notes(),
            Description = Description(),
            Body = new ColumnsBody(columns, _isByYear, _amounts, language),
        };
    }

    private string Headline()
    {
        var totals = columns.ToDictionary(column => column.Flow, column => column.Series.Total);
        var main = columns[0];
        if (
            totals.TryGetValue(MoneyFlow.Sent, out var sent)
            && totals.TryGetValue(MoneyFlow.Spent, out var spent)
            && sent is { IsKnown: true, Amount: > 0 }
            && spent is { IsKnown: true, Amount: >= 0 }
        )
        {
            if (spent.Amount == 0)
            {
                return language.Pick(
                    $"{name} has not yet spent what it received",
                    $"{name} aún no ha gastado lo que recibió"
                );
            }

            var share = _amounts.ShareInWords(spent.Amount, sent.Amount);
            return spent.Amount > sent.Amount
                ? language.Pick($"{name} has spent more than it received", $"{name} ha gastado más de lo que recibió")
                : language.Pick($"{name} has spent {share} it received", $"{name} ha gastado {share} que recibió");
        }

        var total = totals[main.Flow];
        if (!total.IsKnown || total.Amount <= 0)
        {
            return name;
        }

        var amount = _amounts.Short(total.Amount);
        return main.Flow switch
        {
            MoneyFlow.Allocated => language.Pick($"{name} was allocated {amount}", $"{name}: {amount} asignados"),
            MoneyFlow.Sent => language.Pick($"{name} received {amount}", $"{name} recibió {amount}"),
            _ => language.Pick($"{name} has spent {amount}", $"{name} ha gastado {amount}"),
        };
    }

    private List<string> Notes()
    {
        var notes = new List<string>();
        var figures = Figures.ToList();
        if (figures.Exists(figure => figure is { IsKnown: true, IsProvisional: true }))
        {
            notes.Add(Sentences.Hatched(language));
        }

        var signs = figures
            .Select(figure => figure.State)
            .Distinct()
            .Where(state => ColumnsBody.Sign(state).Length > 0)
            .Order();
        var words = signs.Select(state => $"{ColumnsBody.Sign(state)} {Sentences.Why(state, language)}").ToList();
        if (words.Count > 0)
        {
            notes.Add(string.Join("; ", words) + ".");
        }

        if (figures.Exists(figure => figure is { IsKnown: true, Amount: < 0 }))
        {
            notes.Add(
                language.Pick(
                    "Below zero: more was given back than came in.",
                    "Bajo cero: se devolvió más de lo que entró."
                )
            );
        }

        if (NotTold.Count > 0)
        {
            notes.Add(Sentences.NotTold([.. NotTold.Select(flow => Flows.Word(flow, language))], language));
        }

        return notes;
    }

    private List<string> Description()
    {
        var description = new List<string>
        {
            language.Pick("Column chart by period.", "Gráfico de columnas por período."),
        };
        description.AddRange(
            columns.Select(column =>
                $"{Lists.Capital(Flows.Word(column.Flow, language))}: {string.Join("; ", column.Series.Periods.Select(Part))}."
            )
        );
        return description;
    }

    private string Part(PeriodFigure period)
    {
        var when = _isByYear
            ? Days.Year(period.First)
            : $"{Days.Quarter(period.First, language)} {Days.Year(period.First)}";
        var figure = period.Figure;
        var provisional = figure is { IsKnown: true, IsProvisional: true } ? " (provisional)" : string.Empty;
        return $"{when} {(figure.IsKnown ? _amounts.Exact(figure.Amount) : Sentences.Why(figure.State, language))}{provisional}";
    }
}
