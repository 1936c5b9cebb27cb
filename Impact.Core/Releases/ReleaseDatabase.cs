using System.Globalization;
using DuckDB.NET.Data;
using Impact.Core.Catalogue;

namespace Impact.Core.Releases;

/// <summary>The forms of a release that programs read: one Parquet file a table, and one DuckDB file with all of them.</summary>
/// <remarks>
/// The only place of this room that opens DuckDB. The engine sees one folder and nothing else, and its messages, which quote data, never
/// leave this class. Every file is attached to a private instance in memory, because DuckDB keeps opened files by their path.
/// </remarks>
internal sealed class ReleaseDatabase : IDisposable
{
    /// <summary>Every decimal column has thirty-eight digits, the most there are: what fits sixty-four bits fits with any decimals.</summary>
    private const int DecimalDigits = 38;

    /// <summary>Half a gibibyte is many times what the tables of a release need.</summary>
    private const string MemoryLimit = "512MB";

    private const string Attached = "release";

    private readonly string _folder;
    private readonly DuckDBConnection _connection;

    private ReleaseDatabase(string folder)
    {
        _folder = Path.GetFullPath(folder) + Path.DirectorySeparatorChar;
        _connection = new DuckDBConnection("DataSource=:memory:");
        _connection.Open();
        string[] settings =
        [
            $"memory_limit='{MemoryLimit}'",
            "threads=1",
            "temp_directory=''",
            $"allowed_directories=[{Literal(_folder)}]",
            "autoinstall_known_extensions=false",
            "autoload_known_extensions=false",
            "enable_external_access=false",
            "lock_configuration=true",
        ];
        Array.ForEach(settings, setting => Execute("SET " + setting));
    }

    /// <summary>Writes the DuckDB file and the Parquet files of a release, rows in the order of the tables.</summary>
    /// <param name="folder">The release's folder; its folder <c>data</c> must be there.</param>
    /// <param name="tables">The tables.</param>
    /// <param name="currency">The fund's currency, which every amount is in.</param>
    /// <exception cref="FaultException">The files could not be written.</exception>
    public static void Write(string folder, IEnumerable<PublishedTable> tables, string currency)
    {
        try
        {
            using var database = new ReleaseDatabase(folder);
            DurableFile.Step(Path.Combine(folder, ReleaseNames.Database));
            database.Execute($"ATTACH {database.PathOf(ReleaseNames.Database)} AS {Attached}");
            foreach (var table in tables)
            {
                DurableFile.Step(Path.Combine(folder, ReleaseNames.Parquet(table.Schema.Id)));
                database.WriteTable(table, currency);
            }

            DurableFile.Step(Path.Combine(folder, ReleaseNames.Database));
            database.Execute($"DETACH {Attached}");
        }
        catch (DuckDBException)
        {
            throw new FaultException(new(Faults.ReleaseUnwritten, ReleaseNames.Database));
        }
    }

    /// <summary>Opens a folder whose files were compared with their signed digests.</summary>
    public static ReleaseDatabase OpenToRead(string folder) => new(folder);

    /// <summary>A table as its Parquet file has it.</summary>
    /// <exception cref="FormatException">The file cannot be read, or its columns or cells are not the schema's.</exception>
    public PublishedTable FromParquet(TableSchema schema, string currency) =>
        Guarded(() => ReadTable(schema, $"read_parquet({PathOf(ReleaseNames.Parquet(schema.Id))})", currency));

    /// <summary>All tables as the DuckDB file has them; whatever else the file holds is an error.</summary>
    /// <exception cref="FormatException">The file cannot be read, or it does not hold exactly these tables.</exception>
    public IReadOnlyList<PublishedTable> FromDatabase(IReadOnlyList<TableSchema> schemas, string currency) =>
        Guarded(() =>
        {
            Execute($"ATTACH {PathOf(ReleaseNames.Database)} AS {Attached} (READ_ONLY)");
            var names = Query(
                $"SELECT table_name FROM duckdb_tables() WHERE database_name = '{Attached}' UNION ALL "
                    + $"SELECT view_name FROM duckdb_views() WHERE database_name = '{Attached}' AND NOT internal",
                row => row.GetString(0)
            );
            var expected = schemas.Select(schema => schema.Id).Order(StringComparer.Ordinal);
            return names.Order(StringComparer.Ordinal).SequenceEqual(expected, StringComparer.Ordinal)
                ? schemas.Select(schema => ReadTable(schema, $"{Attached}.{Name(schema.Id)}", currency)).ToList()
                : throw new FormatException("The database holds other tables than the release.");
        });

