using System.Globalization;
using Impact.Core.Catalogue;
using Impact.Core.Releases;
using Impact.Jobs.Pipeline;

namespace Impact.Jobs.Cli;

/// <summary>What a draft would be published as, in words for the operator and the approvers.</summary>
internal static class BuildReportText
{
    /// <summary>Shows a report: version and why, checklist, largest changes, approvals.</summary>
    public static void Show(BuildReport report, Language language)
    {
        BilingualText first = report.IsNew
            ? new(
                $"Would be published as {report.Version} ({report.Changes.Level}): {report.Changes.Why.En}",
                $"Se publicaría como {report.Version} ({report.Changes.Level}): {report.Changes.Why.Es}"
            )
            : new($"Nothing has changed since {report.Version}.", $"Nada ha cambiado desde {report.Version}.");
        Output.Line(first.In(language));
        Show(report.Checks, language);
        var changed = new BilingualText("changed", "cambió").In(language);
        foreach (var change in report.Largest)
        {
            Output.Line($"{changed, -10} {change.In(language)}");
        }

        var (given, needed) = (report.Approvals.Count, report.ApprovalsNeeded);
        var approvals = new BilingualText(
            string.Create(CultureInfo.InvariantCulture, $"Draft {report.Draft[..16]}: {given} of {needed} approvals"),
            string.Create(
                CultureInfo.InvariantCulture,
                $"Borrador {report.Draft[..16]}: {given} de {needed} aprobaciones"
            )
        );
        Output.Line(approvals.In(language));
    }

    /// <summary>Shows a checklist, a line a check.</summary>
    public static void Show(IReadOnlyList<ManifestCheck> checks, Language language)
    {
        foreach (var check in checks)
        {
            Output.Line($"{Word(check.Outcome).In(language), -10} {check.Id}: {check.Detail.In(language)}");
        }
    }

    private static BilingualText Word(CheckOutcome outcome) =>
        outcome switch
        {
            CheckOutcome.Passed => new("passed", "cumple"),
            CheckOutcome.Warning => new("warning", "aviso"),
            CheckOutcome.Failed => new("failed", "falla"),
            _ => new("notchecked", "sin ver"),
        };
}
