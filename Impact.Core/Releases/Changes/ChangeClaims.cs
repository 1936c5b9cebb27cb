using Impact.Core.Catalogue;

namespace Impact.Core.Releases.Changes;

/// <summary>The claims about what is other than in the release before; checked where that release is at hand.</summary>
internal sealed class ChangeClaims
{
    private readonly Manifest _manifest;
    private readonly IReadOnlyDictionary<string, PublishedTable> _tables;
    private readonly ReleaseContents? _before;
    private readonly ReleaseComparison? _again;
    private readonly Finding? _objection;

    private ChangeClaims(
        Manifest manifest,
        IReadOnlyDictionary<string, PublishedTable> tables,
        OtherReleases others,
        ReleaseIndex? index
    )
    {
        _manifest = manifest;
        _tables = tables;
        _before = Read(others.Compared());
        var isFirst = manifest.Changes.ComparedWith is null && !others.IsNamed;
        _objection = ComparedRelease.Objection(manifest, index) ?? (_before is null && !isFirst ? others.Absent : null);
        if (_objection is null)
        {
            _again = ReleaseComparison.Of(_before, new(manifest.CutOff, manifest.Metrics, [.. tables.Values]));
        }
    }

    /// <summary>The claims of a release.</summary>
    /// <param name="manifest">Its manifest.</param>
    /// <param name="tables">Its tables, as read from their text.</param>
    /// <param name="others">The releases around it.</param>
    /// <param name="index">The signed index that lists it; null where there is none.</param>
    public static ChangeClaims Of(
        Manifest manifest,
        IReadOnlyDictionary<string, PublishedTable> tables,
        OtherReleases others,
        ReleaseIndex? index
    ) => new(manifest, tables, others, index);

    /// <summary>The contents of the release compared with; null where a file of it is not as signed.</summary>
    private static ReleaseContents? Read(Release? before)
    {
        try
        {
            return before is null ? null : ReleaseContents.Of(before);
        }
        catch (FaultException)
        {
            return null;
        }
    }

    /// <summary>Whether the two tables of changes are what a comparison gives.</summary>
    public Finding Changes()
    {
        if (_again is null)
        {
            return _objection!;
        }

        var expected = ChangeTables.Of(_again, _manifest.Fund.Id, _manifest.Fund.Fiction);
        var breaches = expected
            .Where(table =>
                !_tables.TryGetValue(table.Schema.Id, out var stated)
                || CanonicalCsv.Digest(stated) != CanonicalCsv.Digest(table)
            )
            .Select(table => table.Schema.Id)
            .ToList();
        if (_again.Cells.Count != _manifest.Changes.Changed)
        {
            breaches.Add(ReleaseNames.Manifest);
        }

        return Finding.Of(breaches);
    }

    /// <summary>Whether the version goes on from the one before as what has changed demands.</summary>
    public Finding Version()
    {
        if (_again is null)
        {
            return _objection!;
        }

        if (_manifest.Previous is not { } previous)
        {
            return Finding.Of(_manifest.Version == ReleaseVersion.First.ToString() ? [] : [_manifest.Version]);
        }

        var step = previous.Version == _manifest.Changes.ComparedWith ? VersionStep.Of(_again) : VersionStep.Unknown;
        var expected = step.After(ReleaseVersion.Parse(previous.Version)).ToString();
        return Finding.Of(
            expected == _manifest.Version && step.Level == _manifest.Changes.Level ? [] : [_manifest.Version]
        );
    }

    /// <summary>Whether each row of the release before is still there, or named as gone: found without the comparison.</summary>
    public Finding Persistence()
    {
        if (_objection is not null || _before is null)
        {
            return _objection ?? Finding.Of([]);
        }

        // Rows that were added are named too, and a change of definition: neither lets anything go.
        var named = Rows(PublishedTables.StructuralChanges)
            .Where(row => row.Text("kind") is "table_removed" or "row_removed" or "row_replaced")
            .Select(row => (row.Text("table"), row.Text("row")))
            .ToHashSet();
        return Finding.Of([
            .. _before
                .Tables.Where(table => !PublishedTables.TellsOfReleases(table.Schema))
                .SelectMany(table => Gone(table, named)),
        ]);
    }

    private IEnumerable<string> Gone(PublishedTable before, HashSet<(string Table, string Row)> named)
    {
        var id = before.Schema.Id;
        if (!_tables.TryGetValue(id, out var after))
        {
            return named.Contains((id, string.Empty)) ? [] : [id];
        }

        var there = after.Rows.Select(RowKey.Of).ToHashSet(StringComparer.Ordinal);
        return before
            .Rows.Select(RowKey.Of)
            .Where(key => !there.Contains(key) && !named.Contains((id, key)))
            .Select(key => $"{id}: {key}");
    }

    private IEnumerable<TableRow> Rows(TableSchema schema) =>
        _tables.TryGetValue(schema.Id, out var table) ? table.Rows : [];
}
