namespace Impact.Architecture.Tests.Documents;

/// <summary>Every planted bug in <c>docs/disclosure-tests.md</c> names tests, and those are there.</summary>
public sealed class PlantedBugDocumentTests
{
    private const string Document = "docs/disclosure-tests.md";

    [Test]
    public void Every_planted_bug_names_a_test_that_is_there() =>
        Assert.That(Missing(Repository.Read(Document)), Is.Empty);

    [TestCase("| X | a bug | `Attacks/NobodyTests` |", "Attacks/NobodyTests")]
    [TestCase("| X | a bug | seen by eye |", "a row without a test")]
    [TestCase("| X | a bug | `Disclosure/Attacks/CountDesk` |", "Disclosure/Attacks/CountDesk")]
    public void A_row_that_names_none_is_seen(string row, string missing) =>
        Assert.That(Missing(row + "\n"), Is.EqualTo((string[])[missing]));

    /// <summary>What rows of the tables name as their tests and is no file with a test method, nor a folder of such files.</summary>
    private static IEnumerable<string> Missing(string text)
    {
        foreach (var row in text.Split('\n').Where(line => line.StartsWith("| ", StringComparison.Ordinal)))
        {
            var cells = row.Split(" | ");
            if (cells.Length < 3 || cells[0] is "| attack" or "| ---")
            {
                continue;
            }

            var named = cells[2].Split('`').Where((_, place) => place % 2 == 1).ToList();
            foreach (var name in named.Count == 0 ? ["a row without a test"] : named.Where(name => !IsTested(name)))
            {
                yield return name;
            }
        }
    }

    private static bool IsTested(string name) =>
        Repository.TestFiles.Any(path =>
            (
                path.EndsWith($"/{name}.cs", StringComparison.Ordinal)
                || path.Contains($"/{name}/", StringComparison.Ordinal)
            ) && Repository.Read(path).Contains("\n    [Test", StringComparison.Ordinal)
        );
}
