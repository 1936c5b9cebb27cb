namespace Impact.Core.Disclosure.HouseholdMoney;

/// <summary>How finely an organisation's spending of a quarter is shown: the order in which gate G merges.</summary>
internal enum SpendingLevel
{
    /// <summary>Every category alone.</summary>
    Categories,

    /// <summary>The categories of aid to households together.</summary>
    DirectAid,

    /// <summary>All categories of programmes together.</summary>
    Programme,

    /// <summary>Nothing of the quarter: its spending is counted in the next one.</summary>
    NextQuarter,
}
