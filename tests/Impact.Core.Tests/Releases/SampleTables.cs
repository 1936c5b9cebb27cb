using Impact.Core.Catalogue;
using Impact.Core.Catalogue.Derivations;
using Impact.Core.Quantities;

namespace Impact.Core.Tests.Releases;

/// <summary>A small invented fund whose books add up: two organisations, one quarter.</summary>
internal static class SampleTables
{
    public const string Fund = "xi-harbour";

    private const string First = "XI-REHEARSAL-1";
    private const string Second = "XI-REHEARSAL-2";
    private const string Quarter = "2020-Q1";

    private static readonly DateOnly QuarterStart = new(2020, 1, 1);
    private static readonly DateOnly QuarterEnd = new(2020, 3, 31);

    /// <summary>What the statement's processor took.</summary>
    public const long ProcessorFees = 300_000;

    /// <summary>Gifts of 10,000,000 less refunds of 50,000 and the processor's fees.</summary>
    public const long NetRaised = 9_650_000;

    /// <summary>Every table of the sample.</summary>
    public static IReadOnlyList<PublishedTable> All { get; } =
    [
        FundingStatus(),
        TotalRaised(NetRaised),
        OrganisationTotals(),
        MoneyByQuarter(),
        MoneyByOrganisation(),
        Organisations(),
        Rates(),
        Reconciliation(),
        People(),
        Indicators(),
        Reporting(First, Second),
        .. Derived([Indicators(), People(), OrganisationTotals()]),
    ];

    /// <summary>The statement; <paramref name="change"/> plants another amount, null makes a line unknown.</summary>
    public static PublishedTable FundingStatus(params (string Line, long? Minor)[] change) =>
        FundingStatus("none", change);

    /// <summary>The statement with one line marked as an estimate.</summary>
    public static PublishedTable FundingStatus(string estimate, params (string Line, long? Minor)[] change) =>
        Table(
            PublishedTables.FundingStatus,
            Statement.Select(
                (line, index) =>
                {
                    var planted = change.Where(entry => entry.Line == line.Line).ToList();
                    var minor = planted.Count == 0 ? line.Minor : planted[0].Minor;
                    return Row(
                        [Fund, (long)index + 1, line.Panel, line.Line, line.Sign, .. Amount(minor)],
                        minor is null ? "x"
                            : line.Line == estimate ? "e"
                            : "ok"
                    );
                }
            )
        );

    /// <summary>What was raised; <paramref name="net"/> and its status may be planted, null makes it unknown.</summary>
    public static PublishedTable TotalRaised(long? net, string status = "ok")
    {
        var gross = Statement.Single(line => line.Line == "contributions").Minor;
        return Table(
            PublishedTables.TotalRaised,
            [Row([Fund, "gross", .. Amount(gross)]), Row([Fund, "net", .. Amount(net)], net is null ? "x" : status)]
        );
    }

    public static PublishedTable OrganisationTotals(long firstDisbursed = 4_000_000, long? firstAllocated = null) =>
        Table(
            PublishedTables.OrganisationTotals,
            Flows(firstDisbursed)
                .Concat(firstAllocated is { } allocated ? [(First, "allocated", allocated)] : [])
                .Select(flow => Row([Fund, flow.Organisation, flow.Measure, .. Amount(flow.Minor)]))
        );

    public static PublishedTable MoneyByOrganisation(long firstDisbursed = 4_000_000) =>
        Table(
            PublishedTables.MoneyByOrganisation,
            Flows(firstDisbursed)
                .Select(flow =>
                    Row([
                        Fund,
                        flow.Organisation,
                        Quarter,
                        QuarterStart,
                        QuarterEnd,
                        flow.Measure,
                        .. Amount(flow.Minor),
                    ])
                )
        );

    public static PublishedTable MoneyByQuarter() =>
        Table(
            PublishedTables.MoneyByQuarter,
            new (string Measure, long Minor)[]
            {
                ("disbursed", 6_000_000),
                ("returned", 100_000),
                ("spent", 4_000_000),
            }.Select(flow => Row([Fund, Quarter, QuarterStart, QuarterEnd, flow.Measure, .. Amount(flow.Minor)]))
        );

    public static PublishedTable Organisations() =>
        Table(
            PublishedTables.Organisations,
            [
                Row([Fund, First, "Help, \"first\" & fast", "national_ngo"]),
                Row([Fund, Second, "Ayuda Niñez", "international_ngo"]),
            ]
        );

    public static PublishedTable Rates(decimal ratio = 0.666667m) =>
        Table(
            PublishedTables.Rates,
            [
                Row([Fund, null, "delivery_rate", "USD", 2_000_000L, 3_000_000L, ratio]),
                Row([Fund, First, "delivery_rate", "USD", 5L, 0L, null], "z"),
            ]
        );

