using Impact.Core.Catalogue;
using Impact.Core.Metrics;
using Impact.Core.Metrics.Enrolment;
using Impact.Core.Metrics.Reference;
using Impact.Testing.Engines;
using Impact.Testing.Ledgers;

namespace Impact.Core.Tests.Metrics.Enrolment;

/// <summary>The cap on services: by SQL as by plain loops, never more than the bound, and nobody's choice hangs on others.</summary>
[TestFixture(EngineKind.DuckDb)]
[TestFixture(EngineKind.Postgres, Category = Engine.PostgresCategory)]
internal sealed class BoundedServicesTests(EngineKind engine)
{
    private static readonly string[] Kinds =
    [
        "food",
        "shelter",
        "legal_help",
        "cash_aid",
        "transport",
        "health_care",
        "school",
    ];

    private TestLedger _ledger = null!;

    [OneTimeSetUp]
    public void OpenLedger() => _ledger = SecondEngine.Open(engine);

    [OneTimeTearDown]
    public void CloseLedger() => _ledger.Dispose();

    [TestCase(CountingUnit.HouseholdAndOrganisation)]
    [TestCase(CountingUnit.Household)]
    public void Sql_and_plain_loops_choose_the_same_and_keep_the_bound(CountingUnit unit)
    {
        var (capped, fund) = (0, EnrolmentDesk.Fund(unit));
        for (var number = 0; number < GeneratedCases.On(engine); number++)
        {
            var (draft, generated) = (Served(number), new GeneratedLedger(number));
            var scope = new MetricScope(fund, generated.CutOff(), generated.LastBatch());
            var chosen = Choose(draft, scope);
            var reference = new ReferenceLedger(
                draft.ToReference(),
                scope,
                draft.Tells.ToHashSet(StringComparer.Ordinal)
            );
            Assert.That(chosen, Is.EqualTo(ReferenceBoundedServices.Of(reference)), $"case {number}");
            var units = chosen.GroupBy(one => (one.Household, one.CountedBy)).Select(own => own.Count()).ToList();
            Assert.That(units, Is.All.InRange(1, BoundedServices.MostKinds), $"case {number}");
            capped += units.Count(count => count == BoundedServices.MostKinds);
        }

        Assert.That(capped, Is.GreaterThan(GeneratedCases.On(engine) / 2), "households reach the bound");
    }

    [Test]
    public void Order_batches_and_other_households_change_nobodys_choice()
    {
        var scope = new MetricScope(EnrolmentDesk.Fund(), new DateOnly(2021, 12, 31), LastBatch: 1000);
        for (var number = 0; number < GeneratedCases.On(engine) / 4; number++)
        {
            var draft = Served(number);
            var asTold = Choose(draft, scope);
            List<ReferenceService> cut =
            [
                .. draft.Services.Reverse().Select((one, place) => one with { Batch = place + 1 }),
            ];
            var more = draft.Services.Concat(
                Kinds.Select(kind => EnrolmentDesk.Service(900, "2019-03-05") with { Service = kind })
            );
            Assert.That(Choose(draft with { Services = cut }, scope), Is.EqualTo(asTold), $"case {number}");
            Assert.That(
                Choose(draft with { Services = [.. more] }, scope)
                    .Where(one => !one.Household.StartsWith("00000384", StringComparison.Ordinal)),
                Is.EqualTo(asTold),
                $"case {number}"
            );
        }
    }

    [Test]
    public void The_first_three_kinds_count_and_of_one_month_the_hash_decides()
    {
        var scope = new MetricScope(EnrolmentDesk.Fund(), new DateOnly(2021, 12, 31), LastBatch: 1);
        var services = Kinds.Select(
            (kind, place) => EnrolmentDesk.Service(1, $"2019-0{7 - place}-05") with { Service = kind }
        );
        var draft = new DraftLedger { Services = [.. services] };
        Assert.That(
            Choose(draft, scope).Select(one => one.Service),
            Is.EquivalentTo(Kinds.Reverse().Take(BoundedServices.MostKinds))
        );

        // In one month, different households choose differently: no kind is always left out.
        var oneMonth = Enumerable
            .Range(1, 40)
            .SelectMany(household =>
                Kinds.Select(kind => EnrolmentDesk.Service(household, "2019-03-05") with { Service = kind })
            );
        var chosen = Choose(new DraftLedger { Services = [.. oneMonth] }, scope);
        Assert.That(chosen, Has.Count.EqualTo(40 * BoundedServices.MostKinds));
        Assert.That(chosen.Select(one => one.Service).Distinct(), Is.EquivalentTo(Kinds));
    }

    [Test]
    public void A_policy_may_ask_for_fewer_kinds_and_not_for_more()
    {
        var scope = new MetricScope(EnrolmentDesk.Fund(), new DateOnly(2021, 12, 31), LastBatch: 1);
        _ledger.Fill(
            new DraftLedger
            {
                Services = [.. Kinds.Select(kind => EnrolmentDesk.Service(1, "2019-03-05") with { Service = kind })],
            }
        );
        using var run = new MetricRun(_ledger.Store, scope);
        BoundedServices.Choose(run, kinds: 2);
        Assert.That(BoundedServices.Chosen(run), Has.Count.EqualTo(2));
        Assert.That(() => BoundedServices.RequireBound(run, kinds: 1), Throws.TypeOf<ContributionBoundException>());
        Assert.That(() => BoundedServices.Choose(run, kinds: 4), Throws.InstanceOf<ArgumentOutOfRangeException>());
    }

    [TestCase("INSERT INTO bounded_service SELECT * FROM bounded_service", Description = "twice in one cell")]
    [TestCase(
        "INSERT INTO bounded_service SELECT household, counted_by, 'planted', month_start FROM bounded_service WHERE service = 'food'"
    )]
    public void A_choice_beyond_the_bound_is_refused(string planted)
    {
        var scope = new MetricScope(EnrolmentDesk.Fund(), new DateOnly(2021, 12, 31), LastBatch: 1);
        _ledger.Fill(
            new DraftLedger
            {
                Services =
                [
                    .. Kinds.Take(3).Select(kind => EnrolmentDesk.Service(1, "2019-03-05") with { Service = kind }),
                ],
            }
        );
        using var run = new MetricRun(_ledger.Store, scope);
        BoundedServices.Choose(run, BoundedServices.MostKinds);
        Assert.That(() => BoundedServices.RequireBound(run, BoundedServices.MostKinds), Throws.Nothing);
        run.Execute("planted", planted);
        Assert.That(
            () => BoundedServices.RequireBound(run, BoundedServices.MostKinds),
            Throws.TypeOf<ContributionBoundException>()
        );
    }

    [Test]
    public void Where_nobody_was_served_nothing_is_chosen()
    {
        var scope = new MetricScope(EnrolmentDesk.Fund(), new DateOnly(2021, 12, 31), LastBatch: 1);
        Assert.That(Choose(new DraftLedger(), scope), Is.Empty);
    }

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
                            Service = Kinds[((place * 5) + number) % Kinds.Length],
                        }
                ),
            ],
        };
    }

    private IReadOnlyList<BoundedService> Choose(DraftLedger draft, MetricScope scope)
    {
        _ledger.Fill(draft);
        using var run = new MetricRun(_ledger.Store, scope);
        BoundedServices.Choose(run, BoundedServices.MostKinds);
        return BoundedServices.Chosen(run);
    }
}
