using Impact.Core.Catalogue;
using Impact.Core.Charts.Figures;
using Impact.Core.Charts.House;
using SkiaSharp;

namespace Impact.Core.Charts.Words;

/// <summary>The ends of the flow in words and colours.</summary>
internal static class FlowWords
{
    /// <summary>What went on to partners.</summary>
    public static string Onward(FlowFigures flow, Language language) =>
        Flows.Name(flow.IsSent ? MoneyFlow.Sent : MoneyFlow.Allocated, language);

    /// <summary>An end on the fund's side.</summary>
    public static string FundEnd(FlowEnd end, Language language) =>
        end switch
        {
            FlowEnd.Refunds => language.Pick("Given back to donors", "Devuelto a donantes"),
            FlowEnd.Costs => language.Pick(
                "Fees and cost of running the fund",
                "Comisiones y costo de administrar el fondo"
            ),
            FlowEnd.WaitingAllocated => language.Pick(
                "With the fund, allocated to partners",
                "En el fondo, asignado a organizaciones"
            ),
            FlowEnd.WaitingUnallocated => language.Pick(
                "With the fund, not yet allocated",
                "En el fondo, aún sin asignar"
            ),
            FlowEnd.Waiting => language.Pick("Still with the fund", "Todavía en el fondo"),
            FlowEnd.NotAllocated => language.Pick("Not yet allocated", "Aún sin asignar"),
            _ => language.Pick(
                "With the fund, or used for what the source does not tell",
                "En el fondo, o usado en lo que la fuente no informa"
            ),
        };

    /// <summary>An end on the partners' side.</summary>
    public static string PartnerEnd(FlowEnd end, bool isSent, Language language) =>
        end switch
        {
            FlowEnd.SpentProgramme => language.Pick("Spent on programmes", "Gastado en programas"),
            FlowEnd.SpentManagement => language.Pick("Spent on administration", "Gastado en administración"),
            FlowEnd.SpentFundraising => language.Pick("Spent on fundraising", "Gastado en recaudación"),
            FlowEnd.Spent => language.Pick("Spent by partners", "Gastado por las organizaciones"),
            FlowEnd.WithPartners => language.Pick(
                "With partners, not yet spent",
                "En las organizaciones, aún sin gastar"
            ),
            _ when isSent => language.Pick(
                "What was spent is not told by the source",
                "La fuente no informa lo gastado"
            ),
            _ => language.Pick(
                "What was sent and spent is not told by the source",
                "La fuente no informa lo enviado ni lo gastado"
            ),
        };

    /// <summary>The colour of an end's mark.</summary>
    public static SKColor Colour(FlowEnd end) =>
        end switch
        {
            FlowEnd.SpentProgramme or FlowEnd.SpentManagement or FlowEnd.SpentFundraising or FlowEnd.Spent =>
                HouseStyle.Warm,
            FlowEnd.WithPartners => HouseStyle.Accent,
            _ => HouseStyle.Baseline,
        };
}
