using System.Text;
using Impact.Core.Catalogue;
using static Impact.Core.Releases.Changes.ChecklistLine;

namespace Impact.Core.Releases.Changes;

/// <summary>The checklist of publication, conventions §4.6: what must hold, and what a reader must be warned of.</summary>
/// <remarks>Whether every row has a disclosure decision and every chart its description is checked again before anything is written and while it is.</remarks>
internal static class ReleaseChecklist
{
    /// <summary>The whole checklist of a draft: its gates first, then what follows from its tables.</summary>
    public static IReadOnlyList<ManifestCheck> Check(ReleaseDraft draft, ReleasePlan plan) =>
        [
            .. draft.Checks,
            Persistence(draft, plan),
            Frozen(plan),
            Methodology(draft),
            Decisions(draft),
            Charts(draft, plan),
            Reports(draft),
            Note(plan),
            HouseholdAidCheck.Of(draft),
            .. ReleaseWarnings.Of(draft),
        ];

    private static ManifestCheck Persistence(ReleaseDraft draft, ReleasePlan plan)
    {
        BilingualText asked = new(
            "Nothing that was published is gone without a correction that says why.",
            "Nada de lo publicado falta sin una corrección que diga por qué."
        );

        // A public source takes its own rows back; the table of structural changes tells it.
        return draft.Fund.IsFromPublicSources
            ? new("persistence", CheckOutcome.Passed, asked)
            : Must("persistence", asked, plan.Comparison.SilentLosses.Select(loss => Place(loss.Table, loss.Row)));
    }

    private static ManifestCheck Frozen(ReleasePlan plan) =>
        Must(
            "frozen-cells",
            new(
                "No cell that is published once and for all has another value.",
                "Ninguna celda que se publica de una vez para siempre tiene otro valor."
            ),
            plan.Thawed.Select(cell => Place(cell.Table, cell.Row))
        );

    private static ManifestCheck Methodology(ReleaseDraft draft) =>
        Must(
            "methodology",
            new(
                "Definitions, rules and disclosure policy are named with their versions.",
                "Las definiciones, las reglas y la política de divulgación constan con sus versiones."
            ),
            new[]
            {
                draft.Metrics.Count > 0 ? string.Empty : "metrics",
                draft.RulesVersion.Length > 0 ? string.Empty : "rules",
                draft.Policy.Version.Length > 0 ? string.Empty : "policy",
            }.Where(missing => missing.Length > 0)
        );

    private static ManifestCheck Decisions(ReleaseDraft draft) =>
        Must(
            "decisions",
            new("Every row has a disclosure decision.", "Cada fila tiene una decisión de divulgación."),
            draft
                .Tables.Where(table => table.Decisions.Count != table.Table.Rows.Count)
                .Select(table => table.Table.Schema.Id)
        );

    private static ManifestCheck Charts(ReleaseDraft draft, ReleasePlan plan)
    {
        var told = (draft.DescribeCharts ?? draft.DrawCharts)(plan.Version.ToString())
            .Select(file => (Name: ChartName.Parse(file.Path), Text: file.Bytes))
            .Where(file => file.Name is not null)
            .ToList();
        return Must(
            "charts-described",
            new(
                "Every chart has a long description in English and Spanish.",
                "Cada gráfico tiene una descripción larga en inglés y en español."
            ),
            from chart in told.Select(file => file.Name!.Chart).Distinct(StringComparer.Ordinal)
            from language in ChartName.Languages
            where
                !told.Exists(file =>
                    file.Name is { Format: ChartName.Description } name
                    && (name.Chart, name.Language) == (chart, language)
                    && !string.IsNullOrWhiteSpace(Encoding.UTF8.GetString(file.Text))
                )
            select $"{chart}.{language}"
        );
    }

    /// <summary>A public source owes the fund no report, so nothing is asked of it.</summary>
    private static ManifestCheck Reports(ReleaseDraft draft)
    {
        var listed = Rows(draft, PublishedTables.Reporting)
            .Select(row => row.Text("organisation_id"))
            .ToHashSet(StringComparer.Ordinal);
        var withMoney = Rows(draft, PublishedTables.OrganisationTotals)
            .Where(row => row.Integer("amount_minor") is not (null or 0))
            .Select(row => row.Text("organisation_id"))
            .Distinct(StringComparer.Ordinal);
        return Must(
            "partners-listed",
            new(
                "Every partner that had the fund's money stands in the table of reports: certified, late or missing.",
                "Cada organización que tuvo dinero del fondo está en la tabla de informes: certificada, con retraso o ausente."
            ),
            draft.Fund.IsFromPublicSources ? [] : withMoney.Where(organisation => !listed.Contains(organisation))
        );
    }

    private static ManifestCheck Note(ReleasePlan plan)
    {
        var amended =
            plan.Comparison.Structure.Any(change => change.IsLoss || change.Reason == Reasons.Method)
            || plan.Comparison.Cells.Any(change => change.Reason is Reasons.Correction or Reasons.Method);
        return Must(
            "release-note",
            new(
                "A release that corrects, removes or defines anew says so in a note.",
                "Una versión que corrige, elimina o redefine lo dice en una nota."
            ),
            amended && plan.Notes.Count == 0 ? ["notes"] : []
        );
    }
}
