using Impact.Core.Catalogue;

namespace Impact.Core.Metrics;

/// <summary>The work tables of the money sums.</summary>
internal static class WorkTables
{
    /// <summary>Entries by kind, organisation, category and month: the one pass over the ledger.</summary>
    public static WorkTable Money { get; } =
        new(
            "money",
            run =>
            {
                run.Require(ShownMonths.Later, ShownMonths.InflowLater);
                run.ExecuteFile("money");
            }
        );

    /// <summary>How each category of expenditure is shown: programme, management or fundraising.</summary>
    public static WorkTable CategorySpending { get; } =
        new(
            "category_spending",
            run =>
            {
                run.Execute(
                    "category_spending",
                    "CREATE TEMPORARY TABLE category_spending (category VARCHAR, spending VARCHAR)"
                );
                foreach (var code in CodeLists.ExpenditureCategory.Codes)
                {
                    run.Execute(
                        "category_spending",
                        "INSERT INTO category_spending VALUES ($category, $spending)",
                        ("category", code.Value),
                        ("spending", CodeLists.SpendingOf(code.Value))
                    );
                }
            }
        );

    /// <summary>How closely a gift of each designation is earmarked.</summary>
    public static WorkTable DesignationEarmarking { get; } =
        new(
            "designation_earmarking",
            run =>
            {
                run.Execute(
                    "designation_earmarking",
                    "CREATE TEMPORARY TABLE designation_earmarking (designation VARCHAR, earmarking VARCHAR)"
                );
                foreach (
                    var designation in run
                        .Scope.Fund.Designations.Select(designation => designation.Id)
                        .Append(FundDesignation.Pool)
                        .Distinct(StringComparer.Ordinal)
                )
                {
                    run.Execute(
                        "designation_earmarking",
                        "INSERT INTO designation_earmarking VALUES ($designation, $earmarking)",
                        ("designation", designation),
                        ("earmarking", run.Scope.Fund.EarmarkingOf(designation))
                    );
                }
            }
        );

    /// <summary>The measures that the fund's sources tell; the others are unknown, not zero.</summary>
    public static WorkTable Told { get; } =
        new(
            "told",
            run =>
            {
                run.Execute("told", "CREATE TEMPORARY TABLE told (measure VARCHAR)");
                foreach (var measure in Measures.ToldBy(ToldKinds(run)))
                {
                    run.Execute("told", "INSERT INTO told VALUES ($measure)", ("measure", measure));
                }
            }
        );

    /// <summary>The measures readers know, by organisation and month.</summary>
    public static WorkTable Flow { get; } =
        new(
            "flow",
            run =>
            {
                run.Require(Money, CategorySpending);
                run.ExecuteFile("flow");
            }
        );

    /// <summary>The kinds of record that the fund's sources tell, as far as known at the scope's last batch.</summary>
    public static IReadOnlySet<string> ToldKinds(MetricRun run) =>
        run.Rows("told", row => row.Text("tells")!)
            .SelectMany(tells => tells.Split(' '))
            .ToHashSet(StringComparer.Ordinal);
}
