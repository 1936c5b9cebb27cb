using Impact.Core.Catalogue;
using static Impact.Core.Releases.Changes.ChecklistLine;

namespace Impact.Core.Releases.Changes;

/// <summary>
/// Gate G on the checklist: how finely each cash programme's spending of a quarter is shown. How many numbers of households fit is
/// counted in disclosure control alone; here every line must carry gate G's own decision, and every quarter must have lines.
/// </summary>
internal static class HouseholdAidCheck
{
    private const string Id = "gate-household-aid";

    private static readonly string[] Decided =
    [
        "household-aid-shown",
        "household-aid-merged",
        "programme-merged",
        "household-aid-withheld",
    ];

    /// <summary>The line of a draft. It fails where a quarter of a cash programme has no lines, or one that gate G has not decided on.</summary>
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
                "Of each quarter of a cash programme, spending stands as gate G has let it out, or as withheld.",
                "De cada trimestre de un programa de efectivo, el gasto figura como lo dejó salir el control G, o como retenido."
            ),
            Missing(draft).Concat(Undecided(draft))
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

    /// <summary>Quarters in which the programme can pay and a line was let out as any other amount.</summary>
    private static IEnumerable<string> Undecided(ReleaseDraft draft)
    {
        var lines = draft.Tables.Where(table => table.Table.Schema.Id == PublishedTables.SpendingByCategory.Id);
        return lines
            .SelectMany(table => table.Table.Rows.Zip(table.Decisions))
            .Where(line => !Decided.Contains(line.Second, StringComparer.Ordinal) && CanPay(draft.Fund, line.First))
            .Select(line => $"{line.First.Text("organisation_id")} {line.First.Text("quarter")}: {line.Second}")
            .Distinct(StringComparer.Ordinal);
    }

    private static bool CanPay(FundDescription fund, TableRow line) =>
        fund.Organisations.Any(one =>
            one.Id == line.Text("organisation_id")
            && one.PaysCashIn((DateOnly)line["period_start"]!, (DateOnly)line["period_end"]!)
        );

    private static bool IsPaying(FundDescription fund, string organisation) =>
        fund.Organisations.Any(one => one.Id == organisation && one.CashProgramme);

    private static string CodeOf(DateOnly quarterStart) =>
        Quantities.Period.Of(Quantities.PeriodGrain.Quarter, quarterStart).Code;
}
