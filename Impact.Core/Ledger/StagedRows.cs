using System.Globalization;
using Impact.Core.Catalogue;
using Impact.Core.Intake;

namespace Impact.Core.Ledger;

/// <summary>The staged rows of one file on their way into the ledger: each is stored, known already, or rejected, and counted as that.</summary>
internal sealed class StagedRows(LedgerStore ledger, Screen screen, SourceFile file)
{
    private readonly Profile _profile = screen.Profile;
    private readonly RecordSql _records = new(screen);
    private long _rowsIn;

    /// <summary>Judges every row and writes what passes, in one transaction.</summary>
    /// <param name="receivedAt">When the file was loaded.</param>
    /// <param name="acceptRemovals">Whether many rows that are gone from a source may be taken back.</param>
    public LoadReport Write(DateTimeOffset receivedAt, bool acceptRemovals)
    {
        NoteFaults();
        if (screen.Conversion is { } conversion)
        {
            new ConvertedReversals(ledger, _records).Fill(conversion);
        }

        NoteRepeats();
        NoteKnown();
        NoteOtherCuts();
        ledger.Execute(
            "excluded",
            "CREATE TEMPORARY TABLE excluded AS SELECT DISTINCT record FROM verdict WHERE rejected UNION SELECT record FROM known"
        );
        var batch = new BatchBook(ledger).Last + 1;
        ledger.InOneTransaction(() => WriteAll(batch, receivedAt, acceptRemovals));
        ledger.Execute("checkpoint", "CHECKPOINT");
        return new BatchBook(ledger).Get(screen.Fund.Id, batch, isNew: true);
    }

    private void WriteAll(int batch, DateTimeOffset receivedAt, bool acceptRemovals)
    {
        var reversed = _profile.SnapshotScope is null
            ? 0
            : new SnapshotReversal(ledger, _records, file.Name).Write(batch, acceptRemovals);
        var line = LineSql();
        foreach (var record in _profile.Write)
        {
            ledger.Execute("write records", _records.Insert(record, line), ("batch", batch));
        }

        if (_profile.Write.Any(record => record.Table == "service"))
        {
            PeopleRecords.List(ledger, screen.Fund);
        }

        PeopleRecords.RequireNone(ledger, screen.Fund, file.Name);
        ledger.Execute(
            "write findings",
            $"INSERT INTO finding SELECT $batch, {line.Replace("staged.rowid", "verdict.record", StringComparison.Ordinal)}, rule, column_name, rejected FROM verdict",
            ("batch", batch)
        );
        ledger.Execute(
            "write batch",
            SqlText.Of("Ledger", "write_batch"),
            ("batch", batch),
            ("sha256", file.Sha256),
            ("profile", _profile.Id),
            ("version", _profile.Version),
            ("received_at", receivedAt.UtcDateTime),
            ("tells", string.Join(' ', _profile.Tells)),
            ("rows_in", _rowsIn),
            ("reversed", reversed)
        );
    }

    private void NoteFaults()
    {
        ledger.Execute(
            "verdict",
            "CREATE TEMPORARY TABLE verdict (record BIGINT, rule VARCHAR, column_name VARCHAR, rejected BOOLEAN)"
        );
        var (rows, bits) = ledger
            .Query(
                "masks",
                SqlText.Of("Ledger", "staged_masks"),
                row => (row.Integer("rows_in"), row.Integer("faults") | row.Integer("remarks"))
            )
            .Single();
        _rowsIn = rows;
        foreach (var fault in screen.Faults.Where(fault => ((bits >> fault.Bit) & 1) == 1))
        {
            ledger.Execute(
                "note fault",
                SqlText.Of("Ledger", "note_fault"),
                ("bit", 1L << fault.Bit),
                ("rule", fault.Rule.Id),
                ("column", fault.Column),
                ("rejects", fault.Rule.Rejects)
            );
        }
    }

    private void NoteRepeats()
    {
        var rule = _profile.KeepsRepeatedRows ? Rules.RowAlike : Rules.RowRepeated;
        ledger.Execute("repeats", SqlText.Of("Ledger", "repeats"));
        ledger.Execute(
            "note repeats",
            "INSERT INTO verdict SELECT record, $rule, $column, $rejects FROM repeat",
            ("rule", rule.Id),
            ("column", _records.IdentityColumn),
            ("rejects", rule.Rejects)
        );
        if (_profile.KeepsRepeatedRows)
        {
            ledger.Execute("number repeats", SqlText.Of("Ledger", "number_repeats"));
        }
    }

    /// <summary>Statements of an indicator whose figures came from another kind of file: they would be added to the same people.</summary>
    private void NoteOtherCuts()
    {
        foreach (var (sql, column) in _records.OtherCuts())
        {
            ledger.Execute(
                "other cuts",
                sql,
                ("rule", Rules.CutOverlap.Id),
                ("column", column),
                ("profile", _profile.Id)
            );
        }
    }

    /// <summary>Rows the ledger has already: equal ones are known; one that came back changed is rejected.</summary>
    private void NoteKnown()
    {
        ledger.Execute("known", "CREATE TEMPORARY TABLE known (record BIGINT)");
        const string earlier = "SELECT count(*) AS batches FROM batch WHERE profile = $profile";
        if (ledger.Query("earlier", earlier, row => row.Integer("batches"), ("profile", _profile.Id)).Single() == 0)
        {
            return;
        }

        ledger.Execute("known", _records.Known(), ("profile", _profile.Id));
        if (_profile.SnapshotScope is null)
        {
            ledger.Execute(
                "changed",
                _records.Changed(),
                ("rule", Rules.RowChanged.Id),
                ("column", _records.IdentityColumn),
                ("profile", _profile.Id)
            );
            ledger.Execute("changed", "DELETE FROM known WHERE record IN (SELECT record FROM verdict WHERE rejected)");
        }
    }

    /// <summary>The line a record stands on: after the heading, moved on by line breaks inside earlier cells. Parquet has only records, from 1.</summary>
    private string LineSql()
    {
        if (file.IsParquet)
        {
            return "staged.rowid + 1";
        }

        if (file.IsXml)
        {
            return "(SELECT xml_line.line FROM xml_line WHERE xml_line.record = staged.rowid)";
        }

        var breaks = ledger
            .Query("line breaks", "SELECT count(*) AS breaks FROM line_break", row => row.Integer("breaks"))
            .Single();
        if (_profile.Wide is not null)
        {
            return string.Create(
                CultureInfo.InvariantCulture,
                $"staged.rowid // {FileScan.RowsPerLine(file.Headings, _profile)} + 2"
            );
        }

        const string afterHeading = "staged.rowid + 2";
        return breaks == 0
            ? afterHeading
            : $"{afterHeading} + coalesce((SELECT sum(line_break.breaks) FROM line_break WHERE line_break.record < staged.rowid), 0)";
    }
}
