using System.Text.RegularExpressions;
using Impact.Core.Catalogue;
using Impact.Core.Intake;

namespace Impact.Architecture.Tests.Profiles;

/// <summary>Whether everything that a profile names is there.</summary>
internal static partial class ProfileCheck
{
    private static readonly string[] FundLists =
    [
        "fund:designations",
        "fund:organisations",
        "fund:places",
        "fund:indicators",
        "published:tables",
        "fund:currency",
        "fund:regions",
    ];

    /// <summary>The ledger's tables with their columns, from its schema.</summary>
    public static IReadOnlyDictionary<string, IReadOnlyList<string>> LedgerTables { get; } = ReadSchema();

    /// <summary>Each name that leads nowhere, with where it stands.</summary>
    public static IEnumerable<string> Problems(Profile profile) =>
        [.. Columns(profile), .. Fields(profile), .. Codes(profile), .. Checks(profile), .. Records(profile)];

    private static IEnumerable<string> Columns(Profile profile)
    {
        var columns = profile.Columns.Select(column => column.Name).ToHashSet(StringComparer.Ordinal);
        return profile
            .Read.Values.Select(reading => reading.Column)
            .Where(column => column.Length > 0)
            .Concat(profile.Funds.Select(fund => fund.Column))
            .Concat(profile.Wide is { } wide ? [wide.Name, wide.Value] : [])
            .Where(column => !columns.Contains(column))
            .Select(column => $"column {column}");
    }

    private static IEnumerable<string> Fields(Profile profile)
    {
        var readings = profile.Read.Values;
        return profile
            .Identity.Concat(readings.Select(reading => reading.CurrencyField))
            .Concat(readings.Select(reading => reading.Within))
            .Concat(readings.Select(reading => reading.OnlyWhen.Split('=')[0]))
            .Append(profile.SnapshotScope ?? string.Empty)
            .Concat(
                profile.Convert is { } convert
                    ? [convert.Base, convert.Amount, convert.Currency, convert.Day, convert.PledgeDay]
                    : []
            )
            .Concat(profile.Checks.SelectMany(check => (string[])[check.Field, check.Other]))
            .Concat(profile.Write.Select(record => record.When.TrimStart('?')))
            .Concat(profile.Write.SelectMany(record => record.Set.Values.Where(value => !value.StartsWith('='))))
            .Where(field => field.Length > 0 && !profile.Read.ContainsKey(field))
            .Select(field => $"field {field}");
    }

    private static IEnumerable<string> Codes(Profile profile)
    {
        var lists = profile
            .Read.Values.SelectMany(reading => reading.List)
            .Where(code =>
                code.StartsWith("fund:", StringComparison.Ordinal) && !FundLists.Contains(code, StringComparer.Ordinal)
            );
        var meanings = profile.Read.Values.SelectMany(reading =>
            reading.Meaning.Values.Except(reading.List, StringComparer.Ordinal)
        );
        return lists.Concat(meanings).Select(code => $"code {code}");
    }

    private static IEnumerable<string> Checks(Profile profile) =>
        profile
            .Checks.Select(check => check.Rule)
            .Where(rule => Rules.All.All(known => known.Id != rule))
            .Select(rule => $"rule {rule}");

    private static IEnumerable<string> Records(Profile profile)
    {
        foreach (var record in profile.Write)
        {
            if (!LedgerTables.TryGetValue(record.Table, out var columns))
            {
                yield return $"table {record.Table}";
                continue;
            }

            foreach (var column in record.Set.Keys.Except(columns, StringComparer.Ordinal))
            {
                yield return $"column {record.Table}.{column}";
            }
        }
    }

    private static Dictionary<string, IReadOnlyList<string>> ReadSchema() =>
        Table()
            .Matches(Repository.Read("Impact.Core/Ledger/Sql/schema.sql"))
            .ToDictionary(
                match => match.Groups["name"].Value,
                match =>
                    (IReadOnlyList<string>)
                        [.. match.Groups["columns"].Value.Split('\n').Select(line => line.Trim().Split(' ')[0])],
                StringComparer.Ordinal
            );

    [GeneratedRegex(
        @"CREATE TABLE IF NOT EXISTS (?<name>\w+) \((?<columns>[^;]*)\);",
        RegexOptions.ExplicitCapture,
        matchTimeoutMilliseconds: 1000
    )]
    private static partial Regex Table();
}
