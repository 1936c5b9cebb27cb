using Impact.Core.Metrics;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp;

namespace Impact.Architecture.Tests.Sql;

public sealed class SqlFileTests
{
    private static readonly string[] Paths =
    [
        .. Repository.Files.Where(path => path.EndsWith(".sql", StringComparison.Ordinal)),
    ];

    private static readonly string[] ReversibleTables = ["entry", "statement"];

    [Test]
    public void There_are_sql_files() => Assert.That(Paths, Has.Length.AtLeast(20));

    [TestCaseSource(nameof(Paths))]
    public void A_file_says_its_grain_unit_parameters_and_empty_case(string path) =>
        Assert.That(SqlFile.MissingWords(Repository.Read(path)), Is.Empty);

    [TestCaseSource(nameof(Paths))]
    public void Values_are_bound_by_name_and_their_names_are_listed(string path)
    {
        var sql = Repository.Read(path);

        Assert.That(SqlFile.StrangePlaceholders(sql), Is.Empty);
        Assert.That(SqlFile.UndocumentedParameters(sql), Is.Empty);
    }

    [Test]
    public void Every_file_is_used() => Assert.That(Unused(Paths), Is.Empty);

    [Test]
    public void A_file_that_nobody_uses_is_seen() =>
        Assert.That(
            Unused([.. Paths, "Impact.Core/Metrics/Sql/gate_planted.sql"]),
            Is.EqualTo((string[])["Impact.Core/Metrics/Sql/gate_planted.sql"])
        );

    [TestCase("SELECT ?", "?")]
    [TestCase("SELECT * FROM {table}", "{")]
    [TestCase("SELECT @amount", "@")]
    [TestCase("SELECT :amount", ":amount")]
    [TestCase("SELECT $1", "$")]
    [TestCase("SELECT '%s' || %s", "%s")]
    public void A_strange_placeholder_is_seen(string sql, string mark) =>
        Assert.That(SqlFile.StrangePlaceholders(sql), Does.Contain(mark));

    [TestCase("SELECT $amount, 1::BIGINT, '?@{}' -- what?")]
    [TestCase("SELECT a /* {x} */ FROM b")]
    public void A_named_value_a_cast_a_text_and_a_comment_are_no_strange_placeholders(string sql) =>
        Assert.That(SqlFile.StrangePlaceholders(sql), Is.Empty);

    [Test]
    public void A_poor_heading_is_seen()
    {
        const string sql =
            "-- Sums. Grain: one row. Unit: euro.\n-- Parameters: $last.\nSELECT $last, $last_day, $first";

        Assert.That(SqlFile.MissingWords(sql), Is.EqualTo((string[])["Empty case"]));
        Assert.That(SqlFile.UndocumentedParameters(sql), Is.EqualTo((string[])["$last_day", "$first"]));
    }

    private static IEnumerable<string> Unused(IEnumerable<string> paths)
    {
        // Two names are put together when they are needed: gate_{id} and reverse_{table}.
        var names = Repository
            .ProductFiles.SelectMany(path =>
                CSharpSyntaxTree.ParseText(Repository.Read(path), Planted.Parsing).GetRoot().DescendantTokens()
            )
            .Where(token => token.IsKind(SyntaxKind.StringLiteralToken))
            .Select(token => token.ValueText)
            .Concat(HardGates.Ids.Select(id => $"gate_{id}"))
            .Concat(ReversibleTables.Select(table => $"reverse_{table}"))
            .ToHashSet(StringComparer.Ordinal);
        return paths.Where(path => !names.Contains(Path.GetFileNameWithoutExtension(path)));
    }
}
