using Impact.Core.Quantities;

namespace Impact.Core.Metrics;

/// <summary>Reads how many individual givers stand behind an inflow of one or several months together.</summary>
internal sealed class InflowEvidenceReader(MetricRun run)
{
    /// <summary>The evidence of all months from one to another together; people are counted once over all of them.</summary>
    public InflowEvidence Read(string measure, Period first, Period last)
    {
        run.Require(ShownMonths.InflowLater);
        return run.Rows(
                "inflow_evidence",
                row => new InflowEvidence(
                    row.Integer("people"),
                    row.Integer("amount_minor"),
                    row.Integer("largest_minor"),
                    row.Integer("second_minor")
                ),
                ("kind", Measures.Kind(measure)),
                ("first_day", first.Start),
                ("last_day", last.End)
            )
            .Single();
    }
}
