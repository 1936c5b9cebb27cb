using Google.OrTools.Sat;

namespace Impact.Core.Disclosure.HouseholdMoney;

/// <summary>
/// Gate G: counts the numbers of households that fit everything published of an organisation's quarter. It assumes what serves an
/// attacker most: each household gets one payment in a quarter, so that payments are households.
/// </summary>
/// <remarks>
/// Values are counted, not the width between the least and the greatest: stipends of 500 and 800 leave 7 values over a width of 19.
/// A heuristic over exact money, no guarantee of differential privacy. Deterministic: one worker, fixed seed.
/// </remarks>
internal static class HouseholdAidGate
{
    private const string Parameters = "num_workers:1 random_seed:7";

    /// <summary>Finds possible numbers of households aided, and stops when enough are found.</summary>
    /// <param name="known">What is known.</param>
    /// <param name="needed">How many values are enough, above 0.</param>
    /// <returns>Different values, at most <paramref name="needed"/>, in no particular order; none where the cash may be below 0.</returns>
    /// <exception cref="ImpossibleHouseholdAidException">No number fits: what is published contradicts itself or the stipends, and nothing may be concluded from it.</exception>
    public static IReadOnlyList<long> PossibleValues(HouseholdAidCase known, long needed)
    {
        if (known.IsNegative)
        {
            return [];
        }

        var (model, households) = ModelOf(known);
        var found = new List<long>();
        while (found.Count < needed)
        {
            var solver = new CpSolver { StringParameters = Parameters };
            var status = solver.Solve(model);
            if (status is CpSolverStatus.Infeasible)
            {
                break;
            }

            if (status is not (CpSolverStatus.Optimal or CpSolverStatus.Feasible))
            {
                throw new InvalidOperationException($"Gate G could not decide on {known.Place}: {status}.");
            }

            found.Add(solver.Value(households));
            model.Add(households != found[^1]);
        }

        return found.Count > 0 ? found : throw new ImpossibleHouseholdAidException(known.Place);
    }

    private static (CpModel Model, IntVar Households) ModelOf(HouseholdAidCase known)
    {
        var most = Most(known);
        var model = new CpModel();
        var amounts = Amounts(model, known, most);
        foreach (var statement in known.Statements)
        {
            model.Add(
                LinearExpr.Sum(statement.Categories.Select(category => amounts[category])) == statement.AmountMinor
            );
        }

        var households = model.NewIntVar(0, most, "households");
        Pay(model, known.Stipends, amounts[HouseholdAidCase.Cash], (households, most));
        foreach (var bound in known.Bounds)
        {
            model.Add(households <= bound.High);
            if (bound.IsOfAided)
            {
                model.Add(households >= bound.Low);
            }
        }

        return (model, households);
    }

    /// <summary>A category is not below 0 unless a statement about it alone says so.</summary>
    private static Dictionary<string, IntVar> Amounts(CpModel model, HouseholdAidCase known, long most) =>
        known
            .Statements.SelectMany(statement => statement.Categories)
            .Append(HouseholdAidCase.Cash)
            .Distinct(StringComparer.Ordinal)
            .ToDictionary(
                category => category,
                category =>
                    model.NewIntVar(
                        known
                            .Statements.Where(one => one.Categories is [var only] && only == category)
                            .Select(one => Math.Min(0, one.AmountMinor))
                            .DefaultIfEmpty(0)
                            .Min(),
                        most,
                        category
                    ),
                StringComparer.Ordinal
            );

    /// <summary>No amount is above this: corrections below 0 in one category leave room for more in another.</summary>
    private static long Most(HouseholdAidCase known) =>
        checked(
            known.Statements.Select(one => Math.Abs(one.AmountMinor)).DefaultIfEmpty(0).Max()
            - known.Statements.Where(one => one.Categories.Count == 1).Sum(one => Math.Min(0, one.AmountMinor))
        );

    private static void Pay(
        CpModel model,
        IReadOnlyList<long> stipends,
        IntVar cash,
        (IntVar Number, long Most) households
    )
    {
        if (stipends.Count == 0)
        {
            var any = model.NewBoolVar("any");
            model.Add(households.Number <= cash);
            model.Add(cash <= households.Most * any);
            model.Add(households.Number >= any);
            return;
        }

        var counts = stipends
            .Select(stipend => model.NewIntVar(0, households.Most / stipend, $"of {stipend}"))
            .ToList();
        model.Add(LinearExpr.WeightedSum(counts, stipends) == cash);
        model.Add(LinearExpr.Sum(counts) == households.Number);
    }
}
