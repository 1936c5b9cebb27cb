using Impact.Core.Catalogue;
using Impact.Core.Quantities;

namespace Impact.Core.Metrics;

/// <summary>Turns sums into the rows of the published tables, with status, finality and completeness beside each figure.</summary>
internal sealed class TableAssembly
{
    private readonly MetricScope _scope;
    private readonly MoneySums _sums;
    private readonly IReadOnlySet<string> _told;
    private readonly RowWriter _writer;
    private readonly ReportingCoverage _coverage;

    /// <summary>Prepares the assembly of one run.</summary>
    /// <param name="scope">Fund and days.</param>
    /// <param name="sums">The sums, by SQL or by the reference.</param>
    /// <param name="toldKinds">Ledger kinds that the fund's sources tell.</param>
    public TableAssembly(MetricScope scope, MoneySums sums, IReadOnlySet<string> toldKinds)
    {
        _scope = scope;
        _sums = sums;
        _told = Measures.ToldBy(toldKinds);
        _writer = new RowWriter(scope);
        _coverage = new ReportingCoverage(sums.Reporting);
    }

    /// <summary>All tables of the run.</summary>
    /// <param name="periods">The periods in which each monthly measure is shown.</param>
    /// <param name="organisations">The partner organisations.</param>
    public IReadOnlyList<RawTable> Assemble(
        IReadOnlyList<InflowPeriod> periods,
        IReadOnlyList<FundOrganisation> organisations
    ) =>
        [
            new(PublishedTables.FundingStatus, [.. _sums.Statement.Select(StatementRow)]),
            new(PublishedTables.MoneyByMonth, [.. periods.Select(MonthRow)]),
            new(PublishedTables.MoneyByQuarter, [.. QuarterRows()]),
            new(PublishedTables.Organisations, [.. organisations.Select(OrganisationRow)]),
            new(PublishedTables.OrganisationTotals, [.. organisations.SelectMany(TotalRows)]),
            new(
                PublishedTables.MoneyByOrganisation,
                [.. _sums.ByOrganisation.Where(IsOfOrganisation).Select(OrganisationQuarterRow), .. DeferredRows()]
            ),
            new(PublishedTables.Contributions, [.. _sums.Contributions.Select(GiverRow)]),
            new(PublishedTables.People, [.. _sums.People.Where(IsPlannedOrOver).Select(PeopleRow)]),
            new(PublishedTables.Reconciliation, [.. new ProofTable(_scope, _sums, _told).Rows(_writer)]),
        ];

    private static bool IsOfOrganisation(FlowSum sum) =>
        Measures.OfOrganisation.Contains(sum.Measure, StringComparer.Ordinal);

    private RawRow StatementRow(StatementSum sum)
    {
        var status = (sum.Unknown, sum.Partial) switch
        {
            (true, _) => "x",
            (_, true) => sum.Sign == "total" ? "e" : "x",
            _ => "ok",
        };
        var completeness = sum.Panel == "fund" ? RowWriter.OneSource : _coverage.ToDate;
        return _writer.Amount(
            [(long)sum.Position, sum.Panel, sum.Line, sum.Sign],
            sum.AmountMinor,
            new(status, _scope.StatementDay, completeness)
        );
    }

    private RawRow MonthRow(InflowPeriod period)
    {
        var amount = _sums
            .ByMonth.Where(sum =>
                sum.Measure == period.Measure
                && sum.PeriodStart >= period.First.Start
                && sum.PeriodStart <= period.Last.End
            )
            .Sum(sum => sum.AmountMinor);
        var context = new FigureContext(StatusOf(period.Measure), period.Last.End, RowWriter.OneSource);
        var row = _writer.Amount(
            [period.Last.Code, period.First.Start, period.Last.End, period.Measure],
            amount,
            context
        );
        return row with { Evidence = period.Evidence };
    }

