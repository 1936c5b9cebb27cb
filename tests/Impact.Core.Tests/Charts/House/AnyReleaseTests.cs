using CsCheck;
using Impact.Core.Catalogue;
using Impact.Core.Charts;
using Impact.Core.Quantities;

namespace Impact.Core.Tests.Charts.House;

/// <summary>Releases nobody thought of: whatever the figures are, a picture is drawn and stays readable.</summary>
[TestFixture]
public sealed class AnyReleaseTests
{
    /// <summary>One release is some dozen pictures.</summary>
    private const int CasesPerRelease = 8;

    private static readonly Gen<long> Amount = Gen.Frequency(
        (6, Gen.Long[0, 100_000_00]),
        (2, Gen.Long[-50_000_00, 0]),
        (1, Gen.Long[0, 50_000_000_000_00]),
        (1, Gen.Const(0L))
    );

    private static readonly Gen<string> Status = Gen.Frequency(
        (12, Gen.Const("ok")),
        (1, Gen.Const("x")),
        (1, Gen.Const("c")),
        (1, Gen.Const("z"))
    );

    private static readonly string[] Words =
    [
        "Fund",
        "Aid",
        "of",
        "Administration",
        "Niños",
        "the",
        "Zivilgesellschaftsförderung",
        "e.V.",
    ];

    private static readonly Gen<string> Name = Gen.Int[0, Words.Length - 1]
        .Array[1, 18]
        .Select(words => string.Join(' ', words.Select(word => Words[word])));

    private static readonly Gen<(long Amount, string Status)> Cell = Gen.Select(Amount, Status);

    private static readonly Gen<IReadOnlyDictionary<string, PublishedTable>> Release =
        from names in Name.Array[1, 18]
        from quarters in Gen.Int[1, 24]
        from months in Cell.Array[0, 40]
        from cells in Cell.Array[40, 80]
        from hasStatement in Gen.Bool
        select Build(names, quarters, months, cells, hasStatement);

    [Test]
    public void No_text_is_cut_off_or_lies_on_another_whatever_the_figures_are() =>
        Release.Sample(
            tables =>
            {
                foreach (var page in ChartBook.Compose(tables, ChartSamples.Rehearsal))
                {
                    var name = $"{page.Chart} {page.Language} {page.Shape.Name}";
                    Assert.That(PictureChecks.OutsideThePage(page.Picture), Is.Empty, name);
                    Assert.That(PictureChecks.Overlaps(page.Picture), Is.Empty, name);
                    Assert.That(page.Story.Headline, Is.Not.Empty, name);
                }
            },
            seed: ChartCases.Seed,
            iter: Math.Max(1, ChartCases.Count / CasesPerRelease),
            threads: 1
        );

    private static IReadOnlyDictionary<string, PublishedTable> Build(
        string[] names,
        int quarters,
        (long Amount, string Status)[] months,
        (long Amount, string Status)[] cells,
        bool hasStatement
    )
    {
        var build = new ReleaseBuilder(fiction: true);
        var next = 0;
        (long Amount, string Status) Next() => cells[next++ % cells.Length];
        for (var month = 0; month < months.Length; month++)
        {
            build.Month(Month(month), "received", Value(months[month]), months[month].Status);
        }

        for (var partner = 0; partner < names.Length; partner++)
        {
            build.Organisation(ChartSamples.Id(partner), names[partner]);
            for (var quarter = 0; quarter < quarters; quarter++)
            {
                foreach (var measure in (string[])["allocated", "disbursed", "spent_programme", "spent_management"])
                {
                    var cell = Next();
                    build.OrganisationQuarter(
                        ChartSamples.Id(partner),
                        Quarter(quarter),
                        measure,
                        Value(cell),
                        cell.Status
                    );
                }
            }

            var (planned, reached) = (Next(), Next());
            build.People(
                ChartSamples.Id(partner),
                "legal-cases",
                Quarter(0),
                "planned",
                Value(planned) is { } people ? Math.Abs(people) : null,
                planned.Status
            );
            build.People(
                ChartSamples.Id(partner),
                "legal-cases",
                Quarter(0),
                "reached",
                Value(reached) is { } others ? Math.Abs(others) : null,
                reached.Status
            );
        }

        build.WithSums();
        return (hasStatement ? build.Statement(interest: 5, fees: 12_00, costs: 0, refunds: 7) : build).Build();
    }

    private static long? Value((long Amount, string Status) cell) =>
        string.Equals(cell.Status, "ok", StringComparison.Ordinal) ? cell.Amount : null;

    private static Period Month(int month) => Period.Of(PeriodGrain.Month, new DateOnly(2017, 9, 1).AddMonths(month));

    private static Period Quarter(int quarter) =>
        Period.Of(PeriodGrain.Quarter, new DateOnly(2015, 1, 1).AddMonths(3 * quarter));
}
