using Impact.Core.Catalogue;
using static Impact.Core.Releases.Changes.ChecklistLine;

namespace Impact.Core.Releases.Changes;

/// <summary>
/// Gate G on the checklist: how finely each cash programme's spending of a quarter is shown. That enough numbers of households fit is
/// decided in disclosure control, which lets nothing else out; no number of households is told here.
/// </summary>
internal static class HouseholdAidCheck
{
    private const string Id = "gate-household-aid";

    /// <summary>The line of a draft. It fails where a quarter of a cash programme shows neither lines nor that it is withheld.</summary>
    public static ManifestCheck Of(ReleaseDraft draft)
    {
        if (draft.Fund.IsFromPublicSources)
        {
            return new(
                Id,
                CheckOutcome.Passed,
                new(
                    "The sources are public: spending is shown as they publish it.",
                    "Las fuentes son públicas: el gasto se muestra como lo publican."
                )
            );
        }

        if (!draft.Fund.Organisations.Any(organisation => organisation.CashProgramme))
        {
            return new(
                Id,
                CheckOutcome.Passed,
                new(
                    "No organisation declares that it pays cash to households; where cash is booked all the same, gate G has let its lines out.",
                    "Ninguna organización declara pagar en efectivo a hogares; donde aun así consta, el control G dejó salir sus líneas."
                )
            );
        }

        var states = States(draft);
        var check = Must(
            Id,
            new(
                "At least ten numbers of households fit everything shown of each quarter of a cash programme.",
                "Al menos diez números de hogares son compatibles con todo lo mostrado de cada trimestre de un programa de efectivo."
            ),
            Missing(draft)
        );
        return check with
        {
            Detail = new($"{check.Detail.En} {states.En}".TrimEnd(), $"{check.Detail.Es} {states.Es}".TrimEnd()),
        };
    }

    /// <summary>What a quarter shows, by its lines: a line that is withheld or merged says so for all.</summary>
    private static BilingualText StateOf(IReadOnlyList<PublishedSpending> lines) =>
        lines.Any(line => line.AmountMinor is null)
            ? new("withheld, counted in the next quarter", "retenido, contado en el trimestre siguiente")
        : lines.Any(line => line.Line == "programme") ? new("programmes together", "programas juntos")
        : lines.Any(line => line.Line == "direct_aid") ? new("aid to households together", "ayuda a hogares junta")
        : new("by category", "por categoría");

    private static BilingualText States(ReleaseDraft draft)
    {
        var quarters = Shown(draft).Select(quarter => (quarter.Key, State: StateOf([.. quarter]))).ToList();
        return new(
            string.Join("; ", quarters.Select(one => $"{one.Key.Organisation} {one.Key.Quarter}: {one.State.En}")),
            string.Join("; ", quarters.Select(one => $"{one.Key.Organisation} {one.Key.Quarter}: {one.State.Es}"))
        );
    }

    private static IEnumerable<IGrouping<(string Organisation, string Quarter), PublishedSpending>> Shown(
        ReleaseDraft draft
    ) =>
        draft
            .Spending.Where(line => IsPaying(draft.Fund, line.Organisation))
            .GroupBy(line => (line.Organisation, CodeOf(line.QuarterStart)))
            .OrderBy(quarter => quarter.Key.Item2, StringComparer.Ordinal)
            .ThenBy(quarter => quarter.Key.Organisation, StringComparer.Ordinal);

    /// <summary>Quarters of a cash programme that show what was spent and have no line of it.</summary>
    private static IEnumerable<string> Missing(ReleaseDraft draft)
    {
        var shown = Shown(draft).Select(quarter => quarter.Key).ToHashSet();
        return Rows(draft, PublishedTables.MoneyByOrganisation)
            .Where(row => row.Text("measure") == "spent" && IsPaying(draft.Fund, row.Text("organisation_id")))
            .Select(row => (row.Text("organisation_id"), row.Text("quarter")))
            .Where(quarter => !shown.Contains(quarter))
            .Select(quarter => $"{quarter.Item1} {quarter.Item2}");
    }

    private static bool IsPaying(FundDescription fund, string organisation) =>
        fund.Organisations.Any(one => one.Id == organisation && one.CashProgramme);

    private static string CodeOf(DateOnly quarterStart) =>
        Quantities.Period.Of(Quantities.PeriodGrain.Quarter, quarterStart).Code;
}