    private IEnumerable<RawRow> QuarterRows()
    {
        var starts = _sums.ByQuarter.Select(sum => sum.PeriodStart!.Value).ToList();
        if (starts.Count == 0)
        {
            return [];
        }

        var amounts = _sums.ByQuarter.ToDictionary(
            sum => (sum.Measure, sum.PeriodStart!.Value),
            sum => sum.AmountMinor
        );
        return from quarter in Period.Range(PeriodGrain.Quarter, starts.Min(), _scope.StatementDay)
            from measure in Measures.ByQuarter
            let completeness = IsReported(measure) ? _coverage.In(quarter.Start) : RowWriter.OneSource
            select _writer.Amount(
                [quarter.Code, quarter.Start, quarter.End, measure],
                amounts.GetValueOrDefault((measure, quarter.Start)),
                new(StatusOf(measure), quarter.End, completeness)
            );
    }

    private RawRow OrganisationRow(FundOrganisation organisation) =>
        _writer.Plain(
            [organisation.Id, organisation.Name, organisation.Type],
            new("ok", _scope.StatementDay, RowWriter.OneSource)
        );

    private IEnumerable<RawRow> TotalRows(FundOrganisation organisation) =>
        from measure in Measures.OfOrganisation
        let amount = _sums
            .OrganisationTotals.SingleOrDefault(sum => sum.Organisation == organisation.Id && sum.Measure == measure)
            ?.AmountMinor
            ?? 0
        let completeness = IsReported(measure) ? _coverage.ToDateOf(organisation.Id) : RowWriter.OneSource
        select _writer.Amount(
            [organisation.Id, measure],
            amount,
            new(StatusOf(measure), _scope.StatementDay, completeness)
        );

    private RawRow OrganisationQuarterRow(FlowSum sum)
    {
        var quarter = Period.Of(PeriodGrain.Quarter, sum.PeriodStart!.Value);
        return _writer.Amount(
            [sum.Organisation, quarter.Code, quarter.Start, quarter.End, sum.Measure],
            sum.AmountMinor,
            new(StatusOf(sum.Measure), quarter.End, RowWriter.OneSource)
        );
    }

    /// <summary>A quarter that shows nothing of its spending says so, instead of having no row as if nothing had been spent.</summary>
    private IEnumerable<RawRow> DeferredRows() =>
        from deferred in _scope.DeferredQuarters
        where deferred.QuarterStart <= _scope.StatementDay
        let quarter = Period.Of(PeriodGrain.Quarter, deferred.QuarterStart)
        from measure in Measures.Spent
        select _writer.Amount(
            [deferred.Organisation, quarter.Code, quarter.Start, quarter.End, measure],
            amountMinor: 0,
            new("c", quarter.End, RowWriter.OneSource)
        );

    private RawRow GiverRow(GiverSum sum)
    {
        var year = Period.Of(PeriodGrain.Year, sum.PeriodStart);
        return _writer.Amount(
            [
                sum.GiverKind,
                sum.Giver.Length == 0 ? sum.GiverKind : sum.Giver,
                year.Code,
                year.Start,
                year.End,
                sum.Measure,
            ],
            sum.AmountMinor,
            new("ok", year.End < _scope.StatementDay ? year.End : _scope.StatementDay, RowWriter.OneSource)
        );
    }

    /// <summary>What was reached is told of periods that are over; a plan may be for a later one.</summary>
    private bool IsPlannedOrOver(PeopleSum sum) =>
        sum.Measure == "planned" || PeriodCode.Parse(sum.Period).IsClosedAt(_scope.StatementDay);

    private RawRow PeopleRow(PeopleSum sum)
    {
        var period = PeriodCode.Parse(sum.Period);
        return _writer.Plain(
            [
                sum.Organisation,
                sum.Indicator,
                period.Code,
                period.Start,
                period.End,
                sum.Measure,
                sum.Split,
                sum.People,
            ],
            new("ok", period.End, RowWriter.OneSource)
        );
    }

    private static bool IsReported(string measure) =>
        Measures.FromPartnerReports.Contains(measure, StringComparer.Ordinal);

    private string StatusOf(string measure) => _told.Contains(measure) ? "ok" : "x";
}
