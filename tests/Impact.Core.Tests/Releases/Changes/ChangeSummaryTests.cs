using Impact.Core.Catalogue;
using Impact.Core.Releases.Changes;

namespace Impact.Core.Tests.Releases.Changes;

/// <summary>What has changed, as a person reads it.</summary>
internal sealed class ChangeSummaryTests
{
    [Test]
    public void A_change_is_told_in_words_the_largest_first()
    {
        var largest = ChangeSummary.Largest(Changes(SampleTables.People(value: 150)), 100);
        var people = largest.Single(row => row.Text("table") == "people");
        Assert.Multiple(() =>
        {
            Assert.That(
                ChangeSummary.Sentence(people, "USD"),
                Is.EqualTo(
                    new BilingualText(
                        "People, as partners state (Organisation identifier: XI-REHEARSAL-1; Indicator: workshops; Period: 2020-Q1; Measure: Reached, as the partner states; Split: Everyone), Value: 120 → 150 (+25.00 %). Better or later source data.",
                        "Personas, según declaran las organizaciones (Identificador de la organización: XI-REHEARSAL-1; Indicador: workshops; Período: 2020-Q1; Medida: Alcanzado, según declara la organización; Desglose: Todas las personas), Valor: 120 → 150 (+25.00 %). Datos de origen mejores o posteriores."
                    )
                )
            );
            Assert.That(
                largest
                    .Where(row => !row.Text("field").EndsWith("_minor", StringComparison.Ordinal))
                    .Select(row => row.Decimal("ratio") is { } ratio ? Math.Abs(ratio) : decimal.MaxValue),
                Is.Ordered.Descending
            );
        });
    }

    [Test]
    public void Of_money_the_most_comes_first_however_small_its_share_is()
    {
        // A hundred dollars of a hundred thousand; then all of what was nothing but five cents.
        var changes = Changes(
            SampleTables.FundingStatus(("contributions", 10_010_000), ("interest", 50_005)),
            SampleTables.Rates(ratio: 0.5m)
        );
        var largest = ChangeSummary.Largest(changes, 100);
        var money = largest.Where(row => row.Text("field") == "amount_minor").ToList();
        Assert.Multiple(() =>
        {
            Assert.That(money.Select(row => Math.Abs(row.Integer("difference")!.Value)), Is.EqualTo([10_000, 5]));
            Assert.That(largest.Take(2), Is.EqualTo(money), "money before shares");
        });
    }

    [Test]
    public void Money_is_told_in_full_and_its_heading_says_nothing_of_minor_units()
    {
        var changes = Changes(SampleTables.OrganisationTotals(firstDisbursed: 4_000_500));
        var total = changes.Rows.First(row => row.Text("table") == "organisation_totals");
        Assert.That(
            ChangeSummary.Sentence(total, "USD").En,
            Is.EqualTo(
                "Money by organisation to date (Organisation identifier: XI-REHEARSAL-1; Measure: Sent to partners), Amount: 40,000.00 → 40,005.00 (+0.01 %). Better or later source data."
            )
        );
        var sentences = changes.Rows.Select(row => ChangeSummary.Sentence(row, "USD")).ToList();
        Assert.That(sentences.Select(text => text.En), Has.None.Contains("minor unit"));
        Assert.That(sentences.Select(text => text.Es), Has.None.Contains("mínimas"));
    }

    private static PublishedTable Changes(params PublishedTable[] changed) =>
        ChangeTables.Of(
            ReleaseComparison.Of(
                ReleaseContents.Of(SampleReleases.Draft()),
                ReleaseContents.Of(SampleReleases.Draft(changed))
            ),
            SampleTables.Fund,
            fiction: true
        )[0];
}
