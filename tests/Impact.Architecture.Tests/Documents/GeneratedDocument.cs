using System.Text;
using Impact.Architecture.Tests.Sql;
using Impact.Core.Catalogue;
using Impact.Core.Metrics;

namespace Impact.Architecture.Tests.Documents;

/// <summary>The documents that are written from the code's own lists.</summary>
internal static class GeneratedDocument
{
    /// <summary>The gate that looks at what is to be published, not at the books.</summary>
    private const string MoneyAndPeople = """

        ## Money and people: gate G

        One gate more asks what is about to be published. Cash that was paid to households, divided by a known stipend, is a number of families. So for every quarter of
        an organisation with a cash programme at least ten numbers of families (`fewestPossibleValues` of the policy) must fit everything that is published of it, in this
        release and in all before it. Where fewer do, the spending is shown in coarser lines: aid to households as one, then all programmes as one, then with the next
        quarter. No number that fits is a fault, `household-aid-impossible`: the books and the declared stipends contradict each other.

        Computed in [`HouseholdMoney`](../Impact.Core/Disclosure/HouseholdMoney); why it is so stands in [ADR 18](adr/0018-household-money.md).

        """;

    /// <summary>Says in each of them that it is not to be edited.</summary>
    public const string Notice =
        "<!-- Written from the code by UPDATE_DOCS=1 dotnet test tests/Impact.Architecture.Tests; a test fails when it is stale. -->\n\n";

    /// <summary><c>docs/faults.md</c>.</summary>
    public static string Faults()
    {
        var text = new StringBuilder("# Faults\n\n").Append(Notice);
        text.Append(
            "What a program of Impact may report, by its code. A fault never quotes a record. The exit code is 2.\n"
        );
        foreach (var kind in Impact.Core.Catalogue.Faults.All)
        {
            Section(text, kind.Code, note: null, kind.What, kind.Why, kind.Fix);
        }

        return text.ToString();
    }

    /// <summary><c>docs/rules.md</c>.</summary>
    public static string Rules()
    {
        var text = new StringBuilder("# Rules of intake\n\n").Append(Notice);
        text.Append("Rule set ")
            .AppendJoin(' ', Impact.Core.Catalogue.Rules.Version + ".", "Every row is checked against them. ");
        text.Append(
            "A rejected row is kept as rule, line and column, never with its cell. A remark is noted and the row is stored.\n"
        );
        foreach (var rule in Impact.Core.Catalogue.Rules.All)
        {
            Section(text, rule.Id, rule.Rejects ? "Rejects the row." : "A remark.", rule.What, rule.Why, rule.Fix);
        }

        return text.ToString();
    }

    /// <summary><c>docs/gates.md</c>.</summary>
    public static string Gates()
    {
        var text = new StringBuilder("# Hard gates\n\n").Append(Notice);
        text.Append(
            "The books are put through these gates before anything is published; while one fails, nothing is. "
        );
        text.Append(
            "A gate is `not_checked` when the fund's sources do not tell the kinds of record it needs, and the release says so.\n"
        );
        foreach (var id in HardGates.Ids)
        {
            var path = $"Impact.Core/Metrics/Sql/gate_{id}.sql";
            text.Append("\n## ")
                .Append(id)
                .Append("\n\n")
                .Append(GateText(Repository.Read(path)))
                .Append("\n\nComputed by [`");
            text.Append(Path.GetFileName(path)).Append("`](../").Append(path).Append(").\n");
        }

        return text.Append(MoneyAndPeople).ToString();
    }

    /// <summary><c>docs/quality.md</c>.</summary>
    public static string Quality()
    {
        var text = new StringBuilder("# Checks of the data\n\n").Append(Notice);
        text.Append(
            "The score is the number of checks that hold in every one of their cases, over the checks that apply. "
        );
        text.Append("All are computed by [`quality.sql`](../Impact.Core/Metrics/Sql/quality.sql).\n");
        foreach (var check in QualityChecks.All)
        {
            Section(text, check.Id, note: null, check.Title, check.Explanation);
        }

        return text.ToString();
    }

    private static string GateText(string sql) =>
        SqlFile.Heading(sql).Replace('\n', ' ').Replace(" Grain:", "\n\nGrain:", StringComparison.Ordinal);

    private static void Section(StringBuilder text, string code, string? note, params BilingualText[] sentences)
    {
        text.Append("\n## ").Append(code).Append("\n\n");
        if (note is not null)
        {
            text.Append(note).Append("\n\n");
        }

        text.Append("- en: ").AppendJoin(' ', sentences.Select(sentence => Closed(sentence.En))).Append('\n');
        text.Append("- es: ").AppendJoin(' ', sentences.Select(sentence => Closed(sentence.Es))).Append('\n');
    }

    private static string Closed(string sentence) =>
        char.ToUpperInvariant(sentence[0]) + sentence[1..] + (sentence.EndsWith('.') ? string.Empty : ".");
}
