using System.CommandLine;
using System.Globalization;

namespace Impact.Jobs.Cli;

/// <summary><c>impact ingest FUND|all FILE… --profile P</c>: takes files in.</summary>
internal static class IngestVerb
{
    /// <summary>The name that stands for every fund a file names.</summary>
    private const string All = "all";

    /// <summary>Builds the verb.</summary>
    public static Command Build()
    {
        var fund = new Argument<string>("fund") { Description = "A fund, or 'all' for a file of many funds" };
        var files = new Argument<string[]>("files")
        {
            Description = "CSV or Parquet files",
            Arity = ArgumentArity.OneOrMore,
        };
        var profile = new Option<string>("--profile")
        {
            Description = "What kind of file it is: see 'impact profile list'",
            Required = true,
        };
        var removals = new Option<bool>("--accept-removals")
        {
            Description = "Take back rows that a newer copy of a source no longer has, however many",
        };
        return Verbs.Verb(
            "ingest",
            "Take files into the ledger of one fund, or of every fund they name",
            [fund, files, profile, removals],
            parsed =>
            {
                var ingest = new FundIngest(Verbs.DataOf(parsed), TimeProvider.System);
                var name = parsed.GetValue(profile)!;
                var accept = parsed.GetValue(removals);
                var target = parsed.GetValue(fund)!;
                var reports = parsed
                    .GetValue(files)!
                    .Select(file =>
                        target == All ? ingest.IngestAll(file, name, accept) : ingest.Ingest(target, file, name, accept)
                    )
                    .ToList();
                Say(reports, parsed.GetValue(Verbs.Json));
                return Output.Done;
            }
        );
    }

    private static void Say(List<IngestReport> reports, bool json)
    {
        if (json)
        {
            Output.Json(reports);
            return;
        }

        foreach (var report in reports)
        {
            Output.Line($"{report.File} ({report.Profile}, SHA-256 {report.Sha256[..16]}…)");
            Output.Table(
                ["fund", "rows in", "stored", "known", "rejected", "taken back"],
                report.Funds.Select(one =>
                    (IReadOnlyList<string>)
                        [
                            one.Fund,
                            Text(one.RowsIn),
                            Text(one.RowsStored),
                            Text(one.RowsKnown),
                            Text(one.RowsRejected),
                            Text(one.RowsReversed),
                        ]
                )
            );
            var total = report.Funds.Sum(one => one.RowsIn) + report.RowsWithoutFund;
            var rejected = report.Funds.Sum(one => one.RowsRejected) + report.RowsWithoutFund;
            var stored = report.Funds.Sum(one => one.RowsStored);
            var known = report.Funds.Sum(one => one.RowsKnown);
            Output.Line(
                $"  rows in {Text(total)} = stored {Text(stored)} + known {Text(known)} + rejected {Text(rejected)}"
            );
            foreach (var finding in report.Funds.SelectMany(one => one.Findings.Select(found => (one.Fund, found))))
            {
                var outcome = finding.found.Rejected ? "rejected" : "stored with a remark";
                Output.Line(
                    $"  {finding.Fund}: {finding.found.Rule} in {finding.found.Column}, {Text(finding.found.Rows)} rows {outcome}, first at line {Text(finding.found.FirstLine)}"
                );
            }

            foreach (var merged in report.Merged)
            {
                Output.Line($"  {merged} turned out to be another name of a fund here and was joined to it");
            }
        }
    }

    private static string Text(long number) => number.ToString("#,0", CultureInfo.InvariantCulture);
}
