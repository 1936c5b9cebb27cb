using Impact.Core.Catalogue;
using Impact.Core.Ledger;
using Impact.Core.Metrics.Enrolment;
using Impact.Core.Metrics.Reference;
using Impact.Testing.Engines;
using Impact.Testing.Ledgers;
using static Impact.Core.Tests.Metrics.Enrolment.ServiceDesk;

namespace Impact.Core.Tests.Metrics.Enrolment;

/// <summary>The cap on services: by SQL as by plain loops, kept for good, never more than the bound, and nobody's choice hangs on others.</summary>
[TestFixture(EngineKind.DuckDb)]
[TestFixture(EngineKind.Postgres, Category = Engine.PostgresCategory)]
internal sealed class BoundedServicesTests(EngineKind engine)
{
    private static readonly Closing June = new(new DateOnly(2019, 6, 30), LastBatch: 1);
    private static readonly Closing August = new(new DateOnly(2019, 8, 31), LastBatch: 2);
    private static readonly Closing Last = new(new DateOnly(2021, 12, 31), LastBatch: 1000);

    private readonly FundDescription _fund = EnrolmentDesk.Fund();
    private TestLedger _ledger = null!;
    private ServiceDesk _desk = null!;

    [OneTimeSetUp]
    public void OpenLedger()
    {
        _ledger = SecondEngine.Open(engine);
        _desk = new(_ledger);
    }

    [OneTimeTearDown]
    public void CloseLedger() => _ledger.Dispose();

    [TestCase(CountingUnit.HouseholdAndOrganisation)]
    [TestCase(CountingUnit.Household)]
    public void Sql_and_plain_loops_choose_the_same_release_after_release(CountingUnit unit)
    {
        var (full, fund) = (0, EnrolmentDesk.Fund(unit));
        for (var number = 0; number < GeneratedCases.On(engine); number++)
        {
            var (draft, plain) = (Served(number), new PlainServices(fund));
            _desk.Begin(draft);
            foreach (var closing in Closings(number))
            {
                var before = _desk.List();
                _desk.Close(fund, closing);
                plain.Close(draft, closing);
                Assert.That(_desk.List(), Is.EqualTo(plain.List()), $"case {number}");
                Assert.That(_desk.List(), Is.SupersetOf(before), $"case {number}: what was chosen stays");
            }

            var units = _desk.List().GroupBy(Unit, StringComparer.Ordinal).Select(own => own.Count()).ToList();
            Assert.That(units, Is.All.InRange(1, BoundedServices.MostKinds), $"case {number}");
            Assert.That(_desk.Counts(fund, Last), Is.EqualTo(Counted(_desk.List())), $"case {number}");
            full += units.Count(count => count == BoundedServices.MostKinds);
        }

        Assert.That(full, Is.GreaterThan(GeneratedCases.On(engine) / 2), "households reach the bound");
    }

    [Test]
    public void Order_batches_and_other_households_change_nobodys_choice()
    {
        const int other = 900;
        for (var number = 0; number < GeneratedCases.On(engine) / 4; number++)
        {
            var draft = Served(number);
            var asTold = Chosen(draft);
            List<ReferenceService> cut =
            [
                .. draft.Services.Reverse().Select((one, place) => one with { Batch = place + 1 }),
            ];
            var more = draft.Services.Concat(Kinds.Select(kind => Had(other, kind, "2019-03-05")));
            Assert.That(Chosen(draft with { Services = cut }), Is.EqualTo(asTold), $"case {number}");
            Assert.That(
                Chosen(draft with { Services = [.. more] })
                    .Where(one => !one.StartsWith("00000384", StringComparison.Ordinal)),
                Is.EqualTo(asTold),
                $"case {number}"
            );
        }
    }

    [Test]
    public void The_first_three_kinds_count_and_of_one_month_the_hash_decides()
    {
        var services = Kinds.Select((kind, place) => Had(1, kind, $"2019-0{8 - place}-05"));
        Assert.That(
            Chosen(new DraftLedger { Services = [.. services] }).Select(Kind),
            Is.EquivalentTo(Kinds.Reverse().Take(BoundedServices.MostKinds))
        );

        // In one month, different households choose differently: no kind is always left out.
        var oneMonth = Enumerable
            .Range(1, 40)
            .SelectMany(household => Kinds.Select(kind => Had(household, kind, "2019-03-05")));
        var chosen = Chosen(new DraftLedger { Services = [.. oneMonth] });
        Assert.That(chosen, Has.Count.EqualTo(40 * BoundedServices.MostKinds));
        Assert.That(chosen.Select(Kind).Distinct(), Is.EquivalentTo(Kinds));
    }

    [Test]
    public void A_policy_may_ask_for_fewer_kinds_and_not_for_more()
    {
        var fewer = new ServiceDesk(_ledger) { MostKinds = 2 };
        fewer.Begin(new DraftLedger { Services = [.. Kinds.Select(kind => Had(1, kind, "2019-03-05"))] });
        fewer.Close(_fund, June);
        Assert.That(fewer.List(), Has.Count.EqualTo(2));
        Assert.That(() => fewer.Counts(_fund, June), Throws.Nothing);
        var fewest = new ServiceDesk(_ledger) { MostKinds = 1 };
        Assert.That(() => fewest.Counts(_fund, June), Throws.TypeOf<ContributionBoundException>());
        var more = new ServiceDesk(_ledger) { MostKinds = 4 };
        Assert.That(() => more.Close(_fund, August), Throws.InstanceOf<ArgumentOutOfRangeException>());
    }

