using Impact.Core.Catalogue;
using Impact.Core.Quantities;

namespace Impact.Core.Releases;

/// <summary>The claims about money, recomputed from the published tables alone.</summary>
internal static class MoneyClaims
{
    private static readonly BilingualText NoTable = new(
        "the release has no such table",
        "la versión no tiene esa tabla"
    );

    private static readonly (string Numerator, string Denominator)[] PartsOfRatio =
    [
        ("numerator_minor", "denominator_minor"),
        ("numerator", "denominator"),
    ];

    /// <summary>Checks every claim about money.</summary>
    public static IEnumerable<VerifyClaim> Check(IReadOnlyDictionary<string, PublishedTable> tables)
    {
        var statement = tables.GetValueOrDefault(PublishedTables.FundingStatus.Id);
        var raised = tables.GetValueOrDefault(PublishedTables.TotalRaised.Id);
        var totals = tables.GetValueOrDefault(PublishedTables.OrganisationTotals.Id);
        var quarters = tables.GetValueOrDefault(PublishedTables.MoneyByQuarter.Id);
        var byOrganisation = tables.GetValueOrDefault(PublishedTables.MoneyByOrganisation.Id);
        var reconciliation = tables.GetValueOrDefault(PublishedTables.Reconciliation.Id);
        yield return ReleaseClaims.Statement.With(
            statement is null ? Finding.NotChecked(NoTable) : Finding.Of(StatementTotals.Breaches(statement))
        );
        yield return ReleaseClaims.TotalRaised.With(
            statement is null || raised is null
                ? Finding.NotChecked(NoTable)
                : Finding.Of(StatementTotals.RaisedBreaches(statement, raised))
        );
        yield return ReleaseClaims.OrganisationSums.With(
            statement is null || totals is null
                ? Finding.NotChecked(NoTable)
                : Finding.Of(OrganisationSumCheck.Statement(statement, totals))
        );
        yield return ReleaseClaims.QuarterSums.With(
            quarters is null || byOrganisation is null
                ? Finding.NotChecked(NoTable)
                : Finding.Of(OrganisationSumCheck.Quarters(quarters, byOrganisation))
        );
        yield return ReleaseClaims.Reconciliation.With(
            reconciliation is null
                ? Finding.NotChecked(NoTable)
                : Finding.Of([
                    .. reconciliation.Rows.Where(row => !IsDifference(row)).Select(row => row.Text("identity")),
                ])
        );
        yield return ReleaseClaims.Identities.With(
            statement is null || totals is null || reconciliation is null
                ? Finding.NotChecked(NoTable)
                : Finding.Of(IdentityClaims.Breaches(statement, totals, reconciliation))
        );
        yield return ReleaseClaims.GateAllocation.With(
            totals is null ? Finding.NotChecked(NoTable) : Finding.Of(IdentityClaims.SentBeyondAllocation(totals))
        );
        yield return ReleaseClaims.Amounts.With(
            Finding.Of([
                .. tables.Values.Where(table => !table.Rows.All(IsConsistent)).Select(table => table.Schema.Id),
            ])
        );
    }

    /// <summary>Whether every row carries the manifest's fiction mark.</summary>
    public static Finding Fiction(IReadOnlyDictionary<string, PublishedTable> tables, Manifest manifest) =>
        Finding.Of([
            .. tables
                .Values.Where(table => table.Rows.Any(row => row.Boolean("fiction") != manifest.Fund.Fiction))
                .Select(table => table.Schema.Id),
        ]);

    private static bool IsDifference(TableRow row)
    {
        var left = row.Integer("left_minor");
        var right = row.Integer("right_minor");
        var difference = row.Integer("difference_minor");
        return left is null || right is null || difference is null
            ? row.Text("status") is not "ok"
            : (decimal)left - right == difference;
    }

    private static bool IsConsistent(TableRow row)
    {
        var columns = row.Schema.Columns.Select(column => column.Name).ToHashSet(StringComparer.Ordinal);
        if (columns.Contains("amount_minor") && !IsAmount(row))
        {
            return false;
        }

        // A step of a waiting curve has a ratio that comes from all steps before it, not from two parts beside it.
        var parts = PartsOfRatio.FirstOrDefault(pair => columns.Contains(pair.Numerator));
        if (columns.Contains("ratio") && parts.Numerator is not null && !IsRatio(row, parts))
        {
            return false;
        }

        return !columns.Contains("value") || HasValueAsStatusSays(row, row.Integer("value"));
    }

    private static bool IsAmount(TableRow row)
    {
        decimal? expected =
            row.Integer("amount_minor") is { } minor && Currency.TryParse(row.Text("currency"), out var currency)
                ? new Money(minor, currency).Major
                : null;
        return row.Decimal("amount") == expected && HasValueAsStatusSays(row, expected);
    }

    private static bool IsRatio(TableRow row, (string Numerator, string Denominator) parts)
    {
        decimal? expected =
            row.Integer(parts.Numerator) is { } numerator && row.Integer(parts.Denominator) is { } denominator
                ? new Ratio(numerator, denominator).Value
                : null;
        var ratio = row.Decimal("ratio");
        return (ratio is null || ratio == expected) && HasValueAsStatusSays(row, ratio);
    }

    private static bool HasValueAsStatusSays(TableRow row, decimal? value) =>
        row.Text("status") switch
        {
            "z" or "x" or "c" => value is null,
            "low" => true,
            _ => value is not null,
        };
}
