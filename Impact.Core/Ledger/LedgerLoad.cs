using System.Globalization;
using System.Text.RegularExpressions;
using DuckDB.NET.Data;
using DuckDB.NET.Native;
using Impact.Core.Catalogue;
using Impact.Core.Intake;

namespace Impact.Core.Ledger;

/// <summary>Loads one file into one ledger: stage, judge, write. All of it happens or none, and doing it again changes nothing.</summary>
/// <remarks>The staged rows lie in a file of their own that holds tokens only and is deleted at the end, also after a crash.</remarks>
internal sealed partial class LedgerLoad(LedgerStore ledger, TimeProvider clock)
{
    private const string Staged = "scratch.staged";

    private const string DropSql =
        "DROP TABLE IF EXISTS verdict; DROP TABLE IF EXISTS repeat; DROP TABLE IF EXISTS known; DROP TABLE IF EXISTS excluded; "
        + "DROP TABLE IF EXISTS line_break; DROP TABLE IF EXISTS xml_line; DROP TABLE IF EXISTS gone; DETACH scratch";

    /// <summary>Loads a file.</summary>
    /// <param name="file">The file, surveyed.</param>
    /// <param name="profile">What it is.</param>
    /// <param name="fund">The fund whose rows are loaded.</param>
    /// <param name="options">The fund's token key, and whether removals are accepted.</param>
    /// <exception cref="FaultException">The file is not what the profile says, or is broken. The ledger is unchanged.</exception>
    public LoadReport Load(SourceFile file, Profile profile, FundDescription fund, LoadOptions options)
    {
        var book = new BatchBook(ledger);
        if (book.Find(fund.Id, file.Sha256, profile.Id) is { } earlier && !book.MaySayMore(earlier.BatchId))
        {
            return earlier;
        }

        using var slot = EngineFunctions.Register(ledger.Connection, options.Key);
        using var rates = profile.Convert is null ? null : RateShelf.Take(ledger, fund.Currency);
        var screen = Screen.Compile(profile, fund, slot.Name, rates?.Name);
        var scratch = Path.Combine(ledger.SpillFolder, "scratch.duckdb");
        var unfolded = Path.Combine(ledger.SpillFolder, "statement.csv");
        ledger.Execute("attach scratch", $"ATTACH {SqlLiteral.Text(scratch)} AS scratch");
        try
        {
            Stage(file, screen, unfolded);
            return new StagedRows(ledger, screen, file).Write(clock.GetUtcNow(), options.AcceptRemovals);
        }
        finally
        {
            ledger.Execute("detach scratch", DropSql);
            File.Delete(scratch);
            File.Delete(scratch + ".wal");
            File.Delete(unfolded);
        }
    }

    [GeneratedRegex(
        @"\bLine:\s*(?<line>\d{1,12})\b",
        RegexOptions.CultureInvariant | RegexOptions.NonBacktracking | RegexOptions.ExplicitCapture
    )]
    private static partial Regex LineNumber();

    /// <summary>The rows of a file: itself, or what an XML document is unfolded into, which is deleted at the end.</summary>
    private static SourceFile RowsOf(SourceFile file, Profile profile, string unfolded)
    {
        if (file.IsXml != profile.Document is not null)
        {
            throw new FaultException(
                new Fault(Faults.FileColumns, file.Name, file.IsXml ? "an XML document" : "not an XML document (.xml)")
            );
        }

        if (!file.IsXml)
        {
            return file;
        }

        new BankStatementXml(file).Unfold(unfolded);
        return SourceFile.Open(unfolded);
    }

    private void Stage(SourceFile source, Screen screen, string unfolded)
    {
        var file = RowsOf(source, screen.Profile, unfolded);
        var headings = file.IsParquet ? ParquetHeadings(file) : file.Headings;
        var scan = FileScan.Sql(file, headings, screen.Profile);
        var select = screen.Sql(scan, screen.Fund.Aliases);
        RequireOrderedScan(select);
        ledger.Execute("create staged", StagedTable(screen));
        try
        {
            using var command = ledger.Connection.CreateCommand();
            command.CommandText = $"INSERT INTO {Staged} {select}";
            command.Parameters.Add(new DuckDBParameter("today", DateOnly.FromDateTime(clock.GetUtcNow().UtcDateTime)));
            command.ExecuteNonQuery();
            if (!file.IsParquet)
            {
                NoteLineBreaks(file, screen.Profile, scan, headings);
            }

            if (source.IsXml)
            {
                // One row an entry of the document: its record, and the line on which it begins.
                ledger.Execute(
                    "xml lines",
                    $"CREATE TEMPORARY TABLE xml_line AS SELECT row_number() OVER () - 1 AS record, CAST(xml_line AS BIGINT) AS line FROM {scan}"
                );
            }
        }
        catch (DuckDBException error)
            when (error.ErrorType is DuckDBErrorType.InvalidInput or DuckDBErrorType.Conversion)
        {
            // The engine's message quotes the row; only its line number is taken over.
            var line = LineNumber().Match(error.Message) is { Success: true } match
                ? $"line {match.Groups["line"].Value}"
                : string.Empty;
            throw new FaultException(new Fault(Faults.FileBroken, file.Name, line));
        }
        catch (DuckDBException error)
        {
            throw new LedgerException("stage", error.ErrorType.ToString());
        }
    }

