using Impact.Core.Catalogue;
using Impact.Core.Ledger;
using Impact.Core.Metrics;
using Impact.Core.Metrics.Flows;
using Impact.Core.Metrics.Lots;
using Impact.Core.Metrics.People;
using Impact.Core.Metrics.Register;

namespace Impact.Benchmarks;

/// <summary>The whole catalogue on a generated ledger, in two parts: what reads sums, and what looks at single donors or households.</summary>
internal static class CatalogueSteps
{
    /// <summary>The engine may hold 3 GiB, so that the whole process stays under 4.</summary>
    public static LedgerOptions Options { get; } = new() { MemoryMebibytes = 3072 };

    /// <summary>The step of one family alone: this and the name of its SQL.</summary>
    public const string OneFamily = "catalogue-of-";

    private static readonly MetricScope Scope = new(
        new FundDescription
        {
            Id = "catalogue",
            Name = BilingualText.Same("Catalogue"),
            Purpose = BilingualText.Same("To be measured."),
            Currency = "USD",
            Fiction = true,
        },
        new DateOnly(2020, 12, 31),
        LastBatch: 4
    );

    /// <summary>Runs one step on the prepared ledger, once to warm the pages and once measured.</summary>
    public static Measurement Run(string step, string folder)
    {
        using var ledger = LedgerStore.Open(Path.Combine(folder, "ledger"), Options);
        Action work = step switch
        {
            "catalogue-query" => () => ledger.Query("one query", Steps.OneQuery, _ => 0),
            // Lots have a measurement of their own; so has what is added up giver by giver or compared gift by gift.
            "catalogue-sums" => () =>
                Compute(
                    ledger,
                    family =>
                        !IsOfSinglePeople(family)
                        && family is not LotBands and not DifferenceRegister and not EarmarkedGifts,
                    withMoney: true
                ),
            // A quarter is shown only where ten givers stand behind it and none is most of it, so every giver is added up.
            "catalogue-earmarking" => () => Compute(ledger, family => family is EarmarkedGifts, withMoney: false),
            // Each gift, refund and fee meets its line in the processor's report.
            "catalogue-matching" => () => Compute(ledger, family => family is DifferenceRegister, withMoney: false),
            "catalogue-people" => () => Compute(ledger, IsOfSinglePeople, withMoney: false),
            "catalogue-money" => () => Compute(ledger, _ => false, withMoney: true),
            _ when step.StartsWith(OneFamily, StringComparison.Ordinal) => () =>
                Compute(ledger, family => family.Sql == step[OneFamily.Length..], withMoney: false),
            _ => throw new ArgumentException("Unknown step.", nameof(step)),
        };
        work();
        return Measurement.Of(work);
    }

    private static bool IsOfSinglePeople(MetricFamily family) =>
        family.GetType().Namespace == typeof(DonorGifts).Namespace;

    private static void Compute(LedgerStore ledger, Func<MetricFamily, bool> isAsked, bool withMoney)
    {
        using var run = new MetricRun(ledger, Scope);
        if (withMoney)
        {
            _ = SqlSums.Compute(run);
        }

        foreach (var family in MetricFamilies.All.Where(isAsked))
        {
            _ = family.BySql(run);
        }
    }
}
