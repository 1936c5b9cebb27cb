using System.Net;
using System.Text;
using System.Text.Json;
using Impact.Core.Catalogue;

namespace Impact.Web.Tests.DataApi;

/// <summary>Questions sent as JSON: the rows a reader of the file would pick, in the order asked for, or the place that is not understood.</summary>
[TestFixture]
internal sealed class QuestionTests
{
    private const string Table = "money_by_organisation";
    private const string Query = $"{Api.Fund}/data/{Table}/query";

    private static readonly Dictionary<string, (string Criteria, Func<TableRow, bool> Keeps)> Questions = new(
        StringComparer.Ordinal
    )
    {
        ["everything"] = ("{}", _ => true),
        ["one column twice"] = (
            """{ "periodStart": { "gte": "2020-01-01", "lt": "2020-10-01" } }""",
            row =>
                row.Date("period_start") >= new DateOnly(2020, 1, 1)
                && row.Date("period_start") < new DateOnly(2020, 10, 1)
        ),
        ["or"] = (
            """{ "or": [{ "measure": { "eq": "disbursed" } }, { "amountMinor": { "gte": 1000000 } }] }""",
            row => row.Text("measure") == "disbursed" || row.Integer("amount_minor") >= 1_000_000
        ),
        ["and"] = (
            """{ "and": [{ "measure": { "eq": "disbursed" } }, { "amount_minor": { "gte": 1000000 } }] }""",
            row => row.Text("measure") == "disbursed" && row.Integer("amount_minor") >= 1_000_000
        ),
        ["not"] = (
            """{ "not": { "measure": { "in": ["disbursed", "spent"] }, "quarter": { "notEq": "2020-Q1" } } }""",
            row => !(row.Text("measure") is "disbursed" or "spent" && row.Text("quarter") != "2020-Q1")
        ),
        ["members hold together"] = (
            """{ "measure": { "notIn": ["spent"] }, "or": [{ "quarter": { "eq": "2020-Q1" } }, { "quarter": { "eq": "2020-Q2" } }] }""",
            row => row.Text("measure") != "spent" && (row.Text("quarter") is "2020-Q1" or "2020-Q2")
        ),
    };

    private static IEnumerable<string> Names => Questions.Keys;

    private static IReadOnlyList<TableRow> Signed => Api.Release.Table(Table).Rows;

    [TestCaseSource(nameof(Names))]
    public async Task A_question_gives_the_rows_that_a_plain_loop_picks(string name)
    {
        var (criteria, keeps) = Questions[name];
        var answer = await AskAsync($$"""{ "criteria": {{criteria}} }""");
        var expected = Signed.Where(keeps).ToList();
        Assert.That(expected, Is.Not.Empty);
        Assert.That(Keys(answer), Is.EqualTo(expected.Select(Key)));
        Assert.That(answer.GetProperty("warnings").ValueKind, Is.EqualTo(JsonValueKind.Array));
        if (name != "everything")
        {
            Assert.That(expected, Has.Count.LessThan(Signed.Count), "the question asks for something");
        }
    }

    [Test]
    public void And_or_and_not_are_told_apart_by_these_questions()
    {
        var counts = Questions.Values.Select(question => Signed.Count(question.Keeps)).ToList();
        Assert.That(counts, Is.Unique, "a program that takes one for another would be seen");
    }

    [Test]
    public async Task Rows_come_in_the_order_asked_for_page_by_page()
    {
        var expected = Signed
            .OrderBy(row => row.Text("measure"), StringComparer.Ordinal)
            .ThenBy(row => row.Integer("amount_minor") is null)
            .ThenByDescending(row => row.Integer("amount_minor"))
            .Select(Key)
            .ToList();
        var read = new List<string>();
        for (var (page, pages) = (1, 1); page <= pages; page++)
        {
            var answer = await AskAsync(
                $$"""
                {
                  "sorts": [{ "field": "measure", "direction": "Asc" }, { "field": "amountMinor", "direction": "Desc" }],
                  "page": {{page}}, "pageSize": 7
                }
                """
            );
            pages = answer.GetProperty("paging").GetProperty("totalPages").GetInt32();
            read.AddRange(Keys(answer));
        }

        Assert.That(read, Is.EqualTo(expected).And.Not.EqualTo(Signed.Select(Key)));
    }

