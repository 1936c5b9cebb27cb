namespace Impact.Core.Ledger;

/// <summary>Where one record came from. It says nothing of what the record tells: no name, no token, no amount.</summary>
/// <param name="Record">The ledger's table.</param>
/// <param name="Kind">What kind of record it is.</param>
/// <param name="IsReversal">Whether it takes another record back.</param>
/// <param name="File">The row it was read from.</param>
/// <param name="Profile">The profile it was read by, with its version.</param>
/// <param name="ReceivedOn">The day on which its file was loaded (UTC).</param>
/// <param name="Rate">How it was converted, or null when it was not.</param>
internal sealed record RecordTrace(
    string Record,
    string? Kind,
    bool IsReversal,
    FileRow File,
    string Profile,
    DateOnly ReceivedOn,
    RateTrace? Rate
);

/// <summary>One row of one file that was loaded.</summary>
/// <param name="Batch">The batch.</param>
/// <param name="Sha256">Digest of the file, lower-case hexadecimal.</param>
/// <param name="Line">The line, counted from 1 as an editor does; of a Parquet file the record.</param>
internal sealed record FileRow(int Batch, string Sha256, long Line);

/// <summary>The rate an entry was converted by.</summary>
/// <param name="Currency">The currency converted from.</param>
/// <param name="Day">The day of the rate.</param>
/// <param name="Source">Who published it.</param>
/// <param name="From">The entry's currency for one unit of the table's base.</param>
/// <param name="To">The fund's currency for one unit of the table's base.</param>
/// <param name="File">The row of the rate table.</param>
internal sealed record RateTrace(string Currency, DateOnly Day, string Source, string From, string To, FileRow File);

/// <summary>Finds where the records of a ledger came from.</summary>
internal static class RecordTraces
{
    /// <summary>Every record with this identifier, the oldest first; none when there is none.</summary>
    /// <param name="ledger">The ledger.</param>
    /// <param name="currency">The fund's currency.</param>
    /// <param name="sourceId">The whole identifier its source gave it.</param>
    public static IReadOnlyList<RecordTrace> Of(ILedgerEngine ledger, string currency, string sourceId)
    {
        var found = ledger.Query(
            "trace",
            SqlText.Of("Ledger", "trace"),
            row => (Trace: Record(row), HasRate: row.WholeOrNone("rate_line") is not null),
            ("source_id", sourceId)
        );
        return found.All(one => !one.HasRate)
            ? [.. found.Select(one => one.Trace)]
            : WithRates([.. found.Select(one => one.Trace)], ledger, currency);
    }

    private static List<RecordTrace> WithRates(IReadOnlyList<RecordTrace> traces, ILedgerEngine ledger, string currency)
    {
        var rates = RateShelf.Read(ledger, currency);
        return
        [
            .. traces.Select(trace =>
            {
                if (trace.Rate is not { } rate)
                {
                    return trace;
                }

                var used = rates.Single(one =>
                    one.Batch == rate.File.Batch && one.Line == rate.File.Line && one.Currency == rate.Currency
                );
                return trace with { Rate = rate with { From = used.From.ToString(), To = used.To.ToString() } };
            }),
        ];
    }

    private static RecordTrace Record(LedgerRow row) =>
        new(
            row.Text("record")!,
            row.Text("kind"),
            row.Integer("is_reversal") == 1,
            new((int)row.Integer("batch_id"), row.Text("file_sha256")!, row.Integer("line")),
            $"{row.Text("profile")} {row.Integer("profile_version")}",
            row.Day("received_on")!.Value,
            row.WholeOrNone("rate_line") is { } line
                ? new(
                    row.Text("currency")!,
                    row.Day("rate_day")!.Value,
                    row.Text("rate_source")!,
                    string.Empty,
                    string.Empty,
                    new((int)row.Integer("rate_batch"), row.Text("rate_sha256")!, line)
                )
                : null
        );
}
