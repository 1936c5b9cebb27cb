using System.Globalization;

namespace Impact.Jobs.Tests;

/// <summary>Budgets, and people planned and reached, by a plain loop over the pooled funds' files.</summary>
internal sealed class PlainProjects
{
    private static readonly string[] Splits = ["men", "women", "boys", "girls"];

    private readonly Dictionary<string, long> _budgets = [];
    private readonly Dictionary<string, long> _people = [];

    /// <param name="projectFiles">Files of approved projects.</param>
    /// <param name="peopleFile">The file of people planned and reached by project.</param>
    /// <param name="days">
    /// How a day of approval begins that is none: such a project is no award. And the last year that is over: what was reached later is
    /// not told yet.
    /// </param>
    public PlainProjects(IEnumerable<string> projectFiles, string peopleFile, (string None, int LastYear) days)
    {
        var partners = new Dictionary<string, string>();
        foreach (var row in projectFiles.SelectMany(PlainCsv.Read))
        {
            if (row["ApprDt"].StartsWith(days.None, StringComparison.Ordinal))
            {
                continue;
            }

            var partner = "ocha-partner-" + row["PartCode"];
            partners[$"{row["PFId"]} {row["PrjCode"]}"] = partner;
            var budget = decimal.Parse(row["PrgBdg"], NumberStyles.Float, CultureInfo.InvariantCulture);
            Add(_budgets, $"{row["PFId"]} {partner}", (long)Math.Round(budget * 100, MidpointRounding.ToEven));
            foreach (var (split, people) in Splits.Zip(row["BenAgg"].Split("##")))
            {
                Add(
                    _people,
                    $"{row["PFId"]} {partner} people-in-project-plans {row["AllYr"]} planned {split}",
                    Whole(people)
                );
            }
        }

        foreach (var row in PlainCsv.Read(peopleFile))
        {
            var partner = partners.GetValueOrDefault($"{row["PooledfundId"]} {row["ChfProjectCode"]}", "unknown");
            AddPeople(row, "planned", "Planned", partner);
            if (Whole(row["AllocationYear"]) <= days.LastYear)
            {
                AddPeople(row, "reached", "Actual", partner);
            }
        }
    }

    /// <summary>Minor units by fund and organisation.</summary>
    public IReadOnlyDictionary<string, long> Budgets => _budgets;

    /// <summary>People by fund, organisation, indicator, year, measure and split.</summary>
    public IReadOnlyDictionary<string, long> People => _people;

    private void AddPeople(IReadOnlyDictionary<string, string> row, string measure, string column, string partner)
    {
        foreach (var split in Splits.Append("total"))
        {
            var people = row[column + char.ToUpperInvariant(split[0]) + split[1..]];
            Add(
                _people,
                $"{row["PooledfundId"]} {partner} people {row["AllocationYear"]} {measure} {split}",
                Whole(people)
            );
        }
    }

    /// <summary>A cell of people; an empty one is none.</summary>
    public static long Whole(string text) =>
        text.Length == 0 ? 0 : (long)decimal.Parse(text, NumberStyles.Float, CultureInfo.InvariantCulture);

    private static void Add(Dictionary<string, long> sums, string key, long amount) =>
        sums[key] = checked(sums.GetValueOrDefault(key) + amount);
}
