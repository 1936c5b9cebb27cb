using System.Globalization;
using Impact.Core.Catalogue;
using Impact.Core.Metrics;
using Impact.Core.Metrics.Enrolment;
using Impact.Core.Metrics.People;
using Impact.Core.Metrics.Reference;
using Impact.Core.Quantities;
using Impact.Testing.Ledgers;

namespace Impact.Core.Tests.Metrics.Enrolment;

/// <summary>The list of enrolments kept by plain loops, a month after the other: the second way to everything the book does.</summary>
internal sealed class PlainEnrolment(FundDescription fund)
{
    private readonly Dictionary<(Guid Household, string By), (string Organisation, DateOnly Month)> _households = [];
    private readonly Dictionary<Guid, (string Band, string Region, DateOnly Month)> _donors = [];
    private readonly SortedSet<DateOnly> _closed = [];

    /// <summary>Closes the months before a cut-off, with what was known.</summary>
    public void Close(DraftLedger draft, Closing closing)
    {
        var scope = new MetricScope(fund, closing.CutOff, closing.LastBatch);
        var ledger = new ReferenceLedger(draft.ToReference(), scope, draft.Tells.ToHashSet(StringComparer.Ordinal));
        var helped = FirstHelp(ledger);
        var gave = ReferenceDonors.First(ReferenceDonors.Standing(ledger));
        for (
            var month = fund.Counting!.From;
            month.AddMonths(1) <= closing.CutOff.AddDays(1);
            month = month.AddMonths(1)
        )
        {
            if (!_closed.Add(month))
            {
                continue;
            }

            foreach (var (key, first) in helped.Where(pair => pair.Value.Month <= month))
            {
                _households.TryAdd(key, (first.Organisation, month));
            }

            foreach (var (donor, first) in gave.Where(pair => pair.Value.Month <= month))
            {
                _donors.TryAdd(donor, (Band(first.BaseMinor), first.Region, month));
            }
        }
    }

    /// <summary>Everybody, as <see cref="EnrolmentDesk.List"/> tells it.</summary>
    public IReadOnlyList<string> List() =>
        [
            .. _households
                .Select(pair =>
                    EnrolmentDesk.Household(
                        $"{pair.Key.Household}",
                        pair.Key.By,
                        pair.Value.Organisation,
                        pair.Value.Month
                    )
                )
                .Order(StringComparer.Ordinal),
            .. _donors
                .Select(pair =>
                    EnrolmentDesk.Donor($"{pair.Key}", pair.Value.Band, pair.Value.Region, pair.Value.Month)
                )
                .Order(StringComparer.Ordinal),
        ];

    /// <summary>The cells of each table; a month of the whole fund stands there with 0 too.</summary>
    public IReadOnlyDictionary<string, IReadOnlyList<string>> Counts() =>
        new Dictionary<string, IReadOnlyList<string>>(StringComparer.Ordinal)
        {
            [PublishedTables.EnrolmentsToDate.Id] =
            [
                .. _closed.Select(month =>
                    Cell($"{month:yyyy-MM}", _households.Values.Count(one => one.Month == month))
                ),
            ],
            [PublishedTables.EnrolmentsByOrganisation.Id] = Cells(
                _households
                    .Values.Where(one => IsInClosedQuarter(one.Month))
                    .Select(one => $"{one.Organisation} {Quarter(one.Month)}")
            ),
            [PublishedTables.NewDonorsByBand.Id] = Cells(
                _donors.Values.Select(one => $"{Month(one.Month)} {one.Band}")
            ),
            [PublishedTables.NewDonorsByRegion.Id] = Cells(
                _donors
                    .Values.Where(one => IsInClosedQuarter(one.Month))
                    .Select(one => $"{Quarter(one.Month)} {one.Region}")
            ),
        };

    private static List<string> Cells(IEnumerable<string> places) =>
        [
            .. places
                .GroupBy(place => place, StringComparer.Ordinal)
                .Select(cell => Cell($"{cell.Key}", cell.Count()))
                .Order(StringComparer.Ordinal),
        ];

    private static string Cell(FormattableString place, int count) =>
        string.Create(
            CultureInfo.InvariantCulture,
            $"{place.ToString(CultureInfo.InvariantCulture)} {count} {EnrolmentTables.AwaitsNoise}"
        );

    private static string Month(DateOnly month) => month.ToString("yyyy-MM", CultureInfo.InvariantCulture);

    private static string Quarter(DateOnly month) => Period.Of(PeriodGrain.Quarter, month).Code;

    private bool IsInClosedQuarter(DateOnly month)
    {
        var end = Period.Of(PeriodGrain.Quarter, month).End;
        return _closed.Contains(new DateOnly(end.Year, end.Month, 1));
    }

    private string Band(long minor) =>
        GiftBands.Of(fund.Currency).Single(band => minor >= band.FromMinor && minor < band.BelowMinor).Band;

    private Dictionary<(Guid, string), (string Organisation, DateOnly Month)> FirstHelp(ReferenceLedger ledger)
    {
        var once = fund.Counting!.Unit == CountingUnit.Household;
        var standing = ledger
            .Services.Where(service => service.OccurredOn <= ledger.Scope.CutOff)
            .GroupBy(service =>
                (
                    service.Household,
                    service.Organisation,
                    Month: new DateOnly(service.OccurredOn.Year, service.OccurredOn.Month, 1)
                )
            )
            .Where(cell => cell.Count(service => !service.IsReversal) > cell.Count(service => service.IsReversal))
            .Select(cell => cell.Key);
        return standing
            .GroupBy(cell => (cell.Household, once ? "" : cell.Organisation))
            .ToDictionary(
                own => own.Key,
                own =>
                    own.OrderBy(cell => cell.Month)
                        .ThenBy(cell => cell.Organisation, StringComparer.Ordinal)
                        .Select(cell => (cell.Organisation, cell.Month))
                        .First()
            );
    }
}