    [Test]
    public void A_service_told_late_changes_nothing_that_was_counted()
    {
        var draft = ToldLate();
        _desk.Begin(draft);
        _desk.Close(_fund, June);
        var (list, counts) = (_desk.List(), _desk.Counts(_fund, June));

        // Batch 2 tells of earlier kinds: one takes the place that is left, in the month that is open.
        _desk.Close(_fund, August);
        Assert.That(_desk.List(), Is.SupersetOf(list));
        Assert.That(_desk.List().Except(list).Select(line => line[^7..]), Is.EqualTo((string[])["2019-07"]));
        Assert.That(_desk.Counts(_fund, August), Is.SupersetOf(counts));
    }

    [Test]
    public void A_choice_made_anew_is_seen()
    {
        var draft = ToldLate();
        _desk.Begin(draft);
        _desk.Close(_fund, June);
        var list = _desk.List();

        // Planted: nothing was kept.
        _desk.Begin(draft);
        _desk.Close(_fund, August);
        Assert.That(_desk.List(), Is.Not.SupersetOf(list));
    }

    [TestCase("WHERE place <= $most_kinds\n", "WHERE place <= $most_kinds + 1\n", Description = "without the cap")]
    [TestCase(
        "    FROM first_service\n",
        "    FROM (SELECT * FROM first_service UNION ALL SELECT * FROM first_service) AS first_service\n",
        Description = "each kind twice, as without DISTINCT"
    )]
    public void A_bug_in_the_statement_that_chooses_is_refused_and_the_plain_loops_differ(string line, string instead)
    {
        var draft = new DraftLedger
        {
            Services = [.. Kinds.Select(kind => Had(1, kind, "2019-03-05")), Had(2, Kinds[0], "2019-03-05")],
        };
        var sql = SqlText.Of("Metrics", "household_service_choose");
        Assert.That(sql, Does.Contain(line));
        _desk.Begin(draft);
        _desk.CloseWith(_fund, June, sql);
        Assert.That(() => _desk.Counts(_fund, June), Throws.Nothing);
        var right = _desk.List();

        _desk.Begin(draft);
        _desk.CloseWith(_fund, June, sql.Replace(line, instead, StringComparison.Ordinal));
        Assert.That(() => _desk.Counts(_fund, June), Throws.TypeOf<ContributionBoundException>());
        Assert.That(_desk.List(), Is.Not.EqualTo(right));
    }

    [TestCase("SELECT * FROM household_service", Description = "twice in one cell")]
    [TestCase(
        "SELECT household, counted_by, 'planted', month_start FROM household_service WHERE service = 'food'",
        Description = "a fourth kind"
    )]
    [TestCase(
        "SELECT household, 'XI-TEST-2', service, month_start FROM household_service",
        CountingUnit.Household,
        Description = "counted once more by another organisation, where it is counted once"
    )]
    public void A_row_beyond_the_bound_counts_nothing(
        string planted,
        CountingUnit unit = CountingUnit.HouseholdAndOrganisation
    )
    {
        var fund = EnrolmentDesk.Fund(unit);
        _desk.Begin(new DraftLedger { Services = [.. Kinds.Take(3).Select(kind => Had(1, kind, "2019-03-05"))] });
        _desk.Close(fund, June);
        Assert.That(() => _desk.Counts(fund, June), Throws.Nothing);
        _ledger.Store.Execute("planted", $"INSERT INTO household_service {planted}");
        Assert.That(() => _desk.Counts(fund, June), Throws.TypeOf<ContributionBoundException>());
    }

    [Test]
    public void Where_nobody_was_served_nothing_is_chosen() => Assert.That(Chosen(new DraftLedger()), Is.Empty);

    /// <summary>Two kinds told in time, and three earlier ones by a batch that comes after June was closed.</summary>
    private static DraftLedger ToldLate() =>
        new()
        {
            Services =
            [
                Had(1, "food", "2019-04-05"),
                Had(1, "school", "2019-05-05"),
                .. Kinds.Skip(1).Take(3).Select(kind => Had(1, kind, "2019-02-05", batch: 2)),
            ],
        };

    /// <summary>A generated ledger in which few households have many kinds of service.</summary>
    private static DraftLedger Served(int number)
    {
        const int households = 2;
        var draft = new GeneratedLedger(number).Make();
        return draft with
        {
            Services =
            [
                .. draft.Services.Select(
                    (service, place) =>
                        service with
                        {
                            Household = new Guid((place * 7) % households, 0, 0, new byte[8]),
                            Service = Kinds[((place * 5) + number) % Kinds.Count],
                        }
                ),
            ],
        };
    }

    /// <summary>Three closings, each with more known.</summary>
    private static IEnumerable<Closing> Closings(int number)
    {
        var most = new GeneratedLedger(number).LastBatch();
        return
        [
            new(June.CutOff, (most + 2) / 3),
            new(new DateOnly(2020, 1, 31), (2 * most + 2) / 3),
            Last with
            {
                LastBatch = most,
            },
        ];
    }

    private static string Unit(string line) => line[..line.LastIndexOf(' ', line.LastIndexOf(' ') - 1)];

    private static string Kind(string line) => line.Split(' ')[^2];

    private static IEnumerable<string> Counted(IEnumerable<string> list) =>
        list.GroupBy(line => $"{Kind(line)} {line[^7..]}", StringComparer.Ordinal)
            .Select(cell => $"{cell.Key} {cell.Count()}")
            .Order(StringComparer.Ordinal);

    private IReadOnlyList<string> Chosen(DraftLedger draft)
    {
        _desk.Begin(draft);
        _desk.Close(_fund, Last);
        return _desk.List();
    }
}