    /// <inheritdoc />
    public void Dispose() => _connection.Dispose();

    private static T Guarded<T>(Func<T> read)
        where T : class
    {
        T? result = null;
        try
        {
            result = read();
        }
        catch (Exception error)
            when (error is DuckDBException or ArgumentException or InvalidCastException or OverflowException)
        {
            // The engine's message may quote data, so it is not even kept as a cause.
        }

        return result ?? throw new FormatException("The file cannot be read as a table of its schema.");
    }

    private static string TypeOf(TableColumn column, string currency) =>
        column.Type switch
        {
            ColumnType.Text => "VARCHAR",
            ColumnType.Integer => "BIGINT",
            ColumnType.Decimal => string.Create(
                CultureInfo.InvariantCulture,
                $"DECIMAL({DecimalDigits},{CanonicalCsv.DecimalsOf(column, currency)})"
            ),
            ColumnType.Date => "DATE",
            ColumnType.Boolean => "BOOLEAN",
            _ => throw new ArgumentOutOfRangeException(nameof(column)),
        };

    private static void Append(IDuckDBAppenderRow row, object? cell) =>
        _ = cell switch
        {
            null => row.AppendNullValue(),
            string text => row.AppendValue(text),
            long number => row.AppendValue((long?)number),
            decimal number => row.AppendValue((decimal?)number),
            DateOnly day => row.AppendValue((DateOnly?)day),
            bool truth => row.AppendValue((bool?)truth),
            _ => throw new ArgumentOutOfRangeException(nameof(cell)),
        };

    private static string Literal(string text) => $"'{text.Replace("'", "''", StringComparison.Ordinal)}'";

    private static string Name(string identifier) => $"\"{identifier}\"";

    private string PathOf(string file) => Literal(_folder + file);

    private void WriteTable(PublishedTable table, string currency)
    {
        var schema = table.Schema;
        var columns = schema.Columns.Select(column =>
            $"{Name(column.Name)} {TypeOf(column, currency)}{(column.Nullable ? string.Empty : " NOT NULL")}"
        );
        Execute($"CREATE TABLE {Attached}.{Name(schema.Id)} ({string.Join(", ", columns)})");
        using (var appender = _connection.CreateAppender(Attached, "main", schema.Id))
        {
            foreach (var row in table.Rows)
            {
                var line = appender.CreateRow();
                foreach (var cell in row.Cells)
                {
                    Append(line, cell);
                }

                line.EndRow();
            }
        }

        var target = PathOf(ReleaseNames.Parquet(schema.Id));
        Execute($"COPY {Attached}.{Name(schema.Id)} TO {target} (FORMAT parquet, COMPRESSION zstd)");
    }

    private PublishedTable ReadTable(TableSchema schema, string source, string currency)
    {
        var expected = schema.Columns.Select(column => (column.Name, TypeOf(column, currency)));
        var found = Query($"DESCRIBE SELECT * FROM {source}", row => (row.GetString(0), row.GetString(1)));
        return found.SequenceEqual(expected)
            ? new(schema, Query($"SELECT * FROM {source}", row => Cells(row, schema.Columns.Count)))
            : throw new FormatException("The columns are not the schema's.");
    }

    private static object?[] Cells(DuckDBDataReader row, int count) =>
        [.. Enumerable.Range(0, count).Select(index => row.IsDBNull(index) ? null : row.GetValue(index))];

    private List<T> Query<T>(string sql, Func<DuckDBDataReader, T> read)
    {
        using var command = _connection.CreateCommand();
        command.CommandText = sql;
        using var reader = command.ExecuteReader();
        var rows = new List<T>();
        while (reader.Read())
        {
            rows.Add(read(reader));
        }

        return rows;
    }

    private void Execute(string sql)
    {
        using var command = _connection.CreateCommand();
        command.CommandText = sql;
        command.ExecuteNonQuery();
    }
}
