using Impact.Core.Catalogue;

namespace Impact.Core.Releases;

/// <summary>A release's tables read from all three forms, and where a form does not give the content that the manifest states.</summary>
internal sealed class TableForms
{
    private static readonly BilingualText NotTrusted = new(
        "the file is not the one that was signed, so it is not opened",
        "el archivo no es el que se firmó, por lo que no se abre"
    );

    private readonly string _folder;
    private readonly Manifest _manifest;
    private readonly Dictionary<string, PublishedTable> _tables = new(StringComparer.Ordinal);
    private readonly List<string> _csv = [];
    private readonly List<string> _parquet = [];
    private readonly List<string> _database = [];
    private readonly List<string> _columns = [];
    private readonly List<string> _unopened = [];

    private TableForms(string folder, Manifest manifest)
    {
        _folder = folder;
        _manifest = manifest;
    }

    /// <summary>The tables whose text could be read, by identifier.</summary>
    public IReadOnlyDictionary<string, PublishedTable> Tables => _tables;

    /// <summary>Text files whose content is not the manifest's.</summary>
    public IReadOnlyList<string> Csv => _csv;

    /// <summary>Parquet files whose content is not the manifest's.</summary>
    public IReadOnlyList<string> Parquet => _parquet;

    /// <summary>Tables of the database whose content is not the manifest's.</summary>
    public IReadOnlyList<string> Database => _database;

    /// <summary>Files whose columns or types are not the catalogue's.</summary>
    public IReadOnlyList<string> Columns => _columns;

    /// <summary>Whether the Parquet files hold the content; unknown where one could not be trusted enough to open it.</summary>
    public Finding ParquetFinding => FindingOf(_parquet, ReleaseNames.IsParquet);

    /// <summary>Whether the database holds the content; unknown where it could not be trusted enough to open it.</summary>
    public Finding DatabaseFinding => FindingOf(_database, path => path == ReleaseNames.Database);

    /// <summary>All of them.</summary>
    public IReadOnlyList<string> Breaches => [.. _csv, .. _parquet, .. _database, .. _columns];

    /// <summary>Reads the forms.</summary>
    /// <param name="folder">The release's folder.</param>
    /// <param name="manifest">What it should hold.</param>
    /// <param name="mayOpen">Which binary files may be opened: those whose signed digest holds. Null: all.</param>
    public static TableForms Read(string folder, Manifest manifest, Func<string, bool>? mayOpen = null)
    {
        var forms = new TableForms(folder, manifest);
        forms.ReadTexts();
        using var database = ReleaseDatabase.OpenToRead(folder);
        forms.ReadParquet(database, mayOpen ?? (_ => true));
        forms.ReadDatabase(database, mayOpen ?? (_ => true));
        return forms;
    }

    private void ReadTexts()
    {
        foreach (var content in _manifest.Content)
        {
            var path = ReleaseNames.Csv(content.Table);
            try
            {
                var schema = PublishedTables.Find(content.Table)!;
                var bytes = File.ReadAllBytes(Path.Combine(_folder, path));
                var table = CanonicalCsvReader.Read(schema, bytes);
                _tables.Add(content.Table, table);

                // The text is the content itself, so it must be written the one way too.
                if (!CanonicalCsv.Write(table).AsSpan().SequenceEqual(bytes))
                {
                    _csv.Add(path);
                }
                else
                {
                    Compare(table, path, _csv);
                }
            }
            catch (Exception error) when (IsUnreadable(error))
            {
                _csv.Add(path);
                _columns.Add(path);
            }
        }
    }

    private void ReadParquet(ReleaseDatabase database, Func<string, bool> mayOpen)
    {
        foreach (var content in _manifest.Content)
        {
            var path = ReleaseNames.Parquet(content.Table);
            if (!mayOpen(path))
            {
                _unopened.Add(path);
                continue;
            }

            try
            {
                Compare(
                    database.FromParquet(PublishedTables.Find(content.Table)!, _manifest.Fund.Currency),
                    path,
                    _parquet
                );
            }
            catch (Exception error) when (IsUnreadable(error))
            {
                _parquet.Add(path);
                _columns.Add(path);
            }
        }
    }

    private void ReadDatabase(ReleaseDatabase database, Func<string, bool> mayOpen)
    {
        if (!mayOpen(ReleaseNames.Database))
        {
            _unopened.Add(ReleaseNames.Database);
            return;
        }

        try
        {
            var schemas = _manifest.Content.Select(content => PublishedTables.Find(content.Table)!).ToList();
            foreach (var table in database.FromDatabase(schemas, _manifest.Fund.Currency))
            {
                Compare(table, $"{ReleaseNames.Database}: {table.Schema.Id}", _database);
            }
        }
        catch (Exception error) when (IsUnreadable(error))
        {
            _database.Add(ReleaseNames.Database);
            _columns.Add(ReleaseNames.Database);
        }
    }

    private void Compare(PublishedTable table, string place, List<string> breaches)
    {
        var stated = _manifest.Content.First(content => content.Table == table.Schema.Id);
        if (stated.Rows != table.Rows.Count || CanonicalCsv.Digest(table) != stated.Sha256)
        {
            breaches.Add(place);
        }
    }

    private Finding FindingOf(List<string> breaches, Func<string, bool> isOf) =>
        breaches.Count == 0 && _unopened.Exists(path => isOf(path))
            ? Finding.NotChecked(NotTrusted)
            : Finding.Of(breaches);

    private static bool IsUnreadable(Exception error) =>
        error is FormatException or ArgumentException or IOException or UnauthorizedAccessException;
}
