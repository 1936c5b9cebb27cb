using Impact.Core;
using Impact.Core.Catalogue;
using Impact.Core.Disclosure;
using Impact.Core.Metrics;
using Impact.Core.Metrics.Enrolment;
using Impact.Core.Quantities;

namespace Impact.Testing.Releases;

/// <summary>Counts of families for an example fund: invented, large enough to report for half of the partners, and drawn with the plan's noise.</summary>
internal sealed class CountedFund(FundDescription plain, DateOnly cutOff)
{
    private const long NewEachMonth = 60;
    private const long NewEachQuarter = 80;
    private const int Partners = 6;

    private static readonly DateOnly From = new(2019, 7, 1);

    /// <summary>The fund, with its partners and the day from which it counts.</summary>
    public FundDescription Description { get; } =
        plain with
        {
            Counting = new(From),
            Organisations =
            [
                .. Enumerable
                    .Range(0, Partners)
                    .Select(partner => new FundOrganisation(
                        SmallFund.IdOf(partner),
                        $"Partner {partner}",
                        "national_ngo"
                    )),
            ],
        };

    /// <summary>The fund's counts, paid from a budget in a data directory.</summary>
    public FundCounts Open(DataFolder data) => FundCounts.Open(data, Description, DisclosurePolicy.Default)!;

    /// <summary>Every table of counts as it leaves: each cell drawn.</summary>
    public IReadOnlyList<ControlledTable> Tables(FundCounts counts) =>
        counts.Drawing(cutOff, (schema, periods) => new(schema, [.. Rows(schema, periods)])).Tables();

    private IEnumerable<RawRow> Rows(TableSchema schema, IReadOnlyList<Period> periods)
    {
        var writer = new RowWriter(new MetricScope(Description, cutOff, LastBatch: 1));
        return (schema.Id, schema.Has("organisation_id")) switch
        {
            (_, true) => from period in periods
            from partner in Enumerable.Range(0, Partners / 2)
            select Row(writer, period, NewEachQuarter, SmallFund.IdOf(partner)),
            ("enrolments_to_date", _) => periods.Select(period => Row(writer, period, NewEachMonth)),
            _ => [],
        };
    }

    private static RawRow Row(RowWriter writer, Period period, long count, params string[] part) =>
        writer.Plain(
            [.. part, period.Code, period.Start, period.End, count, null, null, null],
            new(EnrolmentTables.AwaitsNoise, period.End, RowWriter.OneSource)
        );
}
