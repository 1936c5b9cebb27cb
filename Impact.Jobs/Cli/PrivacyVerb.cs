using System.CommandLine;
using System.Globalization;
using Impact.Core.Catalogue;
using Impact.Core.Ledger;
using Impact.Core.Releases;
using Impact.Core.Releases.Privacy;

namespace Impact.Jobs.Cli;

/// <summary><c>impact privacy FUND</c>: what the noisy tables have spent, what is left, and what the next release costs before it is built.</summary>
internal static class PrivacyVerb
{
    private static readonly Argument<string> Fund = new("fund") { Description = "The fund" };

    /// <summary>Builds the verb.</summary>
    public static Command Build() =>
        Verbs.Verb(
            "privacy",
            "Show the privacy budget: spent, left, and what the next release costs",
            [Fund, ReleaseDraftVerbs.CutOff],
            Show
        );

    private static int Show(ParseResult parsed)
    {
        var data = Verbs.DataOf(parsed);
        var fund = new FundRegister(data).Get(parsed.GetValue(Fund)!);
        var cutOff = CutOff(data, fund, parsed.GetValue(ReleaseDraftVerbs.CutOff));
        using var counts = FundCounts.Open(data, fund, new FundPolicies(data).Of(fund));
        if (counts is null || cutOff is not { } day)
        {
            return ShowNone(parsed, fund, counts is null);
        }

        var numbers = counts.Published().Numbers;
        var next = counts.Next(day);
        if (parsed.GetValue(Verbs.Json))
        {
            Output.Json(
                new
                {
                    fund = fund.Id,
                    cutOff = day,
                    ledgerEntries = numbers.Entries,
                    ledgerHead = numbers.HeadSha256,
                    fewestPossibleValues = numbers.FewestPossibleValues,
                    attackRun = AttackRun.Of(FundPublication.Tool, AttackRun.Last),
                    units = numbers.Units,
                    series = numbers.Series,
                    next,
                }
            );
            return Output.Done;
        }

        Write(numbers, Published(data, fund), Output.UserLanguage);
        WriteNext(next, day);
        return Output.Done;
    }

    private static void Write(ManifestPrivacy numbers, Func<string, IEnumerable<TableRow>> rows, Language language)
    {
        Write(PrivacyTables.Budgets(numbers, language));
        Write(PrivacyTables.Meanings(numbers, language));
        Write(PrivacyDashboard.Series(numbers, rows, language));
        Output.Line(FormattableString.Invariant($"The ledger ends with entry {numbers.Entries}: {numbers.HeadSha256}"));
        Output.Line(PrivacyDashboard.GateLine(numbers, language));
        Output.Line(PrivacyDashboard.RunLine(AttackRun.Of(FundPublication.Tool, AttackRun.Last), language));
    }

    private static void WriteNext(IReadOnlyList<NextDraw> next, DateOnly day)
    {
        Output.Line(FormattableString.Invariant($"The next release, with figures up to {day:yyyy-MM-dd}, draws:"));
        Output.Table(
            ["table", "periods", "ρ"],
            next.Select(draw =>
                (IReadOnlyList<string>)
                    [
                        draw.Table,
                        draw.Periods.Count == 0
                            ? "none"
                            : string.Create(
                                CultureInfo.InvariantCulture,
                                $"{draw.Periods.Count}: {draw.Periods[0]} to {draw.Periods[^1]}"
                            ),
                        draw.Cost,
                    ]
            )
        );
    }

    /// <summary>The rows of the newest release, by table; none before the first.</summary>
    private static Func<string, IEnumerable<TableRow>> Published(DataFolder data, FundDescription fund)
    {
        var release = new ReleaseShelf(data.Public, data.Trust).Latest(fund.Id);
        return table => release?.FindTable(table)?.Rows ?? [];
    }

    private static int ShowNone(ParseResult parsed, FundDescription fund, bool countsNobody)
    {
        if (parsed.GetValue(Verbs.Json))
        {
            Output.Json(new { fund = fund.Id, countsNobody });
            return Output.Done;
        }

        Output.Line(
            countsNobody
                ? $"{fund.Id} publishes no count of single people: its file has no part \"counting\", or all its sources are public."
                : $"{fund.Id} has no records yet: nothing is due, and nothing is spent."
        );
        return Output.Done;
    }

    private static DateOnly? CutOff(DataFolder data, FundDescription fund, DateOnly? asked)
    {
        using var ledger = LedgerStore.Open(data.Ledger(fund.Id));
        return new FundBooks(ledger, new FundPolicies(data).Of(fund)).CutOff(fund, asked);
    }

    private static void Write(PrivacyTable table) => Output.Table(table.Columns, table.Rows);
}
