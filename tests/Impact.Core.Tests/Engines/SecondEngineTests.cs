using System.Diagnostics;
using Impact.Core.Catalogue;
using Impact.Core.Catalogue.Derivations;
using Impact.Core.Disclosure;
using Impact.Core.Ledger;
using Impact.Core.Metrics;
using Impact.Core.Metrics.Enrolment;
using Impact.Core.Metrics.Lots;
using Impact.Testing.Engines;
using Impact.Testing.Ledgers;

namespace Impact.Core.Tests.Engines;

[TestFixture(Category = Engine.PostgresCategory)]
internal sealed class SecondEngineTests
{
    /// <summary>Files of Metrics that only DuckDB runs, each with the reason. A file that is not here runs on both.</summary>
    private static readonly Dictionary<string, string> OnDuckDbAlone = new(StringComparer.Ordinal)
    {
        ["household_enrol"] = ListOfEnrolments,
        ["household_enrolled"] = ListOfEnrolments,
        ["donor_enrol"] = ListOfEnrolments,
        ["donor_enrolled"] = ListOfEnrolments,
    };

    private const string ListOfEnrolments =
        "they write and read the list of enrolments, which is kept in the ledger's own transactions; the counts it begins from run on both";

    private const int DaysBefore = 120;

    private TestLedger _duckDb = null!;
    private TestLedger _postgres = null!;

    private static IEnumerable<string> Files =>
        typeof(SqlText)
            .Assembly.GetManifestResourceNames()
            .Where(name => name.StartsWith("sql/Metrics/Sql/", StringComparison.Ordinal))
            .Select(name => Path.GetFileNameWithoutExtension(name))
            // These read published tables, not the ledger: DerivationEngineTests runs them.
            .Except(Derivation.All.Select(derivation => derivation.Sql));

    [OneTimeSetUp]
    public void OpenLedgers()
    {
        _postgres = SecondEngine.Open(EngineKind.Postgres);
        _duckDb = SecondEngine.Open(EngineKind.DuckDb);
    }

    [OneTimeTearDown]
    public void CloseLedgers()
    {
        _postgres?.Dispose();
        _duckDb?.Dispose();
    }

    [Test]
    public void Both_engines_make_the_same_books_and_run_every_file_of_metrics()
    {
        for (var number = 0; number < GeneratedBooks; number++)
        {
            var generated = new GeneratedLedger(number);
            var draft = generated.Make();
            var fund = number % 2 == 0 ? TestFunds.Plain : TestFunds.FromPublicSources;
            // Drawn once: each call draws another day.
            var cutOff = generated.CutOff();
            var onDuckDb = Told(_duckDb, draft, fund, cutOff);
            var onPostgres = Told(_postgres, draft, fund, cutOff);
            Assert.That(onPostgres, Is.EqualTo(onDuckDb), $"case {number}");
        }

        var ran = ((PostgresLedger)_postgres.Store).Ran;
        var missed = Files.Except(OnDuckDbAlone.Keys).Where(file => !ran.Contains(SqlText.Of("Metrics", file)));
        Assert.That(
            missed,
            Is.Empty,
            "files of Metrics/Sql that PostgreSQL never ran: call them from Told below, or list them in OnDuckDbAlone with the reason"
        );
        Assert.That(OnDuckDbAlone.Keys.Except(Files), Is.Empty, "listed files that do not exist");
    }

    [Test]
    public void A_book_that_differs_by_one_cent_is_seen()
    {
        DraftLedger Books(long amount) => new() { Entries = [new("gift", amount, new(2019, 8, 1))] };

        var day = new DateOnly(2019, 12, 31);
        Assert.That(
            Told(_postgres, Books(101), TestFunds.Plain, day),
            Is.Not.EqualTo(Told(_duckDb, Books(100), TestFunds.Plain, day))
        );
    }

    [Test]
    public void A_statement_of_DuckDB_alone_is_refused() =>
        Assert.That(
            () => _postgres.Store.Execute("planted", "SELECT kind, count(*) FROM entry GROUP BY ALL"),
            Throws.TypeOf<LedgerException>()
        );

