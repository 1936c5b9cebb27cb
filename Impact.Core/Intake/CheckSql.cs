using Impact.Core.Catalogue;

namespace Impact.Core.Intake;

/// <summary>The SQL conditions of checks over several fields; true means the row is at fault.</summary>
internal static class CheckSql
{
    /// <summary>A note has at most one hundred and sixty characters.</summary>
    private const int LongestNote = 160;

    /// <summary>Compiles a check.</summary>
    /// <exception cref="InvalidDataException">The profile names a rule that is no check over fields.</exception>
    public static (Rule Rule, string Condition) Compile(FieldCheck check, FundDescription fund, Profile profile)
    {
        var field = SqlLiteral.Name(Screen.Typed(check.Field));
        var other = check.Other.Length == 0 ? "NULL" : SqlLiteral.Name(Screen.Typed(check.Other));
        var rule = Rules.All.Single(candidate => candidate.Id == check.Rule);
        var condition = check.Rule switch
        {
            "day-order" => $"{field} < {other}",
            "day-future" => $"{field} > CAST($today AS DATE)",
            "amount-sign" => Sign(check, field, other, profile),
            "amount-none" => $"coalesce({field}, 0) = 0 AND coalesce({other}, 0) = 0",
            "base-missing" =>
                $"{field} IS NULL AND {SqlLiteral.Name(Screen.Typed("currency"))} <> {SqlLiteral.Text(fund.Currency)}",
            "base-differs" =>
                $"{field} <> {other} AND {SqlLiteral.Name(Screen.Typed("currency"))} = {SqlLiteral.Text(fund.Currency)}",
            "note-unfit" =>
                $"length({field}) > {LongestNote} OR contains({field}, '@') OR regexp_matches({field}, '([0-9][ ./()-]*){{7}}')",
            "size-unfit" => $"{field} IS NOT NULL AND list_contains({SqlLiteral.List(check.Kinds!)}, {other})",
            "withdrawal-unfit" =>
                $"{field} = 'withdrawn' AND NOT list_contains({SqlLiteral.List(check.Kinds!)}, {other})",
            "base-sign" => $"sign({field}) <> sign({other})",
            "rate-of-itself" => $"{field} = {other}",
            "reason-missing" => $"{field} IS NULL AND {other} IS NOT NULL",
            "needed-for-kind" => $"{field} IS NULL AND {Needs(check, other)}",
            _ => throw new InvalidDataException($"Profile {profile.Id} has an unknown check {check.Rule}."),
        };
        return (rule, condition);
    }

    private static string Sign(FieldCheck check, string field, string reverses, Profile profile)
    {
        var wrong = check.AllowsZero ? $"{field} < 0" : $"{field} <= 0";
        if (check.Other.Length == 0)
        {
            return wrong;
        }

        var kind = profile.Read.ContainsKey("kind") ? SqlLiteral.Name(Screen.Typed("kind")) : "''";
        return $"{kind} <> 'allocation_change' AND CASE WHEN {reverses} IS NULL THEN {wrong} ELSE {field} >= 0 END";
    }

    private static string Needs(FieldCheck check, string other) =>
        check.Kinds is null ? $"coalesce({other}, 0) <> 0" : $"list_contains({SqlLiteral.List(check.Kinds)}, {other})";
}
