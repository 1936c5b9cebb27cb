using System.Reflection;
using Impact.Core.Metrics;
using Impact.Testing.Engines;
using Impact.Testing.Ledgers;

namespace Impact.Core.Tests.Metrics;

/// <summary>What must not change a figure, held for every family of the catalogue at once.</summary>
[TestFixture(EngineKind.DuckDb)]
[TestFixture(EngineKind.Postgres, Category = Engine.PostgresCategory)]
internal sealed class FamilyInvarianceTests(EngineKind engine)
{
    private const string Stranger = "XI-TEST-9";

    private TestLedger _ledger = null!;

    private static IEnumerable<string> Families => MetricFamilies.All.Select(family => family.Sql);

    private static MetricScope Late { get; } = new(TestFunds.Plain, new DateOnly(2022, 12, 31), LastBatch: 1000);

    [OneTimeSetUp]
    public void OpenLedger() => _ledger = SecondEngine.Open(engine);

    [OneTimeTearDown]
    public void CloseLedger() => _ledger.Dispose();

    [TestCaseSource(nameof(Families))]
    public void The_order_of_rows_changes_nothing(string name) =>
        ForEachLedger(draft =>
            SumsDifference.Of(
                name,
                BySql(name, draft),
                BySql(
                    name,
                    draft with
                    {
                        Entries = [.. draft.Entries.Reverse()],
                        Statements = [.. draft.Statements.Reverse()],
                        Balances = [.. draft.Balances.Reverse()],
                        Services = [.. draft.Services.Reverse()],
                        AccountLines = [.. draft.AccountLines.Reverse()],
                        Explanations = [.. draft.Explanations.Reverse()],
                    }
                )
            )
        );

    [TestCaseSource(nameof(Families))]
    public void Splitting_into_batches_changes_nothing(string name) =>
        ForEachLedger(draft =>
            SumsDifference.Of(
                name,
                BySql(name, draft),
                BySql(
                    name,
                    draft with
                    {
                        Entries = [.. draft.Entries.Select((entry, place) => entry with { Batch = place + 1 })],
                        Statements = [.. draft.Statements.Select((one, place) => one with { Batch = place + 1 })],
                        Services = [.. draft.Services.Select((one, place) => one with { Batch = place + 1 })],
                        AccountLines = [.. draft.AccountLines.Select((one, place) => one with { Batch = place + 1 })],
                        // A household is enrolled when its record came, so that each row keeps its day.
                        ReceivedOn = batch =>
                            draft.ReceivedOn(batch <= draft.Services.Count ? draft.Services[batch - 1].Batch : 1),
                    }
                )
            )
        );

    [TestCaseSource(nameof(Families))]
    public void An_unrelated_organisation_changes_no_row_of_another(string name) =>
        ForEachLedger(draft =>
        {
            List<DraftEntry> more =
            [
                new("allocation", 900, new(2019, 8, 1)) { Organisation = Stranger, SourceId = "stranger-1" },
                new("disbursement", 800, new(2019, 8, 2)) { Organisation = Stranger, SourceId = "stranger-2" },
                new("expenditure", 700, new(2019, 8, 3))
                {
                    Organisation = Stranger,
                    SourceId = "stranger-3",
                    Category = "food",
                },
            ];
            var after = BySql(name, draft with { Entries = [.. draft.Entries, .. more] });
            return SumsDifference.Of(name, OfOthers(BySql(name, draft)), OfOthers(after));
        });

    [TestCaseSource(nameof(Families))]
    public void Taking_everything_back_leaves_no_money(string name) =>
        ForEachLedger(draft =>
            BySql(
                    name,
                    draft with
                    {
                        Entries = [.. draft.Entries, .. draft.Entries.Select(entry => entry.TakenBack(entry.Batch))],
                        AccountLines =
                        [
                            .. draft.AccountLines,
                            .. draft.AccountLines.Select(line => line with { BaseMinor = -line.BaseMinor }),
                        ],
                    }
                )
                .Where(sum => Amounts(sum).Any(amount => amount != 0))
                .Select(sum => $"{sum}")
        );

    private static IEnumerable<long> Amounts(object sum) =>
        sum.GetType()
            .GetProperties(BindingFlags.Public | BindingFlags.Instance)
            .Where(property =>
                property.PropertyType == typeof(long) && property.Name.EndsWith("Minor", StringComparison.Ordinal)
            )
            .Select(property => (long)property.GetValue(sum)!);

    /// <summary>The rows about one organisation that is not the stranger; a row of the whole fund may well change.</summary>
    private static IReadOnlyList<object> OfOthers(IReadOnlyList<object> sums) =>
        [.. sums.Where(sum => OrganisationOf(sum) is { } organisation && organisation != Stranger)];

    private static string? OrganisationOf(object sum) =>
        sum.GetType().GetProperty("Organisation")?.GetValue(sum) as string;

    private void ForEachLedger(Func<DraftLedger, IEnumerable<string>> differences)
    {
        const int shareOfCases = 6;
        for (var number = 0; number < (GeneratedCases.On(engine) + shareOfCases - 1) / shareOfCases; number++)
        {
            Assert.That(differences(new GeneratedLedger(number).Make()), Is.Empty, $"case {number}");
        }
    }

    private IReadOnlyList<object> BySql(string name, DraftLedger draft)
    {
        _ledger.Fill(draft);
        using var run = new MetricRun(_ledger.Store, Late);
        return MetricFamilies.All.Single(family => family.Sql == name).BySql(run);
    }
}
