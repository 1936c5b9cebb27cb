using Impact.Core.Catalogue;

namespace Impact.Core.Releases;

/// <summary>Recomputes from the lines of the Funding Status statement its own totals and what was raised.</summary>
internal static class StatementTotals
{
    private static readonly string[] Sources = ["opening_balance", "contributions", "interest", "other_income"];

    private static readonly string[] Costs =
    [
        "gift_refunds",
        "chargebacks",
        "processor_fees",
        "platform_fees",
        "bank_charges",
        "direct_costs",
    ];

    // Each total in lines that are no totals, so that one unknown total does not hide another: transfers cancel out in the last.
    private static readonly (string Total, string[] Plus, string[] Minus)[] Totals =
    [
        ("total_sources", Sources, []),
        ("total_uses", ["transfers", .. Costs], ["returns"]),
        ("fund_balance", [.. Sources, "returns"], ["transfers", .. Costs]),
        ("partner_resources", ["partner_opening_balance", "transfers"], ["returns"]),
        ("partner_balance", ["partner_opening_balance", "transfers"], ["returns", "partner_expenditure"]),
        ("total_balance", [.. Sources, "partner_opening_balance"], [.. Costs, "partner_expenditure"]),
    ];

    private static readonly (string Measure, string[] Plus, string[] Minus)[] Raised =
    [
        ("gross", ["contributions"], []),
        ("net", ["contributions"], ["gift_refunds", "chargebacks", "processor_fees", "platform_fees", "bank_charges"]),
    ];

    /// <summary>
    /// Lines whose total is not the sum of its parts. A total that needs a part no source tells is unknown itself, or an estimate from
    /// the parts that are told; it is never <c>ok</c>.
    /// </summary>
    /// <returns>Codes of lines; empty when all totals hold.</returns>
    public static IReadOnlyList<string> Breaches(PublishedTable statement)
    {
        var lines = statement.Rows.ToLookup(row => row.Text("line"), StringComparer.Ordinal);
        return
        [
            .. lines.Where(line => line.Count() > 1).Select(line => line.Key),
            .. Totals
                .Where(total => !Holds(lines[total.Total].FirstOrDefault(), lines, total.Plus, total.Minus))
                .Select(total => total.Total),
        ];
    }

    /// <summary>Measures of what was raised that do not follow from the statement's lines, by the same rule.</summary>
    /// <returns>Codes of measures; empty when both hold.</returns>
    public static IReadOnlyList<string> RaisedBreaches(PublishedTable statement, PublishedTable raised)
    {
        var lines = statement.Rows.ToLookup(row => row.Text("line"), StringComparer.Ordinal);
        return
        [
            .. Raised
                .Where(total =>
                    !Holds(
                        raised.Rows.FirstOrDefault(row => row.Text("measure") == total.Measure),
                        lines,
                        total.Plus,
                        total.Minus
                    )
                )
                .Select(total => total.Measure),
        ];
    }

    private static bool Holds(TableRow? row, ILookup<string, TableRow> lines, string[] plus, string[] minus)
    {
        if (row is null)
        {
            return false;
        }

        var isWhole = !plus.Concat(minus).SelectMany(line => lines[line]).Any(IsUnknown);
        var sum = Sum(lines, plus) - Sum(lines, minus);
        return row.Integer("amount_minor") is { } amount
            ? amount == sum && (isWhole || row.Text("status") == "e")
            : !isWhole || (row.Text("status") == "z" && sum == 0);
    }

    private static bool IsUnknown(TableRow row) => row.Integer("amount_minor") is null && row.Text("status") != "z";

    // A line that does not apply, is not told or is not there adds nothing.
    private static decimal Sum(ILookup<string, TableRow> lines, string[] names) =>
        names.SelectMany(name => lines[name]).Sum(row => (decimal)(row.Integer("amount_minor") ?? 0));
}
