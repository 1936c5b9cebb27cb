using Impact.Core.Catalogue;
using Impact.Core.Catalogue.Derivations;
using Impact.Core.Disclosure;
using Impact.Core.Releases;
using Impact.Core.Tests.Releases.Privacy;
using static Impact.Core.Tests.Releases.SampleTables;

namespace Impact.Core.Tests.Releases.Changes;

/// <summary>Every line of the checklist, conventions §4.6, each with what it is there against.</summary>
internal sealed class ChecklistLinesTests
{
    private const string One = "XI-REHEARSAL-1";

    private static readonly string[] Lines =
    [
        "persistence",
        "frozen-cells",
        "methodology",
        "decisions",
        "charts-described",
        "partners-listed",
        "release-note",
        "gate-household-aid",
        "late-partner",
        "completeness",
        "next-release",
        "disputes",
    ];

    [Test]
    public void Every_line_stands_in_the_manifest_once()
    {
        using var releases = new SampleReleases();
        var checks = releases.Publish(SampleReleases.Draft() with { Checks = [] }).Release.Manifest.Checks;
        Assert.That(checks.Select(check => check.Id), Is.EqualTo(Lines));
        Assert.That(checks.Select(check => check.Detail), Has.All.Matches<BilingualText>(text => text!.En != text.Es));
    }

    [Test]
    public void A_draft_without_a_breach_passes_every_line() =>
        Assert.That(
            Checks(Clean).Where(check => check.Outcome != CheckOutcome.Passed).Select(check => check.Id),
            Is.Empty
        );

    [TestCase("late-partner", "XI-REHEARSAL-1 2020-Q1")]
    [TestCase("completeness", "money_by_organisation")]
    [TestCase("next-release", "fund.json")]
    [TestCase("disputes", "XI-REHEARSAL-1 A-1")]
    public void A_planted_warning_is_given_in_the_manifest_and_stops_nothing(string line, string named)
    {
        using var releases = new SampleReleases();
        var manifest = releases.Publish(Warned(line)).Release.Manifest;
        var warned = manifest.Checks.Single(check => check.Outcome == CheckOutcome.Warning);
        Assert.That((warned.Id, warned.Detail.En.Contains(named, StringComparison.Ordinal)), Is.EqualTo((line, true)));
    }

    [TestCase("methodology", "rules")]
    [TestCase("charts-described", "money-over-time.es")]
    [TestCase("gate-household-aid", "XI-REHEARSAL-1 2020-Q1: exact")]
    [TestCase("partners-listed", "XI-REHEARSAL-2")]
    public void A_planted_breach_fails_its_line_alone_and_nothing_is_published(string line, string named)
    {
        using var releases = new SampleReleases();
        var draft = Broken(line);
        var failed = Checks(draft).Where(check => check.Outcome == CheckOutcome.Failed).ToList();
        Assert.That(failed.Select(check => check.Id), Is.EqualTo([line]));
        Assert.That(failed[0].Detail.Es, Does.Contain(named));
        var fault = Thrown.By<FaultException>(() => releases.Publish(draft)).Fault;
        Assert.That(fault.Kind, Is.EqualTo(Faults.ReleaseStopped));
        Assert.That(fault.Detail, Does.Contain(line));
        Assert.That(Directory.EnumerateDirectories(releases.FundFolder), Is.Empty);
    }

    [Test]
    public void A_quarter_of_a_cash_programme_without_lines_fails_and_one_that_gate_G_decided_on_passes()
    {
        Assert.Multiple(() =>
        {
            Assert.That(Aid(Paying(Clean)), Is.EqualTo(CheckOutcome.Failed), "no line at all");
            Assert.That(Aid(Paying(With("exact"))), Is.EqualTo(CheckOutcome.Failed));
            foreach (var decision in (string[])["household-aid-shown", "household-aid-merged", "programme-merged"])
            {
                Assert.That(Aid(Paying(With(decision))), Is.EqualTo(CheckOutcome.Passed), decision);
            }

            Assert.That(Aid(With("exact")), Is.EqualTo(CheckOutcome.Passed), "who pays no cash");
        });

        static CheckOutcome Aid(ReleaseDraft draft) =>
            Checks(draft).Single(check => check.Id == "gate-household-aid").Outcome;
    }

    [Test]
    public void A_count_that_is_drawn_a_second_time_fails_the_line_of_frozen_cells()
    {
        using var noisy = new NoisyReleases();
        noisy.PublishTwo();
        var draft = noisy.Draft(new(2020, 3, 31));
        var schema = PublishedTables.EnrolmentsToDate;
        var again = draft.Tables.Single(table => table.Table.Schema == schema);
        var (planted, position) = (again.Table.Rows[0].Cells.ToArray(), schema.IndexOf("value"));
        planted[position] = (long)planted[position]! + 1;
        draft = draft with
        {
            Tables =
            [
                .. draft.Tables.Where(table => table != again),
                ControlledTable.Decide(
                    schema,
                    [(planted, "noised"), .. again.Table.Rows.Skip(1).Select(row => (row.Cells, "noised"))]
                ),
            ],
        };
        var fault = Thrown.By<FaultException>(() => noisy.Releases.Publish(draft)).Fault;
        Assert.That(fault.Detail, Does.Contain("frozen-cells").And.Contain(schema.Id));
    }

