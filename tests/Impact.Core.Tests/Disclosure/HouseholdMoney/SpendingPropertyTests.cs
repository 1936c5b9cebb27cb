using Impact.Core.Catalogue;
using Impact.Core.Disclosure;
using Impact.Core.Tests.Metrics;
using Impact.Testing.Engines;
using Impact.Testing.Ledgers;

namespace Impact.Core.Tests.Disclosure.HouseholdMoney;

/// <summary>Whatever the books: sums stay exact, and no number of households can be read from a line. The second way counts, it solves nothing.</summary>
internal sealed class SpendingPropertyTests
{
    private const int Fewest = 10;

    private static readonly FundDescription Fund = TestFunds.Plain with
    {
        Organisations =
        [
            new(TestFunds.Partner, "One", "national_ngo", CashProgramme: true),
            new(TestFunds.OtherPartner, "Two", "foundation"),
        ],
        Stipends =
        [
            new(TestFunds.Partner, 50_000, new(2019, 1, 1)),
            new(TestFunds.Partner, 80_000, new(2019, 10, 1), new(2020, 3, 31)),
        ],
    };

    private TestLedger _ledger = null!;

    [OneTimeSetUp]
    public void OpenLedger() => _ledger = SecondEngine.Open(EngineKind.DuckDb);

    [OneTimeTearDown]
    public void CloseLedger() => _ledger.Dispose();

    [Test]
    public void Lines_add_up_to_what_was_spent_and_tell_no_number_of_households()
    {
        var levels = new HashSet<string>(StringComparer.Ordinal);
        for (var number = 0; number < GeneratedCases.Count / 2; number++)
        {
            var tables = Publish(number);
            var spending = tables.Single(table => table.Table.Schema == PublishedTables.SpendingByCategory);
            levels.UnionWith(spending.Decisions);
            Assert.That(Sums(spending.Table), Is.EquivalentTo(Spent(tables)), $"case {number}");
            Assert.That(spending.Table.Rows.Where(row => !Hides(row)), Is.Empty, $"case {number}");
        }

        Assert.That(
            levels,
            Is.SupersetOf(
                (string[])["household-aid-shown", "household-aid-merged", "programme-merged", "household-aid-withheld"]
            ),
            "levels that no case reached"
        );
    }

    [Test]
    public void The_second_way_sees_a_flat_stipend()
    {
        Assert.That(Numbers(6_850_000, [50_000]), Is.EqualTo([137]));
        Assert.That(Numbers(6_850_000, [50_000, 80_000]), Has.Count.EqualTo(18));
    }

    private static bool Hides(TableRow row)
    {
        if (row.Text("line") != "cash_aid")
        {
            return true;
        }

        var stipends = Fund
            .Stipends.Where(stipend =>
                stipend.OrganisationId == row.Text("organisation_id")
                && stipend.From <= row.Date("period_end")
                && !(stipend.Until < row.Date("period_start"))
            )
            .Select(stipend => stipend.AmountMinor)
            .ToList();
        var amount = row.Integer("amount_minor")!.Value;
        return stipends.Count == 0 ? amount >= Fewest : Numbers(amount, stipends).Count >= Fewest;
    }

    /// <summary>All numbers of payments that make an amount, by trying every number of each stipend but the last.</summary>
    private static HashSet<long> Numbers(long amount, IReadOnlyList<long> stipends)
    {
        if (stipends.Count == 1)
        {
            return amount >= 0 && amount % stipends[0] == 0 ? [amount / stipends[0]] : [];
        }

        var numbers = new HashSet<long>();
        for (long count = 0; count * stipends[0] <= amount; count++)
        {
            numbers.UnionWith(
                Numbers(amount - (count * stipends[0]), [.. stipends.Skip(1)]).Select(rest => rest + count)
            );
        }

        return numbers;
    }

    private static IEnumerable<string> Sums(PublishedTable spending) =>
        spending
            .Rows.GroupBy(row => (row.Text("organisation_id"), row.Text("quarter")))
            .Select(quarter => $"{quarter.Key} {quarter.Sum(row => row.Integer("amount_minor"))}")
            .Where(line => !line.EndsWith(" 0", StringComparison.Ordinal));

    private static IEnumerable<string> Spent(IReadOnlyList<ControlledTable> tables) =>
        tables
            .Single(table => table.Table.Schema == PublishedTables.MoneyByOrganisation)
            .Table.Rows.Where(row => row.Text("measure") == "spent" && row.Integer("amount_minor") is not (null or 0))
            .Select(row => $"{(row.Text("organisation_id"), row.Text("quarter"))} {row.Integer("amount_minor")}");

    private IReadOnlyList<ControlledTable> Publish(int number)
    {
        var generated = new GeneratedLedger(number);
        var draft = generated.Make();
        _ledger.Fill(
            draft with
            {
                Entries = [.. draft.Entries.Select(Stipended), .. Families(number)],
                Statements = [],
                Rates = [],
                AccountLines = [],
                Explanations = [],
                Tells = LedgerKinds.All,
            }
        );
        var run = new FundBooks(_ledger.Store, DisclosurePolicy.Default).Run(Fund, new(2020, 12, 31));
        return FundPublication.Control(Fund, run.Tables, DisclosurePolicy.Default, []);
    }

    /// <summary>Cash of the partner with stipends comes in stipends: any other would be a contradiction.</summary>
    private static DraftEntry Stipended(DraftEntry entry) =>
        entry is { Kind: "expenditure", Category: "cash_aid", Organisation: TestFunds.Partner }
            ? entry with
            {
                Foreign = null,
                BaseMinor = 50_000 * Math.Sign(entry.BaseMinor),
            }
            : entry with
            {
                Foreign = null,
            };

    /// <summary>Quarters with many families, of one stipend or of two.</summary>
    private static IEnumerable<DraftEntry> Families(int number) =>
        number % 3 == 0
            ?
            [
                new("expenditure", 80_000 * (200 + number), new(2019, 11, 3))
                {
                    SourceId = "families",
                    Organisation = TestFunds.Partner,
                    Category = "cash_aid",
                },
            ]
            : [];
}
