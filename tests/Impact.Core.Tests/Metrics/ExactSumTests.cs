using Impact.Core.Catalogue;
using Impact.Core.Ledger;
using Impact.Core.Noise.Accounting;
using Impact.Core.Tests.Disclosure.Counts;

namespace Impact.Core.Tests.Metrics;

/// <summary>Sums are of whole numbers in the engine: numbers that cancel leave what they leave, in every order and on any number of threads.</summary>
[TestFixture]
internal sealed class ExactSumTests
{
    private const long Left = 1_000_000;

    /// <summary>10^16, 1 and −10^16, a million times.</summary>
    private const string Numbers = """
        CREATE TEMPORARY TABLE number AS
        SELECT place, CASE place % 3 WHEN 0 THEN 10000000000000000 WHEN 1 THEN 1 ELSE -10000000000000000 END AS amount
        FROM range(3000000) AS one(place)
        """;

    private static readonly string[] Orders = ["place", "place DESC", "amount", "amount DESC, place", "hash(place)"];

    private string _folder = null!;

    [SetUp]
    public void Make() => _folder = Directory.CreateTempSubdirectory("impact-sums-").FullName;

    [TearDown]
    public void Remove() => Directory.Delete(_folder, recursive: true);

    [Test]
    public void Numbers_that_cancel_leave_a_million([Range(1, 8)] int threads)
    {
        using var ledger = Ledger(threads);
        ledger.Execute("numbers", Numbers);
        foreach (var order in Orders)
        {
            Assert.That(
                Sum(ledger, "amount", $"(SELECT amount FROM number ORDER BY {order})"),
                Is.EqualTo(Left),
                order
            );
        }
    }

    [Test]
    public void A_sum_of_doubles_loses_them()
    {
        using var ledger = Ledger(threads: 1);
        ledger.Execute("numbers", Numbers);
        Assert.That(
            Orders.Select(order =>
                Sum(ledger, "CAST(amount AS DOUBLE)", $"(SELECT amount FROM number ORDER BY {order})")
            ),
            Has.Some.Not.EqualTo(Left)
        );
    }

    [Test]
    public void A_count_that_overflows_is_an_error_before_noise()
    {
        using var ledger = Ledger(threads: 1);
        const string tooMuch = "(SELECT 9223372036854775807 AS amount UNION ALL SELECT 1)";
        var desk = new CountDesk();
        Assert.That(
            () =>
                desk.Draw(
                    PublishedTables.EnrolmentsToDate,
                    (_, _) => CountDesk.ToDate(Sum(ledger, "amount", tooMuch)),
                    new DateOnly(2019, 1, 31)
                ),
            Throws.TypeOf<LedgerException>()
        );
        Assert.That(desk.Events.OfType<ResultCommitted>(), Is.Empty);
        Assert.That(desk.Disk.Files.Keys, Has.None.Contains("/"), "nothing was drawn");
    }

    private LedgerStore Ledger(int threads) =>
        LedgerStore.Open(_folder, new LedgerOptions { MemoryMebibytes = 512, Threads = threads });

    private static long Sum(LedgerStore ledger, string amount, string rows) =>
        ledger
            .Query(
                "sum",
                $"SELECT CAST(sum({amount}) AS BIGINT) AS total FROM {rows} AS added",
                row => row.Integer("total")
            )
            .Single();
}