    [TestCase("", "$", "api-question-wrong")]
    [TestCase("[]", "$", "api-question-wrong")]
    [TestCase("""{ "page": 1, "page": 2 }""", "$", "api-question-wrong")]
    [TestCase("""{ "sql": "1" }""", "$.sql", "api-field-unknown")]
    [TestCase("""{ "page": 0 }""", "$.page", "api-page-wrong")]
    [TestCase("""{ "page": 9999 }""", "page", "api-page-wrong")]
    [TestCase("""{ "pageSize": 5001 }""", "$.pageSize", "api-page-wrong")]
    [TestCase("""{ "criteria": { "or": [] } }""", "$.criteria.or", "api-question-wrong")]
    [TestCase("""{ "criteria": { "colour": { "eq": "red" } } }""", "$.criteria.colour.eq", "api-field-unknown")]
    [TestCase("""{ "criteria": { "measure": "spent" } }""", "$.criteria.measure", "api-question-wrong")]
    [TestCase("""{ "criteria": { "measure": { "like": "s" } } }""", "$.criteria.measure.like", "api-filter-wrong")]
    [TestCase("""{ "criteria": { "measure": { "eq": "gold" } } }""", "$.criteria.measure.eq", "api-filter-wrong")]
    [TestCase("""{ "criteria": { "measure": { "in": "spent" } } }""", "$.criteria.measure.in", "api-question-wrong")]
    [TestCase("""{ "criteria": { "and": [{}, { "not": [] }] } }""", "$.criteria.and[1].not", "api-question-wrong")]
    [TestCase("""{ "sorts": [{ "field": "measure" }] }""", "$.sorts[0]", "api-question-wrong")]
    [TestCase("""{ "sorts": [{ "field": "x", "direction": "Asc" }] }""", "$.sorts[0].field", "api-field-unknown")]
    public async Task What_is_not_understood_is_named_by_its_place(string body, string path, string code)
    {
        using var client = ExampleSite.Client();
        using var response = await client.PostAsync(Query, new StringContent(body));
        var error = JsonDocument.Parse(await response.Content.ReadAsStringAsync()).RootElement.GetProperty("errors")[0];
        Assert.Multiple(() =>
        {
            Assert.That(response.StatusCode, Is.EqualTo(HttpStatusCode.BadRequest));
            Assert.That(error.GetProperty("path").GetString(), Is.EqualTo(path));
            Assert.That(error.GetProperty("code").GetString(), Is.EqualTo(code));
        });
    }

    [Test]
    public async Task A_question_has_an_end()
    {
        const int comparisons = 100;
        var deep = string.Concat(Enumerable.Repeat("""{ "not": """, 8)) + "{}" + new string('}', 8);
        var many = string.Join(", ", Enumerable.Repeat("""{ "measure": { "eq": "spent" } }""", comparisons + 1));
        var large = new StringBuilder().Append(' ', 64 * 1024).ToString();
        foreach (
            var body in (string[])
                [$$"""{ "criteria": {{deep}} }""", $$"""{ "criteria": { "or": [{{many}}] } }""", large + "{}"]
        )
        {
            using var client = ExampleSite.Client();
            using var response = await client.PostAsync(Query, new StringContent(body));
            Assert.That(response.StatusCode, Is.EqualTo(HttpStatusCode.BadRequest));
            Assert.That(await response.Content.ReadAsStringAsync(), Does.Contain("api-question-wrong"));
        }

        var shallow = string.Concat(Enumerable.Repeat("""{ "not": """, 6)) + "{}" + new string('}', 6);
        Assert.That(Keys(await AskAsync($$"""{ "criteria": {{shallow}} }""")), Has.Count.EqualTo(Signed.Count));
    }

    [Test]
    public async Task An_answer_is_kept_by_nobody_and_names_its_release()
    {
        using var client = ExampleSite.Client();
        using var response = await client.PostAsync(Query + "?release=1.0.0", new StringContent("{}"));
        var answer = JsonDocument.Parse(await response.Content.ReadAsStringAsync()).RootElement;
        Assert.That(Api.Header(response, "Cache-Control"), Is.EqualTo("no-store"));
        Assert.That(answer.GetProperty("release").GetProperty("version").GetString(), Is.EqualTo("1.0.0"));
    }

    /// <summary>Attack J: words of a database are a value that no cell has, or are not understood; never are they run.</summary>
    [Test]
    public async Task A_question_in_the_words_of_a_database_is_a_text_like_any_other()
    {
        using var client = ExampleSite.Client();
        foreach (var words in Hosting.NoQueryTests.Questions.Select(text => JsonSerializer.Serialize(text)))
        {
            var answer = await AskAsync($$"""{ "criteria": { "organisation_id": { "eq": {{words}} } } }""");
            Assert.That(answer.GetProperty("results").GetArrayLength(), Is.Zero);
            foreach (
                var body in (string[])
                    [
                        words,
                        $$"""{ {{words}}: 1 }""",
                        $$"""{ "criteria": {{words}} }""",
                        $$"""{ "criteria": { {{words}}: { "eq": 1 } } }""",
                        $$"""{ "sorts": [{ "field": {{words}}, "direction": "Asc" }] }""",
                    ]
            )
            {
                using var response = await client.PostAsync(Query, new StringContent(body));
                Assert.That(response.StatusCode, Is.EqualTo(HttpStatusCode.BadRequest), body);
            }
        }
    }

    private static async Task<JsonElement> AskAsync(string body)
    {
        using var client = ExampleSite.Client();
        using var response = await client.PostAsync(Query, new StringContent(body));
        var text = await response.Content.ReadAsStringAsync();
        Assert.That(response.StatusCode, Is.EqualTo(HttpStatusCode.OK), text);
        return JsonDocument.Parse(text).RootElement;
    }

    private static List<string> Keys(JsonElement answer) =>
        [
            .. answer
                .GetProperty("results")
                .EnumerateArray()
                .Select(row =>
                    $"{row.GetProperty("organisationId").GetString()} {row.GetProperty("quarter").GetString()} {row.GetProperty("measure").GetString()}"
                ),
        ];

    private static string Key(TableRow row) =>
        $"{row.Text("organisation_id")} {row.Text("quarter")} {row.Text("measure")}";
}