    [Test]
    public void A_name_in_a_comment_or_a_text_is_no_parameter() =>
        Assert.That(
            PostgresLedger.WithDriverParameters("-- of $day\nSELECT '$day', $day"),
            Is.EqualTo("-- of $day\nSELECT '$day', @day")
        );

    [Test]
    public void A_cluster_that_ends_leaves_no_process_and_no_file()
    {
        var cluster = PostgresCluster.Start();
        cluster.Connect().Dispose();
        cluster.Dispose();
        Assert.That(() => Process.GetProcessById(cluster.ProcessId), Throws.TypeOf<ArgumentException>());
        Assert.That(Directory.Exists(cluster.Folder), Is.False);
    }

    /// <summary>A third of the generated ledgers, as for every comparison on a server.</summary>
    private static int GeneratedBooks => Metrics.GeneratedCases.On(EngineKind.Postgres);

    /// <summary>Everything that the books of a ledger tell, as lines in an order of their own.</summary>
    private static IReadOnlyList<string> Told(
        TestLedger ledger,
        DraftLedger draft,
        FundDescription fund,
        DateOnly cutOff
    )
    {
        ledger.Fill(draft);
        var totals = FundTotals.Of(ledger.Store, fund).Totals.Select(pair => $"total {pair.Key} {pair.Value}");
        try
        {
            var books = new FundBooks(ledger.Store, DisclosurePolicy.Default).Run(fund, cutOff);
            return
            [
                .. totals,
                .. books.Gates.SelectMany(gate =>
                    gate.Violations.Select(one => $"{one}").Prepend($"gate {gate.Id} {gate.Outcome}")
                ),
                .. books
                    .Tables.Concat(PeopleTables.Of(ledger.Store, books.Scope))
                    .SelectMany(table => table.Rows.Select(row => Line(table.Schema.Id, row)))
                    .Order(StringComparer.Ordinal),
                .. Lots(ledger, books.Scope, draft),
                .. Proven(ledger, books.Scope),
                .. Bounded(ledger, books.Scope),
            ];
        }
        catch (FaultException fault)
        {
            return [.. totals, fault.Fault.Kind.Code];
        }
    }

    /// <summary>Every part of every lot as if half of the books had been published before, and what became of one gift.</summary>
    private static IEnumerable<string> Lots(TestLedger ledger, MetricScope scope, DraftLedger draft)
    {
        var half = new PublishedCutOff(1, scope.CutOff.AddDays(-DaysBefore));
        using var run = new MetricRun(ledger.Store, scope with { Published = [half] });
        var gift = draft.Entries.FirstOrDefault(entry => entry.Kind == "gift")?.SourceId ?? "none";
        return
        [
            .. LotPart.All(run).Select(part => $"lot {part}").Order(StringComparer.Ordinal),
            .. GiftPath.Of(run, gift).Select(step => $"gift {step}"),
        ];
    }

    /// <summary>The kinds of service that households count in, as they are counted.</summary>
    private static IReadOnlyList<string> Bounded(TestLedger ledger, MetricScope scope)
    {
        ledger.Store.Execute("forget", "TRUNCATE TABLE household_service");
        ledger.Store.Execute("forget", "TRUNCATE TABLE household_service_close");
        using var run = new MetricRun(ledger.Store, scope);
        var services = new BoundedServices(run, BoundedServices.MostKinds);
        services.Close(new FundCounting(new DateOnly(2019, 1, 1)));
        return [.. services.Count().Select(cell => $"{cell}").Order(StringComparer.Ordinal)];
    }

    /// <summary>Every transaction that a release would prove, with what became of it, and the ids that receipts are made for.</summary>
    private static IReadOnlyList<string> Proven(TestLedger ledger, MetricScope scope)
    {
        using var gifts = LedgerGifts.Of(ledger.Store, scope);
        try
        {
            using var run = new MetricRun(ledger.Store, scope);
            return
            [
                .. ProvenTables.TransactionsOf(run, part: 0),
                .. gifts.Read().SelectMany(part => part).Select(gift => $"{gift} {string.Join(" ", gift.Lots)}"),
            ];
        }
        catch (FaultException fault)
        {
            return [fault.Fault.Kind.Code];
        }
    }

    private static string Line(string table, RawRow row) => $"{table}: {string.Join(" | ", row.Cells)} {row.Evidence}";
}
