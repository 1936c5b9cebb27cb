using Impact.Core.Catalogue;
using Impact.Core.Metrics.Reporting;
using Impact.Core.Quantities;

namespace Impact.Core.Metrics.Reference;

/// <summary>The named checks of the data, each by its own loop.</summary>
internal sealed class ReferenceQuality(ReferenceLedger ledger)
{
    private readonly Period _lastQuarter = LastClosed(ledger.Scope.StatementDay);

    /// <summary>One row a check.</summary>
    public IReadOnlyList<QualitySum> Of() =>
        [
            Check("expenditure_category", Spending(), "expenditure"),
            Check("disbursement_receipt", Transfers(), "receipt", "disbursement"),
            Check("last_quarter_booked", Partners(), Tells("receipt") ? "receipt" : "expenditure"),
            Check("last_quarter_certified", Certifiers(), "statement"),
            Check("splits_add_up", Splits(), "statement"),
            Check("sheets_taken_whole", Sheets()),
            Check("bank_at_quarter_end", QuarterEnds(), "balance"),
        ];

    private static Period LastClosed(DateOnly day)
    {
        var quarter = Period.Of(PeriodGrain.Quarter, day);
        return quarter.IsClosedAt(day) ? quarter : Period.Of(PeriodGrain.Quarter, quarter.Start.AddDays(-1));
    }

    private QualitySum Check(string id, IEnumerable<bool> cases, params IEnumerable<string> needs)
    {
        var all = cases.ToList();
        return new(id, all.Count(holds => holds), all.Count, needs.All(Tells));
    }

    private bool Tells(string kind) => ledger.ToldKinds.Contains(kind);

    private IEnumerable<bool> Spending() =>
        ledger
            .Booked.Where(entry => entry is { Kind: "expenditure", Organisation: not null })
            .GroupBy(entry => (entry.Organisation, ReferenceFlows.Quarter(entry)))
            .Select(own =>
                own.Where(entry => entry.Category is null)
                    .GroupBy(entry => entry.ClearedOn!.Value.Month)
                    .All(month => month.Sum(entry => entry.BaseMinor) == 0)
            );

    private IEnumerable<bool> Transfers()
    {
        var receipts = Standing("receipt").Select(entry => entry.RefersTo).ToHashSet(StringComparer.Ordinal);
        return Standing("disbursement").Select(entry => receipts.Contains(entry.SourceId));
    }

    private IEnumerable<ReferenceEntry> Standing(string kind)
    {
        var all = ledger.Closed.Where(entry => entry.Kind == kind).ToList();
        return all.Where(entry =>
            entry.Reverses is null
            && !all.Exists(other =>
                other.Reverses == entry.SourceId
                && other.Profile == entry.Profile
                && other.Organisation == entry.Organisation
            )
        );
    }

    private IEnumerable<bool> Partners() =>
        ledger
            .Booked.Where(entry => ReferenceReportTimes.IsOfPartner(entry) && entry.ClearedOn <= _lastQuarter.End)
            .GroupBy(entry => entry.Organisation)
            .Select(own =>
                own.Any(entry => entry.Kind is "receipt" or "expenditure" && entry.ClearedOn >= _lastQuarter.Start)
            );

    private IEnumerable<bool> Certifiers() =>
        Stated()
            .Where(cell => cell.Key.Measure == "reached" && cell.Key.Period == _lastQuarter.Code)
            .GroupBy(cell => cell.Key.Teller)
            .Select(own =>
                own.All(cell => cell.Any(statement => statement is { IsReversal: false, CertifiedOn: not null }))
            );

    private IEnumerable<bool> Splits() =>
        Stated()
            .GroupBy(cell => (cell.Key.Teller, cell.Key.Indicator, cell.Key.Period, cell.Key.Measure))
            .Where(cells => cells.Any(cell => cell.Key.Split == "total"))
            .SelectMany(cells =>
                cells
                    .Where(cell => cell.Key.Split != "total")
                    .GroupBy(cell => IndicatorSets.Of(cell.Key.Split), StringComparer.Ordinal)
                    .Select(set => set.Sum(People) == cells.Where(cell => cell.Key.Split == "total").Sum(People))
            );

    private static long People(IEnumerable<ReferenceStatement> cell) => cell.Sum(statement => statement.People);

    private IEnumerable<
        IGrouping<(string Teller, string Indicator, string Period, string Measure, string Split), ReferenceStatement>
    > Stated() =>
        ledger
            .Statements.GroupBy(one =>
                (one.Organisation ?? one.RefersTo ?? "unknown", one.Indicator, one.Period, one.Measure, one.Split)
            )
            .Where(cell => cell.Count(one => !one.IsReversal) > cell.Count(one => one.IsReversal));

    private IEnumerable<bool> Sheets() =>
        ledger
            .Books.Batches.Where(batch => batch.Batch <= ledger.Scope.LastBatch && batch.IsOfOrganisations)
            .GroupBy(batch => batch.Profile)
            .Select(profile => profile.MaxBy(batch => batch.Batch)!.RowsRejected == 0);

    private IEnumerable<bool> QuarterEnds()
    {
        var counted = ledger.Closed.Where(entry => ReferenceFlows.MeasuresOf(entry).Count > 0).ToList();
        return counted.Count == 0
            ? []
            : Period
                .Range(PeriodGrain.Quarter, counted.Min(entry => entry.ClearedOn!.Value), _lastQuarter.End)
                .Select(quarter =>
                    ledger.Books.Balances.Any(balance =>
                        balance.Batch <= ledger.Scope.LastBatch && balance.AsOf == quarter.End
                    )
                );
    }
}
