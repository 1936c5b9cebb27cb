using Impact.Core.Noise;
using Impact.Core.Noise.Accounting;

namespace Impact.Core.Disclosure.Budget;

/// <summary>A row of the published budget table.</summary>
/// <param name="Entry">The entry's number, from 1.</param>
/// <param name="Kind">open, series, reserve, commit or abandon.</param>
/// <param name="Unit">Whose budget; empty where the entry is about none.</param>
/// <param name="Series">The series; empty for the opening.</param>
/// <param name="Period">The period; empty for opening and declaration.</param>
/// <param name="Terms">The series' parameters; null for the opening.</param>
/// <param name="Cost">ρ charged by this entry.</param>
/// <param name="Spent">Σρ of the unit up to and with this entry.</param>
internal sealed record BudgetRow(
    long Entry,
    string Kind,
    string Unit,
    string Series,
    string Period,
    SeriesTerms? Terms,
    Fraction Cost,
    Fraction Spent
);

/// <summary>What a release shows of the budget.</summary>
/// <param name="Lines">The chain's file, byte for byte; <see cref="BudgetChain.Verify"/> checks it.</param>
/// <param name="PublicKey">The thirty-two bytes of the budget key's public half.</param>
/// <param name="Head">Where the chain ends.</param>
/// <param name="Rows">The entries as rows, in their order.</param>
internal sealed record PublishedBudget(byte[] Lines, byte[] PublicKey, BudgetHead Head, IReadOnlyList<BudgetRow> Rows)
{
    private static readonly Fraction Nothing = Fraction.Of(0, 1);

    /// <summary>The published form of a chain that holds.</summary>
    /// <exception cref="InvalidOperationException">It does not hold: a defect, and nothing is published.</exception>
    public static PublishedBudget Of(byte[] lines, byte[] publicKey)
    {
        var verdict = BudgetChain.Verify(lines, publicKey);
        if (verdict.Break is not null)
        {
            throw new InvalidOperationException("The budget ledger in memory does not hold.");
        }

        var reserves = verdict
            .Entries.Where(entry => entry.Event is BudgetReserved)
            .ToDictionary(entry => entry.Number, entry => (BudgetReserved)entry.Event);
        var spent = new Dictionary<string, Fraction>(StringComparer.Ordinal);
        return new(lines, publicKey, verdict.Head, [.. verdict.Entries.Select(entry => Row(entry, reserves, spent))]);
    }

    private static BudgetRow Row(
        BudgetEntry entry,
        Dictionary<long, BudgetReserved> reserves,
        Dictionary<string, Fraction> spent
    )
    {
        var (terms, period) = entry.Event switch
        {
            SeriesOpened series => (series.Terms, string.Empty),
            BudgetReserved reserve => (reserve.Terms, reserve.Period),
            ResultCommitted commit => (reserves[commit.Reserve].Terms, reserves[commit.Reserve].Period),
            PeriodAbandoned abandoned => (reserves[abandoned.Reserve].Terms, reserves[abandoned.Reserve].Period),
            _ => (null, string.Empty),
        };
        var cost = entry.Event is BudgetReserved paid ? paid.Cost : Nothing;
        var unit = terms?.Unit ?? string.Empty;
        var sum = spent.GetValueOrDefault(unit, Nothing) + cost;
        spent[unit] = sum;
        return new(entry.Number, entry.Event.Kind, unit, terms?.Series ?? string.Empty, period, terms, cost, sum);
    }
}
