using Impact.Core.Catalogue;
using Impact.Core.Charts.Figures;
using Impact.Core.Charts.House;
using Impact.Core.Charts.Words;

namespace Impact.Core.Charts.Recipes;

/// <summary>The words of the organisations chart, in one language.</summary>
internal sealed class OrganisationsStory(
    ChartContext context,
    IReadOnlyList<OrganisationMoney> rows,
    IReadOnlyList<MoneyFlow> shown,
    Language language
)
{
    private readonly Amounts _amounts = new(context.Currency, language);

    /// <summary>Flows that no organisation has a figure of, and the source says so.</summary>
    public IReadOnlyList<MoneyFlow> NotTold { get; init; } = [];

    /// <summary>The whole story.</summary>
    public ChartStory Tell()
    {
        var words = Lists.Join([.. shown.Select(flow => Flows.Word(flow, language))], language);
        return new()
        {
            Headline = Headline(),
            Subtitle = language.Pick(
                $"Money {words} by organisation in {_amounts.Unit}, {context.FundName.En}, to {Days.Day(context.CutOff, language)}",
                $"Dinero {words} por organización en {_amounts.Unit}, {context.FundName.Es}, hasta el {Days.Day(context.CutOff, language)}"
            ),
            Notes = Notes(),
            Description = Description(),
            Body = new BarRowsBody([.. rows.Select(Row)]),
        };
    }

    private string Headline()
    {
        var flow = shown.Contains(MoneyFlow.Sent) ? MoneyFlow.Sent : shown[0];
        var sorted = rows.Where(row => row.Members == 1 && row.Figures[flow].IsKnown)
            .OrderByDescending(row => row.Figures[flow].Amount)
            .ToList();
        if (
            sorted.Count == 0
            || sorted[0].Figures[flow].Amount <= 0
            || (sorted.Count > 1 && sorted[0].Figures[flow].Amount == sorted[1].Figures[flow].Amount)
        )
        {
            return language.Pick(
                "What each organisation received and spent",
                "Lo que recibió y gastó cada organización"
            );
        }

        var (name, amount) = (sorted[0].Name, _amounts.Short(sorted[0].Figures[flow].Amount));
        var isOnly = rows.Count == 1;
        return flow switch
        {
            MoneyFlow.Sent when isOnly => language.Pick($"{name} received {amount}", $"{name} recibió {amount}"),
            MoneyFlow.Sent => language.Pick(
                $"{name} received the most: {amount}",
                $"{name} recibió más que las demás: {amount}"
            ),
            MoneyFlow.Spent when isOnly => language.Pick($"{name} spent {amount}", $"{name} gastó {amount}"),
            MoneyFlow.Spent => language.Pick(
                $"{name} spent the most: {amount}",
                $"{name} gastó más que las demás: {amount}"
            ),
            _ when isOnly => language.Pick($"{name} was allocated {amount}", $"{name}: {amount} asignados"),
            _ => language.Pick(
                $"{name} was allocated the most: {amount}",
                $"{name} tiene la mayor asignación: {amount}"
            ),
        };
    }

    /// <summary>Whether the bar of all others together fits the picture's scale.</summary>
    private bool AreOthersDrawn
    {
        get
        {
            const int twice = 2;
            var largest = rows.Where(row => row.Members == 1)
                .SelectMany(row => row.Figures.Values)
                .Max(figure => figure.Amount);
            return rows.Where(row => row.Members > 1)
                .SelectMany(row => row.Figures.Values)
                .All(figure => figure.Amount <= (decimal)largest * twice);
        }
    }

    private BarRow Row(OrganisationMoney row) =>
        new(Name(row), string.Empty, [.. shown.Select(flow => Bar(row, flow))]);

    private RowBar Bar(OrganisationMoney row, MoneyFlow flow)
    {
        var figure = row.Figures[flow];
        return new()
        {
            Value = figure.IsKnown && (row.Members == 1 || AreOthersDrawn) ? _amounts.Major(figure.Amount) : null,
            // One flow alone is the picture's subject and gets the accent.
            Colour = shown.Count == 1 ? HouseStyle.Accent : Flows.Colour(flow),
            TextColour = shown.Count == 1 ? HouseStyle.Accent : Flows.TextColour(flow),
            Label = figure.IsKnown
                ? _amounts.Short(figure.Amount) + Missing(row, flow)
                : $"{Lists.Capital(Flows.Word(flow, language))}: {Sentences.Why(figure.State, language)}",
            Word = Flows.Word(flow, language),
        };
    }

    private string Name(OrganisationMoney row) =>
        row.Members == 1
            ? row.Name
            : language.Pick(
                $"Other {Lists.Count(row.Members)} organisations",
                $"Otras {Lists.Count(row.Members)} organizaciones"
            );

    private string Missing(OrganisationMoney row, MoneyFlow flow)
    {
        var count = Lists.Count(row.NotTold[flow]);
        return row.Members == 1 || row.NotTold[flow] == 0
            ? string.Empty
            : language.Pick($" (without {count} not told)", $" (sin {count} no informadas)");
    }

    private List<string> Notes()
    {
        var notes = new List<string>();
        if (NotTold.Count > 0)
        {
            notes.Add(Sentences.NotTold([.. NotTold.Select(flow => Flows.Word(flow, language))], language));
        }

        if (!AreOthersDrawn)
        {
            notes.Add(
                language.Pick(
                    "The other organisations together have no bar: it would dwarf all others.",
                    "Las otras organizaciones juntas no tienen barra: empequeñecería a las demás."
                )
            );
        }

        if (rows.SelectMany(row => row.Figures.Values).Any(figure => figure.IsKnown && figure.IsProvisional))
        {
            notes.Add(Sentences.ProvisionalTotals(language));
        }

        return notes;
    }

    private List<string> Description()
    {
        var organisations = Lists.Count(rows.Sum(row => row.Members));
        var description = new List<string>
        {
            language.Pick(
                $"Bar chart, {organisations} organisations, the largest first.",
                $"Gráfico de barras, {organisations} organizaciones, de mayor a menor."
            ),
        };
        description.AddRange(
            rows.Select(row => $"{Name(row)}: {string.Join("; ", shown.Select(flow => Part(row, flow)))}.")
        );
        return description;
    }

    private string Part(OrganisationMoney row, MoneyFlow flow)
    {
        var figure = row.Figures[flow];
        var word = Flows.Word(flow, language);
        return figure.IsKnown
            ? $"{word} {_amounts.Exact(figure.Amount)}{Missing(row, flow)}"
            : $"{word} {Sentences.Why(figure.State, language)}";
    }
}
