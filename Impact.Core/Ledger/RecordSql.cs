using Impact.Core.Intake;

namespace Impact.Core.Ledger;

/// <summary>The SQL that writes the records of one profile, and finds them again.</summary>
internal sealed class RecordSql(Screen screen)
{
    private readonly Profile _profile = screen.Profile;

    /// <summary>The table that tells whether a row is known: that of the profile's first record.</summary>
    public string MainTable => _profile.Write[0].Table;

    /// <summary>The profile.</summary>
    public string ProfileId => _profile.Id;

    /// <summary>The tables whose rows are taken back when a source removes them.</summary>
    public IEnumerable<string> ReversibleTables =>
        _profile
            .Write.Select(record => record.Table)
            .Where(table => table is "entry" or "statement")
            .Distinct(StringComparer.Ordinal);

    /// <summary>The column that findings about a row's identity are shown at.</summary>
    public string IdentityColumn => _profile.Read[_profile.Identity[^1]].Column;

    /// <summary>Writes one record for each row that passes. Parameter: $batch.</summary>
    /// <param name="record">The record.</param>
    /// <param name="line">The line of <c>staged</c>.</param>
    public string Insert(RecordTemplate record, string line)
    {
        var columns = record.Set.Keys.ToList();
        var values = columns.Select(column => Value(record, column)).ToList();
        if (screen.Conversion is not null && record.Table == "entry")
        {
            columns.AddRange(ConvertedAmount.Traces.Keys);
            values.AddRange(ConvertedAmount.Traces.Keys.Select(trace => $"staged.{trace}"));
        }

        var passes =
            $"staged.is_of_fund AND staged.faults = 0{When(record)} AND staged.rowid NOT IN (SELECT record FROM excluded)";
        if (record.Table == "organisation")
        {
            var named = string.Join(", ", columns);
            var spelled = columns.Zip(values, (column, value) => $"{value} AS {column}");
            return $"""
                INSERT INTO organisation (batch_id, line, {named})
                SELECT $batch, min(line), {named}
                FROM (SELECT {line} AS line, {string.Join(", ", spelled)} FROM scratch.staged WHERE {passes}) AS named
                GROUP BY {named}
                """;
        }

        return $"""
            INSERT INTO {record.Table} (batch_id, line, profile, source_id, {string.Join(", ", columns)})
            SELECT $batch, {line}, {SqlLiteral.Text(_profile.Id)}, staged.identity, {string.Join(", ", values)}
            FROM scratch.staged WHERE {passes}
            """;
    }

    /// <summary>Notes staged rows that the ledger has and has not taken back. Parameter: $profile.</summary>
    public string Known() =>
        $"""
            INSERT INTO known
            SELECT rowid FROM scratch.staged
            WHERE is_of_fund AND faults = 0 AND identity IN ({Live()})
                AND rowid NOT IN (SELECT record FROM verdict WHERE rejected)
            """;

    /// <summary>The identities the ledger has and has not taken back. Parameter: $profile.</summary>
    public string Live() =>
        _profile.SnapshotScope is null
            ? $"SELECT source_id FROM {MainTable} WHERE profile = $profile"
            : $"""
                SELECT source_id FROM {MainTable} WHERE profile = $profile
                GROUP BY source_id HAVING sum(CASE WHEN reverses = source_id THEN -1 ELSE 1 END) > 0
                """;

    /// <summary>Notes known rows whose content is another than the ledger's. Parameters: $profile, $rule, $column.</summary>
    public string Changed()
    {
        var main = _profile.Write[0];
        var differs = main.Set.Keys.Select(column =>
            $"(held.{column} IS DISTINCT FROM {Value(main, column)}{UnlessConverted(column)})"
        );
        return $"""
            INSERT INTO verdict
            SELECT DISTINCT known.record, $rule, $column, true
            FROM known
            INNER JOIN scratch.staged ON staged.rowid = known.record
            INNER JOIN {main.Table} AS held ON held.source_id = staged.identity AND held.profile = $profile
            WHERE {string.Join(" OR ", differs)}
            """;
    }

    /// <summary>The identity, as the books hold it, of the entry that a staged row takes back; null when it takes none back.</summary>
    public string Reversed() => Value(_profile.Write[0], "reverses");

    /// <summary>A row that was converted and would be again has not changed because a newer rate is known by now.</summary>
    private string UnlessConverted(string column) =>
        column == "base_minor" && screen.Conversion is not null
            ? " AND (held.rate_day IS NULL OR staged.rate_day IS NULL)"
            : string.Empty;

    /// <summary>
    /// Notes staged rows that state an indicator of which the ledger holds statements by another profile. Parameters: $profile,
    /// $rule, $column.
    /// </summary>
    public IEnumerable<(string Sql, string Column)> OtherCuts() =>
        _profile
            .Write.Where(record => record.Table == "statement")
            .DistinctBy(record => record.Set["indicator"])
            .Select(record =>
                (
                    $"""
                    INSERT INTO verdict
                    SELECT staged.rowid, $rule, $column, true
                    FROM scratch.staged
                    WHERE staged.is_of_fund AND staged.faults = 0
                        AND {Value(record, "indicator")} IN (SELECT indicator FROM statement WHERE profile <> $profile)
                        AND staged.rowid NOT IN (SELECT record FROM known)
                    """,
                    _profile.Read[record.Set["people"]].Column
                )
            );

    private static string Typed(string field) => $"staged.{SqlLiteral.Name(Screen.Typed(field))}";

    private static string When(RecordTemplate record) =>
        record.When switch
        {
            "" => string.Empty,
            ['?', .. var field] => $" AND {Typed(field)} IS NOT NULL",
            var field => $" AND coalesce({Typed(field)}, 0) <> 0",
        };

    private string Value(RecordTemplate record, string column)
    {
        var value = record.Set[column];
        if (value.StartsWith('='))
        {
            return SqlLiteral.Text(value[1..]);
        }

        // A row names what it reverses by the number alone; in the books that number stands inside the whole identity.
        if (column == "reverses" && _profile.Identity.Count > 1)
        {
            var whole = _profile.Identity.SkipLast(1).Select(Typed).Append(Typed(value));
            return $"CASE WHEN {Typed(value)} IS NOT NULL THEN concat_ws('/', {string.Join(", ", whole)}) END";
        }

        // An amount in the fund's own currency is its own base amount; the screen has rejected every other row without one.
        return column == "base_minor" && record.Set.TryGetValue("amount_minor", out var amount)
            ? $"coalesce({Typed(value)}, {Typed(amount)})"
            : Typed(value);
    }
}
