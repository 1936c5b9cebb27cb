using System.Globalization;
using Impact.Core.Catalogue;
using Impact.Core.Quantities;

namespace Impact.Core.Tests.Charts;

/// <content>A fund from public sources.</content>
public static partial class ChartSamples
{
    /// <summary>Fifteen years, many partners with long names; what was sent and spent is not told.</summary>
    public static IReadOnlyDictionary<string, PublishedTable> PooledFund(int partners = 120)
    {
        var build = new ReleaseBuilder(fiction: false, finalUntil: new(2023, 12, 31));
        for (var year = 2011; year <= 2025; year++)
        {
            var month = Period.Month(year, 1);
            build.Month(month, "received", (40 + ((year * 37) % 60)) * 1_000_000_00L);
            build.Month(month, "disbursed", null, "x");
        }

        string[] words =
        [
            "International Committee for",
            "Agency for Technical Cooperation and",
            "Norwegian Rehabilitation",
            "Organization for Community Coordination,",
            "Danish Assistance to",
            "Emergency Relief and",
        ];
        string[] ends =
        [
            "Humanitarian Aid, Rural Development and Mine Clearance",
            "Development",
            "Afghan Women and Children (former Committee for Basic Services)",
            "Reconstruction",
            "United Nations Children's Fund",
        ];
        for (var partner = 0; partner < partners; partner++)
        {
            var name = $"{words[partner % words.Length]} {ends[partner % ends.Length]} {partner}";
            var id = "OCHA-" + (1000 + partner).ToString(CultureInfo.InvariantCulture);
            build.Organisation(id, name);
            for (var year = 2011; year <= 2025; year++)
            {
                if ((partner + year) % 3 == 0 || partner < 4)
                {
                    var amount = 30_000_000_00L * (1 + ((partner * 7) % 5)) / ((partner + 2) * 4);
                    build.OrganisationQuarter(
                        id,
                        Period.Quarter(year, 1 + ((partner + year) % 4)),
                        "allocated",
                        amount
                    );
                    build.OrganisationQuarter(
                        id,
                        Period.Quarter(year, 1 + ((partner + year) % 4)),
                        "disbursed",
                        null,
                        "x"
                    );
                    build.OrganisationQuarter(id, Period.Quarter(year, 1 + ((partner + year) % 4)), "spent", null, "x");
                    build.People(id, "people", Period.Year(year), "planned", 200_000 / (partner + 1));
                    build.People(
                        id,
                        "people",
                        Period.Year(year),
                        "reached",
                        170_000L * (1 + (partner % 3)) / (partner + 2) / 2
                    );
                }
            }
        }

        return build.WithSums().Build();
    }
}
