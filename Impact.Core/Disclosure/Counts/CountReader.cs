using Impact.Core.Catalogue;
using Impact.Core.Metrics;
using Impact.Core.Quantities;

namespace Impact.Core.Disclosure.Counts;

/// <summary>Reads true counts of some periods from the list of enrolments. It is called only for periods that are paid for on the disk.</summary>
/// <param name="table">A table of counts.</param>
/// <param name="periods">The periods, the oldest first; at least one.</param>
/// <returns>Counts of these periods alone; cells without anybody may be missing.</returns>
internal delegate RawTable CountReader(TableSchema table, IReadOnlyList<Period> periods);
