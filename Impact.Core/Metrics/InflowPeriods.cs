using Impact.Core.Quantities;

namespace Impact.Core.Metrics;

/// <summary>A period in which one inflow measure is shown: one month, or months rolled together, with the evidence that it may be.</summary>
/// <param name="Measure">A measure of <see cref="Measures.ByMonth"/>.</param>
/// <param name="First">The first month.</param>
/// <param name="Last">The last month, which names the period.</param>
/// <param name="Evidence">Only for measures of individual givers.</param>
internal sealed record InflowPeriod(string Measure, Period First, Period Last, InflowEvidence? Evidence);
