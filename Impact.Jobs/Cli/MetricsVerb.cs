using System.CommandLine;
using System.Globalization;
using System.Text.Json;
using Impact.Core.Catalogue;
using Impact.Core.Disclosure;
using Impact.Core.Ledger;
using Impact.Core.Quantities;

namespace Impact.Jobs.Cli;

/// <summary><c>impact metrics FUND</c>: the figures a release would show, after disclosure control, and the gates.</summary>
internal static class MetricsVerb
{
    /// <summary>Builds the verb.</summary>
    public static Command Build()
    {
        var fund = new Argument<string>("fund") { Description = "The fund" };
        var asOf = new Option<DateOnly?>("--as-of")
        {
            Description = "Read the ledger as it was known at the end of this day (UTC), YYYY-MM-DD",
        };
        return Verbs.Verb(
            "metrics",
            "The figures a release would show",
            [fund, asOf],
            parsed => Show(parsed, parsed.GetValue(fund)!, parsed.GetValue(asOf))
        );
    }

    private static int Show(ParseResult parsed, string id, DateOnly? asOf)
    {
        var data = Verbs.DataOf(parsed);
        var fund = new FundRegister(data).Get(id);
        var run = Books(data, fund, asOf);
        var tables = FundPublication.Control(fund, run.Tables, new FundPolicies(data).Of(fund), run.Scope.Published);
        if (parsed.GetValue(Verbs.Json))
        {
            Output.Json(
                new
                {
                    fund = fund.Id,
                    cutOff = run.Scope.CutOff,
                    statementDay = run.Scope.StatementDay,
                    gates = run.Gates,
                    tables = tables.ToDictionary(
                        table => table.Table.Schema.Id,
                        table => Rows(table),
                        StringComparer.Ordinal
                    ),
                    // By name and class only: they are not even computed before noise protects them.
                    keptIn = (
                        (IEnumerable<TableSchema>)[.. PublishedTables.OfCounts, .. TablesAwaitingNoise.All]
                    ).Select(table => new { table = table.Id, @class = ClassOf(table) }),
                }
            );
            return Output.Done;
        }

        foreach (var gate in run.Gates)
        {
            Output.Line($"gate {gate.Id}: {gate.Outcome}");
        }

        var currency = Currency.Parse(fund.Currency);
        Output.Table(
            ["line", "amount", "status", "finality"],
            tables
                .Single(table => table.Table.Schema.Id == PublishedTables.FundingStatus.Id)
                .Table.Rows.Select(row =>
                    (IReadOnlyList<string>)
                        [
                            CodeLists.StatementLine.Label(row.Text("line")).En,
                            row.Integer("amount_minor") is { } minor
                                ? new Money(minor, currency).ToString(CultureInfo.InvariantCulture)
                                : string.Empty,
                            row.Text("status"),
                            row.Text("finality"),
                        ]
                )
        );
        return Output.Done;
    }

    private static BookRun Books(DataFolder data, FundDescription fund, DateOnly? asOf)
    {
        using var ledger = LedgerStore.Open(data.Ledger(fund.Id));
        FundDoor.Require(ledger, fund);
        var books = new FundBooks(ledger, new FundPolicies(data).Of(fund))
        {
            Published = FundPublication.Published(data, fund.Id),
        };
        return asOf is { } day ? books.RunAsKnownOn(fund, day) : books.Run(fund, cutOff: null);
    }

    private static IEnumerable<Dictionary<string, object?>> Rows(ControlledTable table) =>
        table.Table.Rows.Select(row =>
            table
                .Table.Schema.Columns.Zip(row.Cells)
                .ToDictionary(
                    pair => pair.First.Name,
                    pair => pair.Second is decimal number ? number.ToString(CultureInfo.InvariantCulture) : pair.Second,
                    StringComparer.Ordinal
                )
                .Append(new("class", ClassOf(table.Table.Schema)))
                .ToDictionary(StringComparer.Ordinal)
        );

    private static string ClassOf(TableSchema schema) =>
        JsonNamingPolicy.SnakeCaseLower.ConvertName(schema.Protection.ToString());
}
