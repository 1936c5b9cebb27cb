namespace Impact.Core.Metrics;

/// <summary>Sum of one measure, of one organisation or all together, in one period.</summary>
/// <param name="Organisation">The organisation, or null.</param>
/// <param name="Measure">A code of money measures.</param>
/// <param name="PeriodStart">First day of the month or quarter; null for a total to date.</param>
/// <param name="AmountMinor">Minor units of the base currency.</param>
internal sealed record FlowSum(string? Organisation, string Measure, DateOnly? PeriodStart, long AmountMinor);

/// <summary>One line of the Funding Status statement.</summary>
/// <param name="Position">Place in the statement, from 1.</param>
/// <param name="Panel">A code of the panels.</param>
/// <param name="Line">A code of the statement lines.</param>
/// <param name="Sign">Whether it adds, subtracts or is a total.</param>
/// <param name="AmountMinor">Minor units of the base currency.</param>
/// <param name="Unknown">A main part of the line is told by no source.</param>
/// <param name="Partial">A side part of the line is told by no source.</param>
internal sealed record StatementSum(
    int Position,
    string Panel,
    string Line,
    string Sign,
    long AmountMinor,
    bool Unknown,
    bool Partial
);

/// <summary>One giver's gifts or pledges in one year; all people together have an empty name.</summary>
internal sealed record GiverSum(string GiverKind, string Giver, string Measure, DateOnly PeriodStart, long AmountMinor);

/// <summary>One value that partners state, added over the projects of one organisation.</summary>
internal sealed record PeopleSum(
    string Organisation,
    string Indicator,
    string Period,
    string Measure,
    string Split,
    long People
);

/// <summary>Whether an organisation was awarded money, and whether it reported, in one quarter.</summary>
internal sealed record ReportingSum(string Organisation, DateOnly PeriodStart, bool Reported, bool Awarded);

/// <summary>Sum of one ledger kind, of the fund or of one organisation, to date.</summary>
internal sealed record KindSum(string Kind, string? Organisation, long AmountMinor);

/// <summary>What bank and processor state, with items in transit, on one day.</summary>
internal sealed record BalanceSum(DateOnly AsOf, long AmountMinor);

/// <summary>Everything the published tables are made of, computed once by SQL and once by the plain reference.</summary>
internal sealed record MoneySums(
    IReadOnlyList<FlowSum> ByMonth,
    IReadOnlyList<FlowSum> ByQuarter,
    IReadOnlyList<FlowSum> ByOrganisation,
    IReadOnlyList<FlowSum> OrganisationTotals,
    IReadOnlyList<StatementSum> Statement,
    IReadOnlyList<GiverSum> Contributions,
    IReadOnlyList<PeopleSum> People,
    IReadOnlyList<ReportingSum> Reporting,
    IReadOnlyList<KindSum> Books,
    BalanceSum? Balance
);
