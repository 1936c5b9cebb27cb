using Impact.Core.Catalogue;
using Impact.Core.Catalogue.Derivations;

namespace Impact.Core.Releases.Changes;

/// <summary>Which rows a correction or a reply means by its table, organisation, period and indicator.</summary>
internal static class FigureMeant
{
    private static readonly string[] Periods = ["month", "quarter", "year", "period"];

    /// <summary>Whether a row may have changed with what a register's row is about: nothing that both name is another.</summary>
    public static bool Touches(TableRow register, TableRow row) =>
        Parts(register, row).All(part => part.Asked is null || part.Found is null || part.Asked == part.Found);

    /// <summary>Whether a register's row names a row: whatever it names the row has, and something it does name.</summary>
    public static bool Names(TableRow register, TableRow row)
    {
        var asked = Parts(register, row).Where(part => part.Asked is not null).ToList();
        return asked.Count > 0 && asked.TrueForAll(part => part.Asked == part.Found);
    }

    /// <summary>
    /// Whether a correction explains that a row or its figure is gone: it names the table, and of organisation, indicator and period
    /// whatever the row has; the period alone may be left open, beside another. Partners' statements go by a withdrawal only, which
    /// means the tables of statements where it names none, and the totals that follow from them.
    /// </summary>
    public static bool ExplainsLoss(TableRow correction, TableRow row)
    {
        var isStatement = row.Schema.Protection == ProtectionClass.PartnerStatement;
        var table = Of(correction, "table");
        var namesTable = isStatement
            ? correction.Text("state") == "withdrawn"
                && (table is null || table == PublishedTables.People.Id || table == row.Schema.Id)
            : table == row.Schema.Id;
        var mayBeTotal = Derivation.IsDerived(row.Schema);
        var (figure, period) = (KeyParts(correction, row), PeriodPart(correction, row));
        return namesTable
            && figure.All(part => part.Asked == part.Found || (part.Found is null && mayBeTotal))
            && (
                period.Asked == period.Found
                || (period.Found is null && mayBeTotal)
                || (period.Asked is null && figure.Any(part => part.Asked is not null))
            );
    }

    /// <summary>What is asked for, and what the row has: null where it is a total over such a part.</summary>
    private static IEnumerable<(string? Asked, string? Found)> Parts(TableRow register, TableRow row) =>
        [(Of(register, "table"), row.Schema.Id), .. KeyParts(register, row), PeriodPart(register, row)];

    private static IEnumerable<(string? Asked, string? Found)> KeyParts(TableRow register, TableRow row) =>
        [
            (Of(register, "organisation_id"), Of(row, "organisation_id") ?? Subject(row)),
            (Of(register, "indicator"), Of(row, "indicator")),
        ];

    private static (string? Asked, string? Found) PeriodPart(TableRow register, TableRow row) =>
        (
            Of(register, "period"),
            Periods
                .Select(column => Of(row, column))
                .FirstOrDefault(code => code is not (null or PublishedTables.ToDate))
        );

    /// <summary>The organisation an equation is about; none where it is the fund's own.</summary>
    private static string? Subject(TableRow row) =>
        Of(row, "subject") is { } subject && subject != "fund" ? subject : null;

    private static string? Of(TableRow row, string column) => row.Schema.Has(column) ? row[column] as string : null;
}
