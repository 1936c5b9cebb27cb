using Impact.Core.Catalogue;

namespace Impact.Web.Reading;

/// <summary>One line of the Funding Status statement.</summary>
/// <param name="Line">A code of <see cref="CodeLists.StatementLine"/>.</param>
/// <param name="Sign">A code of <see cref="CodeLists.Sign"/>.</param>
/// <param name="Amount">The amount.</param>
public sealed record StatementLine(string Line, string Sign, Amount Amount);

/// <summary>One panel of the statement.</summary>
/// <param name="Panel">A code of <see cref="CodeLists.Panel"/>.</param>
/// <param name="Lines">Its lines in published order.</param>
public sealed record StatementPanel(string Panel, IReadOnlyList<StatementLine> Lines);

/// <summary>The Funding Status statement, read line by line from the release; nothing is computed here.</summary>
/// <param name="Panels">The panels in published order.</param>
public sealed record Statement(IReadOnlyList<StatementPanel> Panels)
{
    /// <summary>Contributions from donors.</summary>
    public Amount Received => Line("contributions");

    /// <summary>Transferred to partner organisations.</summary>
    public Amount Sent => Line("transfers");

    /// <summary>Returned by partner organisations.</summary>
    public Amount Returned => Line("returns");

    /// <summary>Partners' expenditure.</summary>
    public Amount Spent => Line("partner_expenditure");

    /// <summary>Balance with the fund: not yet sent.</summary>
    public Amount NotSent => Line("fund_balance");

    /// <summary>Whether every line has an amount.</summary>
    public bool IsTold => Panels.SelectMany(panel => panel.Lines).All(line => line.Amount.Value is not null);

    /// <summary>Reads the statement of a fund.</summary>
    public static Statement Of(FundReading fund) =>
        new([
            .. fund.Rows(PublishedTables.FundingStatus.Id)
                .GroupBy(row => row.Text("panel"), StringComparer.Ordinal)
                .Select(panel => new StatementPanel(
                    panel.Key,
                    [.. panel.Select(row => new StatementLine(row.Text("line"), row.Text("sign"), Amount.Of(row)))]
                )),
        ]);

    private Amount Line(string code) =>
        Panels
            .SelectMany(panel => panel.Lines)
            .FirstOrDefault(line => string.Equals(line.Line, code, StringComparison.Ordinal))
            ?.Amount
        ?? Amount.Absent;
}
