using Impact.Core.Catalogue;

namespace Impact.Core.Releases.Changes;

/// <summary>Which rows a correction or a reply means by its table, organisation, period and indicator.</summary>
internal static class FigureMeant
{
    private static readonly string[] Periods = ["month", "quarter", "year", "period"];

    /// <summary>Whether a row of a register covers a row of a table.</summary>
    public static bool Covers(TableRow register, TableRow row) =>
        Allows(register, "table", row.Schema.Id)
        && Allows(register, "organisation_id", Of(row, "organisation_id"))
        && Allows(register, "indicator", Of(row, "indicator"))
        && Allows(
            register,
            "period",
            Periods
                .Select(column => Of(row, column))
                .FirstOrDefault(code => code is not (null or PublishedTables.ToDate))
        );

    /// <summary>A row that has no such part is a total over it.</summary>
    private static bool Allows(TableRow register, string part, string? found) =>
        !register.Schema.Has(part) || register[part] is not string asked || found is null || asked == found;

    private static string? Of(TableRow row, string column) => row.Schema.Has(column) ? row[column] as string : null;
}
