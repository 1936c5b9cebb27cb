using Microsoft.CodeAnalysis;

namespace Impact.Architecture.Tests.House;

public sealed class RoomTests
{
    [Test]
    public void Every_name_in_the_sources_is_understood_so_that_no_use_goes_unseen()
    {
        // Bodies that the compiler's generators write are not there; their signatures are.
        const string bodyIsGenerated = "CS8795";
        var errors = CoreSources
            .Compilation.GetDiagnostics()
            .Where(found => found.Severity == DiagnosticSeverity.Error && found.Id != bodyIsGenerated);

        Assert.That(errors.Take(10), Is.Empty);
    }

    [Test]
    public void Rooms_use_only_the_rooms_that_the_table_lets_them_use()
    {
        var breaches = CoreSources.Uses.Where(use => !RoomTable.Allows(use)).Distinct();

        Assert.That(breaches, Is.Empty);
    }

    [Test]
    public void Every_folder_of_the_library_is_a_room_of_the_table()
    {
        var folders = Repository
            .ProductFiles.Select(path => path.Split('/'))
            .Where(parts => parts[0] == "Impact.Core" && parts.Length > 2)
            .Select(parts => parts[1])
            .Distinct(StringComparer.Ordinal);

        Assert.That(folders, Is.SubsetOf(RoomTable.Rows.Keys));
    }

    [Test]
    public void Every_file_lies_in_the_folder_of_its_namespace()
    {
        var strangers = CoreSources
            .Compilation.SyntaxTrees.Where(tree => tree.FilePath.Length > 0)
            .Where(tree => !tree.ToString().Contains($"namespace {SpaceOf(tree.FilePath)};", StringComparison.Ordinal))
            .Select(tree => tree.FilePath);

        Assert.That(strangers, Is.Empty);
    }

    [TestCaseSource(nameof(ForbiddenUses))]
    public void A_forbidden_use_is_seen(string from, string type)
    {
        // Written with the whole name, without a using, and only as a name: the hardest to see.
        var source =
            $"namespace Impact.Core.{from}; internal static class Planted {{ public const string Name = nameof(Impact.Core.{type}); }}";

        var breaches = CoreSources.UsesOfPlanted(source).Where(use => !RoomTable.Allows(use));

        Assert.That(breaches, Is.Not.Empty);
    }

    [Test]
    public void A_forbidden_use_is_seen_where_the_type_is_only_inferred()
    {
        const string source = """
            namespace Impact.Core.Metrics
            {
                internal static class Door { public static Impact.Core.Disclosure.ControlledTable Open() => null!; }
            }

            namespace Impact.Core.Charts
            {
                internal static class Planted
                {
                    public static object Look(System.Func<object> any) { var door = Impact.Core.Metrics.Door.Open(); return door; }
                }
            }
            """;

        var seen = CoreSources
            .UsesOfPlanted(source)
            .Where(use => use.From == "Charts" && !RoomTable.Allows(use))
            .Select(use => use.To);

        Assert.That(seen, Does.Contain("Disclosure").And.Contains("Metrics"));
    }

    [Test]
    public void An_allowed_use_is_no_breach()
    {
        const string source =
            "namespace Impact.Core.Releases; internal static class Planted { public static Disclosure.ControlledTable? Table; }";

        var uses = CoreSources.UsesOfPlanted(source);

        Assert.That(uses, Is.Not.Empty);
        Assert.That(uses.Where(use => !RoomTable.Allows(use)), Is.Empty);
    }

    [Test]
    public void Releases_may_add_up_a_budget_ledger()
    {
        const string source = """
            namespace Impact.Core.Releases;
            internal static class Planted
            {
                public static bool Holds(byte[] lines, byte[] key) => Noise.Accounting.BudgetChain.Verify(lines, key).Break is null;
            }
            """;

        var uses = CoreSources.UsesOfPlanted(source);

        Assert.That(uses.Select(use => use.To), Does.Contain("Noise"));
        Assert.That(uses.Where(use => !RoomTable.Allows(use)), Is.Empty);
    }

    private static IEnumerable<TestCaseData> ForbiddenUses()
    {
        yield return Case("Quantities", "Catalogue.Faults");
        yield return Case("Noise", "Quantities.Money");
        yield return Case("Catalogue", "Ledger.LedgerStore");
        yield return Case("Inbox", "Intake.Profile");
        yield return Case("Intake", "Ledger.LedgerStore");
        yield return Case("Ledger", "Metrics.RawTable");
        yield return Case("Metrics", "Intake.Profile");
        yield return Case("Insight", "Ledger.LedgerStore");
        yield return Case("Disclosure", "Metrics.SqlSums");
        yield return Case("Disclosure", "Ledger.LedgerStore");
        yield return Case("Charts", "Releases.Manifest");
        yield return Case("Releases", "Metrics.RawTable");
        yield return Case("Releases", "Disclosure.DisclosureControl");
        yield return Case("Releases", "Disclosure.Budget.BudgetLedger");
        yield return Case("Releases", "Noise.DiscreteGaussian");
        yield return Case("Rehearsal", "Ledger.LedgerStore");
    }

    private static TestCaseData Case(string from, string type) =>
        new TestCaseData(from, type).SetName($"{from} may not use {type}, and it is seen");

    private static string SpaceOf(string path)
    {
        var parts = path.Split('/');
        return string.Join('.', (string[])["Impact", "Core", .. parts[1..^1]]);
    }
}
