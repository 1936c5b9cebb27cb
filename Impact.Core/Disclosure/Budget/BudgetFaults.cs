using Impact.Core.Catalogue;
using Impact.Core.Noise.Accounting;

namespace Impact.Core.Disclosure.Budget;

/// <summary>Says in both languages why the ledger refuses.</summary>
internal static class BudgetFaults
{
    /// <summary>The fault of a refusal; null where nothing is refused.</summary>
    /// <param name="refusal">Why.</param>
    /// <param name="path">The fund, or the series and period.</param>
    /// <exception cref="InvalidOperationException">The ledger itself wrote what may not follow: a defect.</exception>
    public static Fault? Of(BudgetRefusal refusal, string path) =>
        refusal switch
        {
            BudgetRefusal.None => null,
            BudgetRefusal.TermsUnfit or BudgetRefusal.AboveCeiling => new(Faults.BudgetTerms, path),
            BudgetRefusal.SeriesUnfit or BudgetRefusal.SeriesDiffers => new(Faults.BudgetSeriesDiffers, path),
            BudgetRefusal.SeriesUnknown => new(Faults.BudgetSeriesUnknown, path),
            BudgetRefusal.UnitMismatch => new(Faults.BudgetUnit, path),
            BudgetRefusal.PeriodDrawn => new(Faults.BudgetPeriodDrawn, path),
            BudgetRefusal.SeriesEnded => new(Faults.BudgetSeriesEnded, path),
            BudgetRefusal.Exhausted => new(Faults.BudgetExhausted, path),
            _ => throw new InvalidOperationException("The budget ledger would break its own rules."),
        };
}
