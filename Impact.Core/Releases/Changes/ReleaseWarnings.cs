using Impact.Core.Catalogue;
using static Impact.Core.Releases.Changes.ChecklistLine;

namespace Impact.Core.Releases.Changes;

/// <summary>The part of the checklist that stops nothing: what a reader must be warned of, conventions §4.6.</summary>
internal static class ReleaseWarnings
{
    /// <summary>The warnings, and what they would warn of where it is not so.</summary>
    public static IReadOnlyList<ManifestCheck> Of(ReleaseDraft draft) =>
        [LateReports(draft), Completeness(draft), NextRelease(draft), Disputes(draft)];

    private static ManifestCheck LateReports(ReleaseDraft draft)
    {
        var late = Rows(draft, PublishedTables.Reporting)
            .Where(row => row.Text("standing") is "overdue")
            .Select(row => $"{row.Text("organisation_id")} {row.Text("quarter")}");
        return Should(
            "late-partner",
            new(
                "Every partner has certified the reports that are due.",
                "Cada organización certificó los informes vencidos."
            ),
            late
        );
    }

    private static ManifestCheck Completeness(ReleaseDraft draft) =>
        Should(
            "completeness",
            new("Every figure rests on all its reports.", "Cada cifra se basa en todos sus informes."),
            draft
                .Tables.Where(table => table.Table.Rows.Any(row => row.Integer("reported") < row.Integer("expected")))
                .Select(table => table.Table.Schema.Id)
        );

    private static ManifestCheck NextRelease(ReleaseDraft draft) =>
        Should(
            "next-release",
            new("The day of the next release is announced.", "Está anunciada la fecha de la próxima versión."),
            draft.Fund.NextReleaseOn > draft.CutOff ? [] : ["fund.json"]
        );

    private static ManifestCheck Disputes(ReleaseDraft draft)
    {
        var settled = Rows(draft, PublishedTables.Replies)
            .Where(row => row.Text("state") is "settled")
            .Select(row => row.Text("reply"))
            .ToHashSet(StringComparer.Ordinal);
        var open = Rows(draft, PublishedTables.Replies)
            .Where(row => row.Text("state") is "disputed" && !settled.Contains(row.Text("reply")))
            .Select(row => $"{row.Text("organisation_id")} {row.Text("reply")}");
        var booked = Rows(draft, PublishedTables.Register)
            .Where(row => row.Text("explanation") is "disputed")
            .Select(row => Place(PublishedTables.Register.Id, RowKey.Of(row)));
        return Should(
            "disputes",
            new("No partner disputes a figure.", "Ninguna organización disputa una cifra."),
            open.Concat(booked)
        );
    }
}
