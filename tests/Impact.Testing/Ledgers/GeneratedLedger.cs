using System.Globalization;
using Impact.Core.Metrics;
using Impact.Core.Metrics.Reference;
using Impact.Core.Rehearsal;

namespace Impact.Testing.Ledgers;

/// <summary>Ledgers of every shape, plausible or not: the same for a case number on every machine.</summary>
internal sealed class GeneratedLedger(int caseNumber)
{
    private const int MostEntries = 60;
    private const int MostMinor = 5_000_000;
    private const int DaysOfLife = 700;
    private const int MonthsApart = 40;
    private const int LastBatches = 3;

    private static readonly DateOnly FirstDay = new(2019, 1, 15);
    private static readonly string?[] Organisations = [TestFunds.Partner, TestFunds.OtherPartner, "XI-TEST-3"];
    private static readonly string[] Designations = ["pool", TestFunds.LegalHelp, TestFunds.PartnerOnly];
    private static readonly string?[] Categories = [null, "food", "cash_aid", "administration", "fundraising", "other"];
    private static readonly string?[] Givers = [null, null, "A foundation", "A state"];
    private static readonly string[] Sheets = ["sheet-1", "sheet-2"];
    private static readonly string[] Remarks = ["correction", "reply"];
    private static readonly string?[] Projects = [null, "project-1", "project-2", "project-3"];

    private readonly SeededNumbers _numbers = new((ulong)caseNumber, SeededPurpose.Fund);

    /// <summary>The ledger of the case.</summary>
    public DraftLedger Make()
    {
        var rates = new GeneratedRates(caseNumber);
        List<DraftEntry> entries = [.. Many(MostEntries, Entry).Select(rates.Converted)];
        entries.AddRange(
            entries.Where(_ => OneIn(6)).Select(entry => entry.TakenBack(entry.Batch + _numbers.Below(2))).ToList()
        );
        List<ReferenceStatement> statements = [.. Many(20, _ => Statement())];
        statements.AddRange(statements.Where(_ => OneIn(5)).Select(TakenBack).ToList());
        var accounts = new GeneratedAccounts(caseNumber, entries);
        return new()
        {
            AccountLines = accounts.Lines,
            Explanations = accounts.Explanations(),
            Rates = rates.All,
            Entries = entries,
            Statements = statements,
            Services = [.. Many(40, _ => Service())],
            Balances = [.. Many(6, _ => new ReferenceBalance(Batch(), Day(), _numbers.Between(-MostMinor, MostMinor)))],
            Tells = [.. LedgerKinds.All.Where(_ => !OneIn(4)), .. accounts.Tells],
            Sheets =
            [
                .. Many(
                    4,
                    number => new ReferenceBatch(
                        number,
                        Pick(Sheets),
                        OneIn(3) ? [Pick(Remarks)] : [],
                        OneIn(2) ? 0 : 2
                    )
                ),
            ],
            ReceivedOn = batch => FirstDay.AddDays(MonthsApart * Math.Min(batch, LastBatches)),
        };
    }

    /// <summary>A last day that counts: at a quarter's end, in the middle, before everything or after it.</summary>
    public DateOnly CutOff() =>
        _numbers.Below(4) switch
        {
            0 => new DateOnly(2019, 9, 30),
            1 => FirstDay.AddDays(-1),
            2 => FirstDay.AddDays(DaysOfLife + 100),
            _ => Day(),
        };

    /// <summary>The last batch that is known: some, or all.</summary>
    public int LastBatch() => _numbers.Between(1, 4);

    /// <summary>
    /// A scope in which releases came before, each with its inflows of people to some month, and quarters of partners are deferred: what
    /// is shown later than it was booked. Drawn by
    /// numbers of its own, so that the other draws stay.
    /// </summary>
    public MetricScope AfterReleases(MetricScope scope)
    {
        var numbers = new SeededNumbers((ulong)caseNumber, SeededPurpose.Partners);
        var batch = numbers.Below(3);
        var day = FirstDay.AddDays(numbers.Below(DaysOfLife));
        var first = new PublishedCutOff(batch, day);
        var second = new PublishedCutOff(batch + numbers.Below(2), day.AddDays(numbers.Below(200)));
        scope = scope with
        {
            Published =
            [
                .. new[] { first, second }.Take(numbers.Below(3)).Where(one => one.LastBatch <= scope.LastBatch),
            ],
            DeferredQuarters = Enumerable
                .Range(0, numbers.Below(8))
                .Select(_ => new DeferredQuarter(
                    Organisations[numbers.Below(2)]!,
                    new DateOnly(2019, 1, 1).AddMonths(3 * numbers.Below(8))
                ))
                .ToHashSet(),
        };
        return scope with { Published = [.. scope.Published.Select(one => one.Showing(_ => numbers.Below(5)))] };
    }

