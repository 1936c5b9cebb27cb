using Impact.Core.Catalogue;
using Impact.Core.Charts.Figures;
using Impact.Core.Charts.House;
using Impact.Core.Charts.Words;

namespace Impact.Core.Charts.Recipes;

/// <summary>The words of the people chart, in one language.</summary>
internal sealed class PeopleStory(ChartContext context, IReadOnlyList<PeopleStatement> statements, Language language)
{
    private readonly IReadOnlyList<PeopleStatement> _shown = [.. statements.Take(PeopleChart.MostRows)];
    private readonly bool _isOneIndicator =
        statements.Select(statement => statement.Indicator).Distinct(StringComparer.Ordinal).Count() == 1;
    private readonly bool _isOnePeriod =
        statements.Select(statement => statement.Period).Distinct(StringComparer.Ordinal).Count() == 1;

    private string Planned => language.Pick("planned", "previstas");

    private string Reached => language.Pick("reached", "alcanzadas");

    /// <summary>The whole story.</summary>
    public ChartStory Tell() =>
        new()
        {
            Headline = Headline(),
            Subtitle = Subtitle(),
            Notes = Notes(),
            Description = Description(),
            Body = new BarRowsBody([.. _shown.Select(Row)]),
        };

    private string Headline()
    {
        var both = statements.Where(statement => statement.Planned.IsKnown && statement.Reached.IsKnown).ToList();
        if (both.Count == 0)
        {
            return statements.Any(statement => statement.Reached.IsKnown)
                ? language.Pick("People reached, as partners state", "Personas alcanzadas, según las organizaciones")
                : language.Pick("People partners plan to reach", "Personas que las organizaciones prevén alcanzar");
        }

        var met = both.Count(statement => statement.Reached.Amount >= statement.Planned.Amount);
        var (metWords, all) = (Lists.Small(met, language), Lists.Small(both.Count, language));
        return both.Count switch
        {
            1 => met == 1
                ? language.Pick(
                    "As many people were reached as planned, or more",
                    "Se alcanzó a tantas personas como se preveía, o más"
                )
                : language.Pick(
                    "Fewer people were reached than planned",
                    "Se alcanzó a menos personas de las previstas"
                ),
            _ when met == both.Count => language.Pick(
                $"In all {all} statements, as many people were reached as planned, or more",
                $"En las {all} declaraciones se alcanzó a tantas personas como se preveía, o más"
            ),
            _ => language.Pick(
                $"In {metWords} of {all} statements, as many people were reached as planned, or more",
                $"En {metWords} de {all} declaraciones se alcanzó a tantas personas como se preveía, o más"
            ),
        };
    }

    private string Subtitle()
    {
        var what = _isOneIndicator
            ? Title(statements[0].Indicator)
            : language.Pick("People by organisation and indicator", "Personas por organización e indicador");
        var when = _isOnePeriod
            ? Days.Period(statements[0].Period, statements[0].First, language)
            : language.Pick("latest period each organisation reports", "último período que informa cada organización");
        return language.Pick(
            $"{what}, as each organisation states, {context.FundName.En}, {when}. People may be counted in more than one row, so rows are not added up.",
            $"{what}, según declara cada organización, {context.FundName.Es}, {when}. Una persona puede contarse en más de una fila, por eso no se suman."
        );
    }

    private string Title(string indicator)
    {
        if (context.Indicators.TryGetValue(indicator, out var title))
        {
            return title.In(language);
        }

        var isPeople = string.Equals(indicator, "people", StringComparison.Ordinal);
        return isPeople ? language.Pick("People", "Personas") : Lists.FromCode(indicator);
    }

    private BarRow Row(PeopleStatement statement) =>
        new(
            statement.Organisation,
            Detail(statement),
            [Bar(statement.Planned, Planned, MoneyFlow.Allocated), Bar(statement.Reached, Reached, MoneyFlow.Sent)]
        );

    /// <summary>The indicator and the period, where they differ from row to row.</summary>
    private string Detail(PeopleStatement statement)
    {
        string[] parts =
        [
            _isOneIndicator ? string.Empty : Title(statement.Indicator),
            _isOnePeriod ? string.Empty : Days.Period(statement.Period, statement.First, language),
        ];
        return string.Join(", ", parts.Where(part => part.Length > 0));
    }

    private RowBar Bar(Figure figure, string word, MoneyFlow likeFlow) =>
        new()
        {
            Value = figure.IsKnown ? figure.Amount : null,
            Colour = Flows.Colour(likeFlow),
            TextColour = Flows.TextColour(likeFlow),
            Label = figure.IsKnown
                ? Lists.Count(figure.Amount)
                : $"{Lists.Capital(word)}: {Sentences.Why(figure.State, language)}",
            Word = word,
        };

    private List<string> Notes()
    {
        var notes = new List<string>();
        if (statements.Count > _shown.Count)
        {
            var more = Lists.Count(statements.Count - _shown.Count);
            notes.Add(
                language.Pick(
                    $"The {more} smaller statements are in the table.",
                    $"Las {more} declaraciones menores están en la tabla."
                )
            );
        }

        if (
            _shown.Any(statement =>
                statement.Planned is { IsKnown: true, IsProvisional: true }
                || statement.Reached is { IsKnown: true, IsProvisional: true }
            )
        )
        {
            notes.Add(
                language.Pick(
                    "Some statements are provisional: they may still change.",
                    "Algunas declaraciones son provisionales: aún pueden cambiar."
                )
            );
        }

        return notes;
    }

    private List<string> Description()
    {
        var rows = Lists.Count(_shown.Count);
        var description = new List<string>
        {
            language.Pick(
                $"Bar chart, {rows} rows, the largest first; planned above reached.",
                $"Gráfico de barras, {rows} filas, de mayor a menor; lo previsto sobre lo alcanzado."
            ),
        };
        description.AddRange(_shown.Select(Describe));
        return description;
    }

    private string Describe(PeopleStatement statement)
    {
        var detail = Detail(statement);
        var name = detail.Length == 0 ? statement.Organisation : $"{statement.Organisation} ({detail})";
        return $"{name}: {Part(statement.Planned, Planned)}; {Part(statement.Reached, Reached)}.";
    }

    private string Part(Figure figure, string word) =>
        figure.IsKnown ? $"{Lists.Count(figure.Amount)} {word}" : $"{word} {Sentences.Why(figure.State, language)}";
}