    /// <summary>Fixed-width columns are not compressed for their short life. Texts are: the engine leaves gaps in uncompressed ones.</summary>
    private static string StagedTable(Screen screen)
    {
        var columns = screen.WrittenFields.Select(field =>
        {
            var type = screen.TypeOf(field);
            var storage = type == "VARCHAR" ? string.Empty : " USING COMPRESSION uncompressed";
            return $"{SqlLiteral.Name(Screen.Typed(field))} {type}{storage}";
        });
        if (screen.Conversion is not null)
        {
            columns = columns.Concat(ConvertedAmount.Traces.Select(trace => $"{trace.Key} {trace.Value}"));
        }

        return $"CREATE TABLE {Staged} ({string.Join(", ", columns)}, faults BIGINT USING COMPRESSION uncompressed, remarks BIGINT USING COMPRESSION uncompressed, identity VARCHAR, scope VARCHAR, is_of_fund BOOLEAN)";
    }

    /// <summary>A join in the scan would mix the lines up without an error.</summary>
    private void RequireOrderedScan(string select)
    {
        var today = ("today", (object?)DateOnly.FromDateTime(clock.GetUtcNow().UtcDateTime));
        var plan = ledger.Query(
            "explain",
            $"EXPLAIN {select}",
            row => row.Text("explain_value") ?? string.Empty,
            today
        );
        if (plan.Any(text => text.Contains("JOIN", StringComparison.Ordinal)))
        {
            throw new LedgerException("stage", "the scan would lose the order of lines");
        }
    }

    private void NoteLineBreaks(SourceFile file, Profile profile, string scan, IReadOnlyList<string> headings)
    {
        var rows =
            ledger.Query("count staged", $"SELECT count(*) AS rows FROM {Staged}", row => row.Integer("rows")).Single()
            / FileScan.RowsPerLine(headings, profile);
        // A sheet of a fund's own layout may have nothing to tell; a source's file never has.
        if (rows == 0 && profile.Sheet is null && profile.Document is null)
        {
            throw new FaultException(new Fault(Faults.FileEmpty, file.Name));
        }

        ledger.Execute("line breaks", "CREATE TEMPORARY TABLE line_break (record BIGINT, breaks BIGINT)");
        // Days and rates hold no line breaks: in such a table a line that is no row is a broken file.
        if (file.LineBreaks != rows + 1 && profile.Wide is null)
        {
            ledger.Execute("line breaks", $"INSERT INTO line_break {Screen.LineBreaksSql(scan, headings)}");
        }

        RequireEveryLine(file, rows);
    }

    /// <summary>Every line of the file is the heading, a row, a part of a cell, or blank: a line that is none was swallowed.</summary>
    private void RequireEveryLine(SourceFile file, long rows)
    {
        const string breaks = "SELECT CAST(coalesce(sum(breaks), 0) AS BIGINT) AS breaks FROM line_break";
        var inCells = ledger.Query("count breaks", breaks, row => row.Integer("breaks")).Single();
        var left = file.LineBreaks - 1 - rows - inCells;
        if (left < 0 || left > file.BlankLines)
        {
            throw new FaultException(
                new Fault(
                    Faults.FileBroken,
                    file.Name,
                    string.Create(CultureInfo.InvariantCulture, $"{left} lines are no rows")
                )
            );
        }
    }

    private IReadOnlyList<string> ParquetHeadings(SourceFile file)
    {
        try
        {
            return ledger.Query(
                "parquet columns",
                $"SELECT name FROM parquet_schema({SqlLiteral.Text(file.Path)}) WHERE num_children IS NULL",
                row => row.Text("name")!
            );
        }
        catch (LedgerException)
        {
            throw new FaultException(new Fault(Faults.FileBroken, file.Name, "no Parquet file"));
        }
    }
}

/// <summary>What a load needs besides the file.</summary>
/// <param name="Key">The fund's token key.</param>
/// <param name="AcceptRemovals">Whether many rows that are gone from a source may be taken back.</param>
internal sealed record LoadOptions(TokenKey Key, bool AcceptRemovals = false);