    private static ReferenceStatement TakenBack(ReferenceStatement statement) =>
        statement with
        {
            People = -statement.People,
            IsReversal = true,
        };

    private DraftEntry Entry(int number)
    {
        var isOfPartner = OneIn(2);
        var kind =
            OneIn(8) ? "opening_balance"
            : isOfPartner ? Pick(LedgerKinds.OfPartners)
            : Pick(LedgerKinds.OfFund);
        var day = Day();
        var isPartners = kind == "opening_balance" ? OneIn(2) : isOfPartner || OneIn(10);
        var giver = kind is "gift" or "pledge" ? Pick(Givers) : null;
        return new(kind, _numbers.Between(1, MostMinor), day)
        {
            Batch = Batch(),
            SourceId = string.Create(CultureInfo.InvariantCulture, $"entry-{number}"),
            ClearedOn = kind == "pledge" && OneIn(2) ? null : day.AddDays(_numbers.Below(40)),
            Organisation = isPartners ? Pick(Organisations) : null,
            Designation = Pick(Designations),
            Category = kind is "expenditure" or "receipt" ? Pick(Categories) : null,
            GiverKind = giver is null ? Pick<string?>(["individual", null]) : "organisation",
            Giver = giver,
            RefersTo = RefersTo(kind, number),
            Donor = kind == "gift" && giver is null && !OneIn(8) ? Token(_numbers.Below(12)) : null,
            Region = kind == "gift" && OneIn(2) ? Pick(["US-MS", "other_country"]) : null,
            Recurring = kind == "gift" ? Pick<bool?>([true, false, null]) : null,
        };
    }

    /// <summary>A project, or an earlier entry: often no gift at all, as in real files.</summary>
    private string? RefersTo(string kind, int number) =>
        kind switch
        {
            "allocation" => Pick(Projects),
            "gift_refund" or "chargeback" or "processor_fee" or "receipt" when !OneIn(5) => string.Create(
                CultureInfo.InvariantCulture,
                $"entry-{_numbers.Between(1, number)}"
            ),
            _ => null,
        };

    private static Guid Token(int person) => new(person, 0, 0, [0, 0, 0, 0, 0, 0, 0, 1]);

    private ReferenceService Service() =>
        new()
        {
            Batch = Batch(),
            Household = Token(_numbers.Below(15)),
            Organisation = Pick(Organisations)!,
            Service = Pick(["food_assistance", "legal_consultation", "cash_assistance"]),
            OccurredOn = Day(),
            Place = Pick(["county-1", "county-2", "unknown"]),
            HouseholdSize = Pick<string?>(["1", "2-3", "6+", null]),
            IsReversal = OneIn(12),
        };

    private ReferenceStatement Statement() =>
        new()
        {
            Batch = Batch(),
            Organisation = OneIn(3) ? Pick(Organisations) : null,
            RefersTo = Pick(Projects),
            Indicator = Pick(["people", "cases"]),
            Period = Pick(["2019", "2019-Q3", "2020-Q1", "2020-Q4", "2020-02"]),
            Measure = Pick(["planned", "reached"]),
            Split = Pick(["total", "women", "men", "female", "children"]),
            People = _numbers.Below(500),
            CertifiedOn = OneIn(3) ? null : Day(),
        };

    private IEnumerable<T> Many<T>(int most, Func<int, T> make) =>
        Enumerable.Range(1, _numbers.Below(most + 1)).Select(make);

    private bool OneIn(int chances) => _numbers.Below(chances) == 0;

    private int Batch() => _numbers.Between(1, 3);

    private DateOnly Day() => FirstDay.AddDays(_numbers.Below(DaysOfLife));

    private T Pick<T>(IReadOnlyList<T> values) => values[_numbers.Below(values.Count)];
}
