using Impact.Core.Catalogue;
using Impact.Core.Charts.Figures;
using Impact.Core.Charts.House;
using Impact.Core.Charts.Words;

namespace Impact.Core.Charts.Recipes;

/// <summary>The words of the flow chart, in one language.</summary>
internal sealed class MoneyFlowStory(ChartContext context, FlowFigures flow, Language language)
{
    private static readonly FlowEnd[] SpentEnds =
    [
        FlowEnd.SpentProgramme,
        FlowEnd.SpentManagement,
        FlowEnd.SpentFundraising,
        FlowEnd.Spent,
    ];

    private readonly Amounts _amounts = new(context.Currency, language);

    /// <summary>The whole story.</summary>
    public ChartStory Tell() =>
        new()
        {
            Headline = Headline(),
            Subtitle = language.Pick(
                $"Money in {_amounts.Unit}, {context.FundName.En}, to {Days.Day(context.CutOff, language)}. Widths are to scale; shares are of all that came in, rounded.",
                $"Importes en {_amounts.Unit}, {context.FundName.Es}, hasta el {Days.Day(context.CutOff, language)}. Los anchos están a escala; las partes son de todo lo recibido, redondeadas."
            ),
            Notes = Notes(),
            Description = Description(),
            Body = new FlowBody(flow, _amounts, language),
        };

    private string Headline()
    {
        var spent = flow.PartnerEnds.Where(part => SpentEnds.Contains(part.End)).Sum(part => part.Amount);
        if (flow is { IsSent: true, Onward: > 0 } && !flow.NotTold.Contains("spent", StringComparer.Ordinal))
        {
            if (spent == 0)
            {
                return language.Pick(
                    "Partners have not yet spent what they received",
                    "Las organizaciones aún no han gastado lo que recibieron"
                );
            }

            var share = _amounts.ShareInWords(spent, flow.Onward);
            return spent > flow.Onward
                ? language.Pick(
                    "Partners have spent more than the fund has sent them",
                    "Las organizaciones han gastado más de lo que el fondo les ha enviado"
                )
                : language.Pick(
                    $"Partners have spent {share} they received",
                    $"Las organizaciones han gastado {share} que recibieron"
                );
        }

        if (flow.Onward > flow.Sources)
        {
            return language.Pick(
                "More has gone to partners than the tables show as received",
                "A las organizaciones ha ido más de lo que figura como recibido"
            );
        }

        var onward = _amounts.ShareInWords(flow.Onward, flow.Sources);
        return flow switch
        {
            { Onward: 0 } => language.Pick("Where the money is", "Dónde está el dinero"),
            { IsSent: true } => language.Pick(
                $"The fund has sent partners {onward} it received",
                $"El fondo ha enviado a las organizaciones {onward} que recibió"
            ),
            _ => language.Pick(
                $"The fund has allocated {onward} it received",
                $"El fondo ha asignado {onward} que recibió"
            ),
        };
    }

    private List<string> Notes()
    {
        var notes = new List<string>();
        if (flow.OtherSources.Count > 0)
        {
            var parts = flow.OtherSources.Select(part =>
                $"{CodeLists.StatementLine.Label(part.Line).In(language).ToLowerInvariant()} {_amounts.Exact(part.Amount)}"
            );
            notes.Add(
                language.Pick("Received includes ", "Lo recibido incluye ") + Lists.Join([.. parts], language) + "."
            );
        }

        if (flow.BeyondSources > 0)
        {
            notes.Add(
                language.Pick(
                    $"Hatched at the left: {_amounts.Exact(flow.BeyondSources)} more went out than these tables show as received.",
                    $"Rayado a la izquierda: salieron {_amounts.Exact(flow.BeyondSources)} más de lo que estas tablas muestran como recibido."
                )
            );
        }

        if (flow.BeyondOnward > 0)
        {
            notes.Add(
                language.Pick(
                    $"Hatched in the middle: {_amounts.Exact(flow.BeyondOnward)} that partners spent or hold beyond what was sent.",
                    $"Rayado en el centro: {_amounts.Exact(flow.BeyondOnward)} que las organizaciones gastaron o tienen además de lo enviado."
                )
            );
        }

        var notTold = flow
            .NotTold.Select(code => CodeLists.MoneyMeasure.Label(code).In(language).ToLowerInvariant())
            .ToList();
        string[] last =
        [
            Sentences.NotTold(notTold, language),
            flow.IsProvisional ? Sentences.ProvisionalTotals(language) : string.Empty,
        ];
        notes.AddRange(last.Where(note => note.Length > 0));
        return notes;
    }

    private List<string> Description()
    {
        var description = new List<string>
        {
            language.Pick(
                "Flow diagram with bands to scale, from left to right.",
                "Diagrama de flujo con bandas a escala, de izquierda a derecha."
            ),
            $"{Flows.Name(MoneyFlow.Received, language)}: {_amounts.Exact(flow.Sources)}.",
        };
        if (flow.Onward > 0)
        {
            description.Add(Line(FlowWords.Onward(flow, language), flow.Onward));
        }

        description.AddRange(
            flow.PartnerEnds.Select(part => Line(FlowWords.PartnerEnd(part.End, flow.IsSent, language), part.Amount))
        );
        description.AddRange(flow.FundEnds.Select(part => Line(FlowWords.FundEnd(part.End, language), part.Amount)));
        return description;
    }

    private string Line(string name, long amount)
    {
        var share = amount > flow.Sources ? string.Empty : $" ({_amounts.ShareShort(amount, flow.Sources)})";
        return $"{name}: {_amounts.Exact(amount)}{share}.";
    }
}
