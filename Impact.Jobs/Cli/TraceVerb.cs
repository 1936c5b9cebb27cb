using System.CommandLine;
using System.Globalization;
using Impact.Core.Catalogue;
using Impact.Core.Ledger;

namespace Impact.Jobs.Cli;

/// <summary><c>impact trace FUND ID</c>: the batch, file and line that a record came from, and the rate it was converted by.</summary>
/// <remarks>For whoever may read the ledger; it says where to look, and nothing of what stands there.</remarks>
internal static class TraceVerb
{
    /// <summary>Builds the verb.</summary>
    public static Command Build()
    {
        var fund = new Argument<string>("fund") { Description = "The fund" };
        var id = new Argument<string>("id")
        {
            Description = "The identifier its source gave the record; of a partner's row PARTNER/ID",
        };
        return Verbs.Verb(
            "trace",
            "The file and line that a record came from, and the rate it was converted by",
            [fund, id],
            parsed => Show(parsed, parsed.GetValue(fund)!, parsed.GetValue(id)!)
        );
    }

    private static int Show(ParseResult parsed, string fundId, string sourceId)
    {
        var data = Verbs.DataOf(parsed);
        var fund = new FundRegister(data).Get(fundId);
        IReadOnlyList<RecordTrace> traces;
        using (var ledger = LedgerStore.Open(data.Ledger(fund.Id)))
        {
            traces = RecordTraces.Of(ledger, fund.Currency, sourceId);
        }

        if (traces.Count == 0)
        {
            throw new FaultException(new Fault(Faults.RecordUnknown, fund.Id));
        }

        if (parsed.GetValue(Verbs.Json))
        {
            Output.Json(new { fund = fund.Id, records = traces });
            return Output.Done;
        }

        foreach (var trace in traces)
        {
            var what = trace.IsReversal ? $"{trace.Kind}, takes back" : trace.Kind;
            Output.Line(
                $"{trace.Record} ({what}): {Place(trace.File)}, profile {trace.Profile}, received {Day(trace.ReceivedOn)}"
            );
            if (trace.Rate is { } rate)
            {
                Output.Line(
                    $"  converted from {rate.Currency} by {rate.Source} of {Day(rate.Day)}: {rate.Currency} {rate.From}, {fund.Currency} {rate.To}; {Place(rate.File)}"
                );
            }
        }

        return Output.Done;
    }

    private static string Place(FileRow row) =>
        string.Create(CultureInfo.InvariantCulture, $"batch {row.Batch}, line {row.Line}, file {row.Sha256}");

    private static string Day(DateOnly day) => day.ToString("yyyy-MM-dd", CultureInfo.InvariantCulture);
}