    [Test]
    public void A_failed_gate_is_a_failed_line_that_names_who_and_how_much()
    {
        var lines = FundPublication.Checks([
            new("balance", Impact.Core.Metrics.GateOutcome.Failed, [new("2020-12-31", -1)]),
            new("signs", Impact.Core.Metrics.GateOutcome.Passed, []),
        ]);
        Assert.That(
            lines.Select(line => (line.Id, line.Outcome)),
            Is.EqualTo([("gate-balance", CheckOutcome.Failed), ("gate-signs", CheckOutcome.Passed)])
        );
        Assert.That(lines[0].Detail.En, Does.EndWith("Not so: 2020-12-31 -1."));
    }

    /// <summary>The sample with all reports in, and a day for the next release.</summary>
    private static ReleaseDraft Clean
    {
        get
        {
            var draft = SampleReleases.Draft();
            List<ControlledTable> own =
            [
                .. draft.Tables.Where(table => !TellsOfPeople(table.Table.Schema)).Select(Whole),
            ];
            return draft with
            {
                Checks = [],
                Fund = draft.Fund with { NextReleaseOn = new(2020, 7, 10) },
                Tables = [.. own, .. Derived([.. own.Select(table => table.Table)]).Select(SampleReleases.Decided)],
            };
        }
    }

    /// <summary>Statements of people, and what follows from them: an interval over partners of which one is silent is never whole.</summary>
    private static bool TellsOfPeople(TableSchema schema) =>
        Derivation.IsDerived(schema) || schema == PublishedTables.People || schema == PublishedTables.Indicators;

    /// <summary>A table in which every figure rests on all its reports.</summary>
    private static ControlledTable Whole(ControlledTable table)
    {
        var (reported, expected) = (table.Table.Schema.IndexOf("reported"), table.Table.Schema.IndexOf("expected"));
        return ControlledTable.Decide(
            table.Table.Schema,
            [.. table.Table.Rows.Zip(table.Decisions).Select(row => (Complete(row.First), row.Second))]
        );

        IReadOnlyList<object?> Complete(TableRow row)
        {
            object?[] cells = [.. row.Cells];
            cells[reported] = cells[expected];
            return cells;
        }
    }

    private static ReleaseDraft Warned(string line) =>
        line switch
        {
            "late-partner" => Changed(PublishedTables.Reporting, One, "standing", "overdue"),
            "completeness" => Changed(PublishedTables.MoneyByOrganisation, One, "reported", 0L),
            "next-release" => Clean with { Fund = Clean.Fund with { NextReleaseOn = Clean.CutOff } },
            _ => Clean with { Tables = [.. Clean.Tables, Whole(SampleReleases.Decided(Reply("disputed")))] },
        };

    private static ReleaseDraft Broken(string line) =>
        line switch
        {
            "methodology" => Clean with { RulesVersion = string.Empty },
            "charts-described" => Clean with
            {
                DescribeCharts = _ =>
                    SampleReleases
                        .Charts("money-over-time")
                        .Select(chart => chart.Path.Contains(".es.", StringComparison.Ordinal) ? Blank(chart) : chart),
            },
            "partners-listed" => Changed(PublishedTables.Reporting, "XI-REHEARSAL-2", "organisation_id", "XI-OTHER"),
            _ => Paying(With("exact")),
        };

    private static ReleaseChart Blank(ReleaseChart chart) => chart with { Bytes = " \n"u8.ToArray() };

    /// <summary>The clean draft with one cell changed in the rows of an organisation.</summary>
    private static ReleaseDraft Changed(TableSchema schema, string organisation, string column, object value)
    {
        var table = Clean.Tables.Single(one => one.Table.Schema == schema);
        var rows = table.Table.Rows.Zip(table.Decisions).Select(row => (Cells(row.First), row.Second));
        return Clean with
        {
            Tables =
            [
                .. Clean.Tables.Where(one => one.Table.Schema != schema),
                ControlledTable.Decide(schema, [.. rows]),
            ],
        };

        IReadOnlyList<object?> Cells(TableRow row)
        {
            object?[] cells = [.. row.Cells];
            if (row.Text("organisation_id") == organisation)
            {
                cells[schema.IndexOf(column)] = value;
            }

            return cells;
        }
    }

    /// <summary>The clean draft with what the first organisation spent, let out by a decision.</summary>
    private static ReleaseDraft With(string decision)
    {
        var line = Row([
            SampleTables.Fund,
            One,
            "2020-Q1",
            new DateOnly(2020, 1, 1),
            new DateOnly(2020, 3, 31),
            "legal_services",
            .. Amount(2_500_000),
        ]);
        var table = new PublishedTable(PublishedTables.SpendingByCategory, [line]);
        return Clean with { Tables = [.. Clean.Tables, Whole(SampleReleases.Decided(table, decision))] };
    }

    private static ReleaseDraft Paying(ReleaseDraft draft) =>
        draft with
        {
            Fund = draft.Fund with { Organisations = [new(One, "One", "national_ngo", CashProgramme: true)] },
        };

    private static PublishedTable Reply(string state) =>
        Table(
            PublishedTables.Replies,
            [
                Row([
                    SampleTables.Fund,
                    One,
                    "A-1",
                    state,
                    new DateOnly(2020, 4, 12),
                    "people",
                    "2020-Q1",
                    "workshops",
                    "It was less.",
                    "Fue menos.",
                ]),
            ]
        );

    private static IReadOnlyList<ManifestCheck> Checks(ReleaseDraft draft) => SampleReleases.Plan(draft).Checks;
}
