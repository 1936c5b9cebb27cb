using System.Globalization;
using Impact.Core.Catalogue;
using Impact.Core.Quantities;

namespace Impact.Core.Intake;

/// <summary>One fault a screen may find: its rule, the column it is shown at, and the bit that stands for it.</summary>
/// <param name="Rule">The rule.</param>
/// <param name="Column">The column's heading.</param>
/// <param name="Bit">Position in the mask, from 0.</param>
internal sealed record ScreenFault(Rule Rule, string Column, int Bit);

/// <summary>
/// A profile compiled for one fund: one SELECT over the scan of a file that gives a typed row, the identity it is found again
/// by, and a mask of its faults. Identifiers of people leave it as tokens only.
/// </summary>
internal sealed class Screen
{
    /// <summary>Sixty-two faults fit a signed 64-bit mask.</summary>
    private const int MostFaults = 62;

    private readonly Profile _profile;
    private readonly Dictionary<string, FieldSql> _fields;
    private readonly List<(ScreenFault Fault, string Condition)> _conditions = [];

    private Screen(Profile profile, FundDescription fund, string keySlot, string? rateSlot)
    {
        _profile = profile;
        Fund = fund;
        Conversion =
            rateSlot is null || profile.Convert is null ? null : new(profile.Convert, rateSlot, fund.Currency, profile);
        _fields = profile.Read.ToDictionary(
            pair => pair.Key,
            pair => FieldSql.Compile(pair.Key, profile, fund, keySlot),
            StringComparer.Ordinal
        );
    }

    /// <summary>The fund it was compiled for.</summary>
    public FundDescription Fund { get; }

    /// <summary>The profile it was compiled from.</summary>
    public Profile Profile => _profile;

    /// <summary>How amounts in another currency are converted, or null when nothing is: then a load costs what it cost without rates.</summary>
    public ConversionSql? Conversion { get; }

    /// <summary>Every fault it may find.</summary>
    public IReadOnlyList<ScreenFault> Faults => [.. _conditions.Select(condition => condition.Fault)];

    /// <summary>The fields that are written somewhere, in a fixed order: the columns of the typed row. Others are only checked.</summary>
    public IReadOnlyList<string> WrittenFields =>
        [
            .. _fields
                .Keys.Where(name =>
                    _profile.Write.Any(record =>
                        record.When.TrimStart('?') == name || record.Set.Values.Contains(name, StringComparer.Ordinal)
                    )
                )
                .Order(StringComparer.Ordinal),
        ];

    /// <summary>The engine's type of a field.</summary>
    public string TypeOf(string field) =>
        _profile.Read[field].As switch
        {
            ReadAs.Day => "DATE",
            ReadAs.Amount or ReadAs.Whole or ReadAs.Packed or ReadAs.Rate => "BIGINT",
            ReadAs.RateDecimals => "INTEGER",
            ReadAs.YesNo => "BOOLEAN",
            ReadAs.Token => "UUID",
            ReadAs.Code => Enumeration(FundCodes.Allowed(_profile.Read[field], Fund)),
            ReadAs.Currency => Enumeration(Currency.All.Select(currency => currency.Code)),
            _ => "VARCHAR",
        };

    /// <summary>Compiles a profile.</summary>
    /// <param name="profile">The profile.</param>
    /// <param name="fund">The fund, with its code lists.</param>
    /// <param name="keySlot">The slot of the token key.</param>
    /// <param name="rateSlot">The slot of the fund's rates, or null when there are none.</param>
    /// <exception cref="InvalidDataException">The profile has more faults than a mask has bits.</exception>
    public static Screen Compile(Profile profile, FundDescription fund, string keySlot, string? rateSlot = null)
    {
        var screen = new Screen(profile, fund, keySlot, rateSlot);
        foreach (var (field, sql) in screen._fields.OrderBy(pair => pair.Key, StringComparer.Ordinal))
        {
            foreach (var (rule, condition) in sql.Faults)
            {
                screen.AddFault(rule, profile.Read[field].Column, condition);
            }
        }

        foreach (var check in profile.Checks)
        {
            var (rule, condition) = CheckSql.Compile(check, fund, profile);
            condition = screen.Conversion?.WithoutReversals(rule, condition) ?? condition;
            screen.AddFault(rule, profile.Read[check.Field].Column, condition);
        }

        return screen;
    }

