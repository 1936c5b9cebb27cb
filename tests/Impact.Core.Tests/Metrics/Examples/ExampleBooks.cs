using System.Globalization;
using System.Text;
using Impact.Core.Catalogue;
using Impact.Core.Metrics.Reference;
using Impact.Core.Quantities;
using Impact.Testing.Ledgers;

namespace Impact.Core.Tests.Metrics.Examples;

/// <summary>Reads the books of a worked example as a ledger, and amounts as minor units.</summary>
internal static class ExampleBooks
{
    private const long FirstRate = 2;

    /// <summary>The fund of every example: two partners, a theme, money for one partner, and two indicators.</summary>
    public static FundDescription Fund { get; } =
        TestFunds.Plain with
        {
            Organisations = [new("XI-ONE", "One", "national_ngo"), new("XI-TWO", "Two", "national_ngo")],
            Designations =
            [
                new("legal-help", BilingualText.Same("Legal help")),
                new("for-one", BilingualText.Same("For one"), "XI-ONE"),
            ],
            Indicators =
            [
                new(
                    "calls",
                    BilingualText.Same("People who called"),
                    IndicatorPopulation.Statement,
                    Aggregation.People
                ),
                new("meals", BilingualText.Same("Meals"), IndicatorPopulation.Statement, Aggregation.Flow)
                {
                    Counts = IndicatorCount.Services,
                },
            ],
        };

    /// <summary>The ledger of an example.</summary>
    public static DraftLedger Ledger(WorkedExample example) =>
        new()
        {
            Entries = [.. RowsWith(example, "kind").Select(Entry)],
            Statements = [.. RowsWith(example, "indicator").Select(Statement)],
            Services = [.. RowsWith(example, "household").Select(Service)],
            Rates = [.. RowsWith(example, "rate").Select(Rate)],
        };

    /// <summary>An amount in major units as minor ones.</summary>
    public static long Minor(string amount) =>
        checked((long)(decimal.Parse(amount, CultureInfo.InvariantCulture) * 100));

    private static IEnumerable<(Dictionary<string, string> Cells, int Place)> RowsWith(
        WorkedExample example,
        string column
    ) =>
        example
            .Given.Where(table => table.Columns.Contains(column))
            .SelectMany(table =>
                table.Rows.Select(row => table.Columns.Zip(row).ToDictionary(cell => cell.First, cell => cell.Second))
            )
            .Select((cells, place) => (cells, place));

    private static DraftEntry Entry((Dictionary<string, string> Cells, int Place) row)
    {
        var (cells, place) = row;
        RequireKnown(
            cells,
            "kind day amount original organisation category giver_kind giver designation id about takes_back donor region recurring"
        );
        return new(cells["kind"], Minor(cells["amount"]), Day(cells["day"]))
        {
            Foreign = Text(cells, "original") is { } original ? Foreign(original.Split(' ')) : null,
            SourceId = Text(cells, "id") ?? $"row-{place}",
            Organisation = Text(cells, "organisation"),
            Category = Text(cells, "category"),
            GiverKind = Text(cells, "giver_kind"),
            Giver = Text(cells, "giver"),
            Designation = Text(cells, "designation") ?? "pool",
            RefersTo = Text(cells, "about"),
            Reverses = Text(cells, "takes_back"),
            Donor = Text(cells, "donor") is { } donor ? Token(donor) : null,
            Region = Text(cells, "region"),
            Recurring = Text(cells, "recurring") is { } recurring ? bool.Parse(recurring) : null,
        };
    }

    /// <summary>An amount in another currency, converted at the first rate of the example.</summary>
    private static ForeignAmount Foreign(string[] amount) => new(amount[1], Minor(amount[0]), RateBatch: 1, FirstRate);

    private static ReferenceRate Rate((Dictionary<string, string> Cells, int Place) row)
    {
        var cells = row.Cells;
        RequireKnown(cells, "base currency day rate");
        Assert.That(PublishedRate.TryRead(Encoding.UTF8.GetBytes(cells["rate"]), out var rate));
        return new(1, FirstRate + row.Place, "rates", cells["base"], Day(cells["day"]), cells["currency"], rate);
    }

    private static ReferenceService Service((Dictionary<string, string> Cells, int Place) row)
    {
        var cells = row.Cells;
        RequireKnown(cells, "household organisation day service");
        return new()
        {
            Batch = 1,
            Household = Token(cells["household"]),
            Organisation = cells["organisation"],
            Service = Text(cells, "service") ?? "food_assistance",
            OccurredOn = Day(cells["day"]),
            Place = "unknown",
        };
    }

    /// <summary>The token of a household or donor with a number.</summary>
    private static Guid Token(string number) =>
        new(int.Parse(number, CultureInfo.InvariantCulture), 0, 0, [0, 0, 0, 0, 0, 0, 0, 0]);

    private static ReferenceStatement Statement((Dictionary<string, string> Cells, int Place) row)
    {
        var cells = row.Cells;
        RequireKnown(cells, "organisation indicator period measure split people certified");
        return new()
        {
            Batch = 1,
            Organisation = cells["organisation"],
            Indicator = cells["indicator"],
            Period = cells["period"],
            Measure = cells["measure"],
            Split = cells["split"],
            People = long.Parse(cells["people"], CultureInfo.InvariantCulture),
            CertifiedOn = Text(cells, "certified") is { } day ? Day(day) : null,
        };
    }

    private static void RequireKnown(Dictionary<string, string> cells, string columns) =>
        Assert.That(cells.Keys, Is.SubsetOf(columns.Split(' ')));

    private static string? Text(Dictionary<string, string> cells, string column) =>
        cells.GetValueOrDefault(column) is { Length: > 0 } text ? text : null;

    private static DateOnly Day(string text) => DateOnly.ParseExact(text, "yyyy-MM-dd", CultureInfo.InvariantCulture);
}
