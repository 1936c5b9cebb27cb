namespace Impact.Core.Noise.Accounting;

/// <summary>Why an entry may not follow the ones before it.</summary>
public enum BudgetRefusal
{
    /// <summary>It may.</summary>
    None,

    /// <summary>An opening that is not the first entry, or another entry before it.</summary>
    Misplaced,

    /// <summary>The terms of the ledger are not well formed.</summary>
    TermsUnfit,

    /// <summary>A lifetime budget is 0 or less, or above one quarter.</summary>
    AboveCeiling,

    /// <summary>The series' terms are not well formed.</summary>
    SeriesUnfit,

    /// <summary>The series was declared with other terms.</summary>
    SeriesDiffers,

    /// <summary>The series was not declared.</summary>
    SeriesUnknown,

    /// <summary>The ledger was not opened for this unit, or the series pays from another.</summary>
    UnitMismatch,

    /// <summary>The period was reserved before.</summary>
    PeriodDrawn,

    /// <summary>The series has had all its periods.</summary>
    SeriesEnded,

    /// <summary>The cost is not Δ²/(2σ²), or not 0 where the series was charged, or the charging entry is misnamed.</summary>
    CostWrong,

    /// <summary>With this cost the sum would be above the lifetime budget.</summary>
    Exhausted,

    /// <summary>There is no open reserve of this number.</summary>
    NotReserved,
}
