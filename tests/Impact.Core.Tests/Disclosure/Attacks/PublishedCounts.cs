using System.Globalization;

namespace Impact.Core.Tests.Disclosure.Attacks;

/// <summary>The published CSV lines of the two tables about families, heading first.</summary>
internal sealed record PublishedCounts(IReadOnlyList<string> ToDate, IReadOnlyList<string> ByOrganisation)
{
    /// <summary>The rows without what noise decides, so that rows and their order can be compared.</summary>
    public string Outline => string.Join('\n', Outlined(ToDate).Concat(Outlined(ByOrganisation)));

    /// <summary>The figure to date of the last month.</summary>
    public long LastToDate => Value(ToDate[0], ToDate[^1]);

    /// <summary>The figures to date, month by month.</summary>
    public IEnumerable<long> FiguresToDate => ToDate.Skip(1).Select(line => Value(ToDate[0], line));

    /// <summary>The one cell of the organisation.</summary>
    public long Quarter => Value(ByOrganisation[0], ByOrganisation[^1]);

    private static IEnumerable<string> Outlined(IReadOnlyList<string> lines)
    {
        var heading = lines[0].Split(',');
        return lines.Select(line =>
            string.Join(
                ',',
                line.Split(',').Where((_, place) => heading[place] is not ("value" or "low" or "high" or "precision"))
            )
        );
    }

    private static long Value(string heading, string line) =>
        long.Parse(line.Split(',')[Array.IndexOf(heading.Split(','), "value")], CultureInfo.InvariantCulture);
}
