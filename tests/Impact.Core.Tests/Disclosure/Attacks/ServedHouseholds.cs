using System.Globalization;
using Impact.Core.Catalogue;
using Impact.Core.Disclosure;
using Impact.Core.Metrics;

namespace Impact.Core.Tests.Disclosure.Attacks;

/// <summary>Very many pairs of neighbouring funds at once: a household whose organisations help nobody else, and organisations that help nobody.</summary>
internal sealed class ServedHouseholds
{
    /// <summary>Pairs whose cells are drawn together, on a budget of their own.</summary>
    private const int Together = 500;

    private const string Idle = "IDLE-";

    private readonly Dictionary<int, RawTable> _counts;
    private readonly int _households;
    private readonly int _quarters;

    /// <summary>Has the program enrol and count them, all in one pass.</summary>
    /// <param name="kind">The household of each pair.</param>
    /// <param name="households">Pairs.</param>
    /// <param name="quarters">Quarters that are counted, 1 or 2.</param>
    /// <param name="planted">A bug in the SQL.</param>
    public ServedHouseholds(HouseholdKind kind, int households, int quarters, PlantedLine? planted = null)
    {
        (_households, _quarters) = (households, quarters);
        using var pass = new EnrolmentPass(3 * quarters, kind.Unit, planted);
        kind.Fill(pass, households);
        var counted = pass.Count(PublishedTables.EnrolmentsByOrganisation);
        IsRefused = pass.IsRefused;
        var organisation = counted.Schema.IndexOf("organisation_id");
        _counts = counted
            .Rows.GroupBy(row => NumberOf((string)row.Cells[organisation]!) / Together)
            .ToDictionary(rows => rows.Key, rows => new RawTable(counted.Schema, [.. rows]));
    }

    /// <summary>Whether the program itself saw that a household counts more often than it may.</summary>
    public bool IsRefused { get; }

    /// <summary>Has the program draw every cell, and looks in which pairs the figures show somebody.</summary>
    /// <param name="policy">What is spent.</param>
    /// <param name="times">How often all cells are drawn anew, each time on other budgets.</param>
    /// <param name="organisations">The organisations that are watched.</param>
    public EmpiricalLoss Attack(DisclosurePolicy policy, int times, params IReadOnlyList<string> organisations)
    {
        var turn = new Lock();
        var seen = new EmpiricalLoss(0, 0, 0, 0);
        var groups = (_households + Together - 1) / Together;
        Parallel.For(
            0,
            groups * times,
            number =>
            {
                var loss = Drawn(number % groups, policy, organisations);
                lock (turn)
                {
                    seen = seen.Plus(loss);
                }
            }
        );
        return seen;
    }

    private static int NumberOf(string organisation) =>
        int.Parse(
            organisation.AsSpan(organisation.IndexOf('-', StringComparison.Ordinal) + 1),
            CultureInfo.InvariantCulture
        );

    private EmpiricalLoss Drawn(int group, DisclosurePolicy policy, IReadOnlyList<string> organisations)
    {
        var numbers = Enumerable
            .Range(group * Together, Math.Min(Together, _households - (group * Together)))
            .Select(number => number.ToString(CultureInfo.InvariantCulture))
            .ToList();
        var helping = organisations.Select(prefix => prefix + "-").ToList();
        var idle = organisations.Select(prefix => Idle + prefix + "-").ToList();
        using var desk = new CountDesk(
            helping.Concat(idle).SelectMany(prefix => numbers.Select(number => prefix + number)),
            policy
        );
        var series = desk.Series(PublishedTables.EnrolmentsByOrganisation, _quarters);
        var draws = desk.Drawing(series, Watched(group, organisations));
        var cells = CountDesk.Quarters(_quarters).Select(quarter => draws.Draw(quarter, [])!).ToList();
        return EmpiricalLoss.Of(numbers.Select(Sum(idle)), numbers.Select(Sum(helping)), figure => figure >= 1);

        Func<string, long> Sum(List<string> prefixes) =>
            number => cells.Sum(quarter => prefixes.Sum(prefix => (long)quarter[prefix + number]));
    }

    /// <summary>The counts of the watched organisations: the draws refuse a count that is in no cell.</summary>
    private RawTable Watched(int group, IReadOnlyList<string> organisations)
    {
        var counts = _counts.GetValueOrDefault(group);
        var schema = PublishedTables.EnrolmentsByOrganisation;
        var place = schema.IndexOf("organisation_id");
        return new(
            schema,
            [
                .. (counts?.Rows ?? []).Where(row =>
                    organisations.Any(prefix =>
                        ((string)row.Cells[place]!).StartsWith(prefix + "-", StringComparison.Ordinal)
                    )
                ),
            ]
        );
    }
}