    public static PublishedTable Reconciliation(long difference = 0) =>
        Table(
            PublishedTables.Reconciliation,
            [
                Row([Fund, "F1", "fund", "USD", 10_050_000L, 10_050_000L, difference]),
                Row([Fund, "F3", "fund", "USD", 3_800_000L, null, null], "x"),
            ]
        );

    /// <summary>One row of the proof table, with no difference.</summary>
    public static PublishedTable Proof(string identity, long left, string subject = "fund") =>
        Table(PublishedTables.Reconciliation, [Row([Fund, identity, subject, "USD", left, left, 0L])]);

    public static PublishedTable People(long? value = 120, string status = "ok") =>
        Table(
            PublishedTables.People,
            [Row([Fund, First, "workshops", Quarter, QuarterStart, QuarterEnd, "reached", "total", value], status)]
        );

    public static PublishedTable Indicators() =>
        Table(
            PublishedTables.Indicators,
            [
                Row([
                    Fund,
                    "workshops",
                    "Workshops",
                    "Talleres",
                    .. new[] { "statement", "people", "output", "periodic", "none", "bounds", "bounds", "sum", "max" },
                    null,
                    2L,
                    10L,
                ]),
            ]
        );

    /// <summary>Reports of the quarter, on time, by these organisations.</summary>
    public static PublishedTable Reporting(params string[] organisations) =>
        Table(
            PublishedTables.Reporting,
            organisations.Select(organisation =>
                Row([
                    Fund,
                    organisation,
                    Quarter,
                    QuarterStart,
                    QuarterEnd,
                    new DateOnly(2020, 5, 15),
                    new DateOnly(2020, 4, 10),
                    0L,
                    "on_time",
                    true,
                ])
            )
        );

    /// <summary>One step of a correction of the workshops of the first quarter.</summary>
    public static PublishedTable Correction(
        string state,
        string? organisation = "XI-REHEARSAL-1",
        string subject = "people",
        string? table = null,
        string? period = "2020-Q1",
        string? indicator = "workshops"
    ) =>
        Table(
            PublishedTables.Corrections,
            [
                Row(
                    [
                        Fund,
                        "K-1",
                        state,
                        new DateOnly(2020, 4, 10),
                        table,
                        organisation,
                        period,
                        indicator,
                        subject,
                        "partner",
                        "A workshop was counted twice.",
                        "Un taller se contó dos veces.",
                        "Two lists were joined.",
                        "Se unieron dos listas.",
                        .. Amount(null),
                    ],
                    "z"
                ),
            ]
        );

    /// <summary>Nobody was reached, or nobody says so any more.</summary>
    public static PublishedTable NoPeople() => new(PublishedTables.People, []);

    /// <summary>What follows from other tables.</summary>
    public static IEnumerable<PublishedTable> Derived(IReadOnlyList<PublishedTable> tables) =>
        Derivation.All.Select(derivation => derivation.Compute(new DerivationSource(tables)));

    public static PublishedTable Table(TableSchema schema, IEnumerable<object?[]> rows) => new(schema, rows);

    /// <summary>A row with the columns that every table ends with.</summary>
    public static object?[] Row(object?[] cells, string status = "ok", bool fiction = true) =>
        [.. cells, status, "provisional", 1L, 2L, fiction];

    public static object?[] Amount(long? minor) =>
        ["USD", minor, minor is { } known ? new Money(known, Currency.UnitedStatesDollar).Major : null];

    private static (string Panel, string Line, string Sign, long Minor)[] Statement =>
        [
            ("fund", "opening_balance", "plus", 0),
            ("fund", "contributions", "plus", 10_000_000),
            ("fund", "interest", "plus", 50_000),
            ("fund", "total_sources", "total", 10_050_000),
            ("fund", "transfers", "plus", 6_000_000),
            ("fund", "returns", "minus", 100_000),
            ("fund", "gift_refunds", "plus", 50_000),
            ("fund", "processor_fees", "plus", ProcessorFees),
            ("fund", "total_uses", "total", 6_250_000),
            ("fund", "fund_balance", "total", 3_800_000),
            ("partners", "partner_opening_balance", "plus", 0),
            ("partners", "partner_resources", "total", 5_900_000),
            ("partners", "partner_expenditure", "minus", 4_000_000),
            ("partners", "partner_balance", "total", 1_900_000),
            ("total", "total_balance", "total", 5_700_000),
        ];

    private static (string Organisation, string Measure, long Minor)[] Flows(long firstDisbursed) =>
        [
            (First, "disbursed", firstDisbursed),
            (First, "returned", 100_000),
            (First, "spent", 2_500_000),
            (Second, "disbursed", 2_000_000),
            (Second, "spent", 1_500_000),
        ];
}
