using Impact.Core.Catalogue;

namespace Impact.Web.Reading;

/// <summary>One step of a correction, or one reply of a partner.</summary>
/// <param name="Kind">What it is: a correction or a reply, and how it stands.</param>
/// <param name="Day">The day it was recorded.</param>
/// <param name="Organisation">Identifier of the organisation it is about or from, or empty.</param>
/// <param name="Table">The table it is about; empty for all.</param>
/// <param name="Text">What is said.</param>
public sealed record Remark(BilingualText Kind, DateOnly Day, string Organisation, string Table, BilingualText Text);

/// <summary>What a release says of its own figures: the registers of corrections and of partners' replies, newest first.</summary>
public static class Remarks
{
    /// <summary>Every remark of a release; none where it has no such registers.</summary>
    public static IReadOnlyList<Remark> Of(FundReading fund) =>
        [
            .. Rows(fund, PublishedTables.Corrections)
                .Select(Correction)
                .Concat(Rows(fund, PublishedTables.Replies).Select(Reply))
                .OrderByDescending(remark => remark.Day),
        ];

    /// <summary>Those about one organisation, and its own replies.</summary>
    public static IReadOnlyList<Remark> OfOrganisation(FundReading fund, string organisation) =>
        [.. Of(fund).Where(remark => string.Equals(remark.Organisation, organisation, StringComparison.Ordinal))];

    /// <summary>Those about one table, and those about all.</summary>
    public static IReadOnlyList<Remark> OfTable(FundReading fund, string table) =>
        [
            .. Of(fund)
                .Where(remark =>
                    remark.Table.Length == 0 || string.Equals(remark.Table, table, StringComparison.Ordinal)
                ),
        ];

    private static IEnumerable<TableRow> Rows(FundReading fund, TableSchema schema) =>
        fund.Release.FindTable(schema.Id)?.Rows ?? [];

    private static Remark Correction(TableRow row)
    {
        var state = CodeLists.CorrectionStatus.Label(row.Text("state"));
        return new(
            new($"Correction {row.Text("correction")}: {state.En}", $"Corrección {row.Text("correction")}: {state.Es}"),
            row.Date("recorded_on")!.Value,
            row.Text("organisation_id"),
            row.Text("table"),
            new($"{row.Text("what_en")} {row.Text("why_en")}", $"{row.Text("what_es")} {row.Text("why_es")}")
        );
    }

    private static Remark Reply(TableRow row)
    {
        var state = CodeLists.ReplyState.Label(row.Text("state"));
        return new(
            new($"Partner’s reply {row.Text("reply")}: {state.En}", $"Respuesta {row.Text("reply")}: {state.Es}"),
            row.Date("replied_on")!.Value,
            row.Text("organisation_id"),
            row.Text("table"),
            new(row.Text("text_en"), row.Text("text_es"))
        );
    }
}