    /// <summary>The SELECT that stages a file.</summary>
    /// <param name="scan">The scan of the file, see <see cref="FileScan"/>.</param>
    /// <param name="names">Names and numbers the fund is known by, by scheme; empty for a file of one fund.</param>
    /// <remarks>Parameter: $today. It must stay a projection over the scan: a join would lose the order of lines.</remarks>
    public string Sql(string scan, IReadOnlyList<FundAlias> names)
    {
        var fields = string.Join(
            ",\n    ",
            _fields.Select(pair => $"{pair.Value.Value} AS {SqlLiteral.Name(Typed(pair.Key))}")
        );
        var cells = string.Join(", ", _profile.Columns.Select(column => Trimmed(SqlLiteral.Name(column.Name))));
        var typed = string.Join(", ", WrittenFields.Select(field => SqlLiteral.Name(Typed(field))));
        var rows = $"SELECT *, {fields} FROM (SELECT {cells} FROM {scan})";
        if (Conversion is not null)
        {
            (rows, typed) = (Conversion.Over(rows), $"{typed}, {string.Join(", ", ConvertedAmount.Traces.Keys)}");
        }

        return $"""
            SELECT {typed}, {Mask(rejecting: true)} AS "faults", {Mask(rejecting: false)} AS "remarks",
                {Identity()} AS "identity", {Scope()} AS "scope", {IsOfFund(names)} AS "is_of_fund"
            FROM ({rows})
            """;
    }

    /// <summary>The SELECT that finds rows whose cells hold line breaks: their number from 0, and how many breaks they hold.</summary>
    /// <remarks>It reads in order on one thread, and is needed only for a file that has more lines than rows.</remarks>
    public static string LineBreaksSql(string scan, IReadOnlyList<string> headings)
    {
        var cells = string.Join(" || ", headings.Select(SqlLiteral.Name));
        return $"""
            SELECT record, breaks
            FROM (SELECT row_number() OVER () - 1 AS record, length({cells}) - length(replace({cells}, chr(10), '')) AS breaks FROM {scan})
            WHERE breaks > 0
            """;
    }

    /// <summary>The name of a field's typed column.</summary>
    public static string Typed(string field) => "f_" + field;

    /// <summary>A cell without blanks at its ends. The engine's trim walks through every letter, so it is asked only where there is one.</summary>
    private static string Trimmed(string cell) =>
        $"CASE WHEN prefix({cell}, ' ') OR suffix({cell}, ' ') THEN trim({cell}) ELSE {cell} END AS {cell}";

    /// <summary>Codes are staged as small numbers: a text of a closed list need not be written for every row.</summary>
    private static string Enumeration(IEnumerable<string> codes)
    {
        var distinct = codes.Distinct(StringComparer.Ordinal).Select(SqlLiteral.Text).ToList();
        return distinct.Count == 0 ? "VARCHAR" : $"ENUM({string.Join(", ", distinct)})";
    }

    private void AddFault(Rule rule, string column, string condition)
    {
        if (_conditions.Count >= MostFaults)
        {
            throw new InvalidDataException($"Profile {_profile.Id} has more faults than a mask has bits.");
        }

        _conditions.Add((new ScreenFault(rule, column, _conditions.Count), condition));
    }

    private string Mask(bool rejecting)
    {
        var bits = _conditions
            .Where(condition => condition.Fault.Rule.Rejects == rejecting)
            .Select(condition =>
                string.Create(
                    CultureInfo.InvariantCulture,
                    $"CASE WHEN {condition.Condition} THEN {1L << condition.Fault.Bit} ELSE 0 END"
                )
            );
        return $"CAST({string.Join(" + ", bits.Prepend("0"))} AS BIGINT)";
    }

    private string Identity()
    {
        var parts = _profile
            .Identity.Select(field => $"coalesce(CAST({SqlLiteral.Name(Typed(field))} AS VARCHAR), '')")
            .ToList();
        var text = parts.Count == 1 ? parts[0] : $"concat_ws('/', {string.Join(", ", parts)})";
        return _profile.SnapshotScope is null ? text : $"{Scope()} || '|' || md5({text})";
    }

    private string Scope() =>
        string.IsNullOrEmpty(_profile.SnapshotScope)
            ? "''"
            : $"coalesce(CAST({SqlLiteral.Name(Typed(_profile.SnapshotScope))} AS VARCHAR), '')";

    private string IsOfFund(IReadOnlyList<FundAlias> names)
    {
        if (_profile.Wide is { } wide)
        {
            // A cell that has nothing to tell is no row, so it is none of this fund's.
            return $"{SqlLiteral.Name(wide.Value)} <> {SqlLiteral.Text(wide.Nothing)}";
        }

        if (_profile.Funds.Count == 0)
        {
            return "true";
        }

        // The first scheme that the file fills decides; a later one is only another name of the same fund.
        var first = _profile.Funds[0];
        var known = names.Where(alias => alias.Scheme == first.Scheme).Select(alias => alias.Value);
        return $"list_contains({SqlLiteral.List(known)}, {SqlLiteral.Name(first.Column)})";
    }
}
