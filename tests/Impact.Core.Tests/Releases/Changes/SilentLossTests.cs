using Impact.Core.Catalogue;
using Impact.Core.Releases;
using Impact.Core.Releases.Changes;
using static Impact.Core.Tests.Releases.SampleTables;

namespace Impact.Core.Tests.Releases.Changes;

/// <summary>What explains that something published is gone: only what names it.</summary>
internal sealed class SilentLossTests
{
    private const string One = "XI-REHEARSAL-1";

    [TestCase("withdrawn", One, "workshops", "2020-Q1", null, true)]
    [TestCase("withdrawn", One, "workshops", "2020-Q1", "people", true)]
    [TestCase("withdrawn", One, "workshops", null, null, true, Description = "of every period")]
    [TestCase("withdrawn", null, null, null, null, false, Description = "a blanket names nothing")]
    [TestCase("withdrawn", null, null, null, "people", false, Description = "nor does a table alone")]
    [TestCase("withdrawn", One, null, "2020-Q1", "people", false)]
    [TestCase("withdrawn", null, "workshops", "2020-Q1", "people", false)]
    [TestCase("withdrawn", "XI-REHEARSAL-2", "workshops", "2020-Q1", null, false)]
    [TestCase("withdrawn", One, "workshops", "2019-Q4", null, false)]
    [TestCase("withdrawn", One, "workshops", "2020-Q1", "rates", false)]
    [TestCase("corrected", One, "workshops", "2020-Q1", "people", false, Description = "corrected is not withdrawn")]
    public void A_statement_goes_only_by_a_withdrawal_that_names_it(
        string state,
        string? organisation,
        string? indicator,
        string? period,
        string? table,
        bool isTold
    )
    {
        var correction = Correction(state, organisation, "people", table, period, indicator);
        Assert.Multiple(() =>
        {
            Assert.That(Losses("people", NoPeople(), correction), Is.EqualTo(isTold ? 0 : 1), "the row is gone");
            Assert.That(
                Losses("people", People(value: null, status: "x"), correction),
                Is.EqualTo(isTold ? 0 : 1),
                "the figure is withdrawn"
            );
        });
    }

    [TestCase(One, "2020-Q1", "money_by_organisation", true)]
    [TestCase(One, null, "money_by_organisation", true)]
    [TestCase(null, null, "money_by_organisation", false)]
    [TestCase(One, "2020-Q1", null, false)]
    [TestCase(One, "2020-Q1", "organisation_totals", false)]
    public void An_amount_goes_only_by_a_correction_that_names_its_table_and_key(
        string? organisation,
        string? period,
        string? table,
        bool isTold
    )
    {
        var lacking = new PublishedTable(
            PublishedTables.MoneyByOrganisation,
            MoneyByOrganisation().Rows.Where(row => row.Text("measure") != "returned").Select(row => row.Cells)
        );
        var correction = Correction("corrected", organisation, "money", table, period, indicator: null);
        Assert.That(Losses("money_by_organisation", lacking, correction), Is.EqualTo(isTold ? 0 : 1));
    }

    [Test]
    public void A_total_that_follows_from_a_withdrawn_statement_is_explained_with_it()
    {
        var comparison = Compare(
            SampleReleases.Draft(),
            SampleReleases.Draft(NoPeople(), Correction("withdrawn", One, period: null))
        );
        var derived = comparison.Structure.Where(change => change.IsLoss && change.Table != "people").ToList();
        Assert.That(derived, Is.Not.Empty);
        Assert.That(comparison.SilentLosses, Is.Empty);
    }

    [Test]
    public void A_table_that_is_gone_needs_a_correction_of_its_own_or_another_definition()
    {
        Assert.Multiple(() =>
        {
            Assert.That(Lost(Without()), Is.EqualTo(["money_by_quarter"]), "in silence");
            Assert.That(Lost(Without(Correction("withdrawn", null, period: null, indicator: null))), Is.Not.Empty);
            Assert.That(Lost(Without(Named(period: "2020-Q1"))), Is.Not.Empty, "one of its rows");
            Assert.That(Lost(Without(Named(period: null))), Is.Empty);
            Assert.That(Lost(Without() with { Metrics = [Quarterly(2)] }), Is.Empty, "defined anew");
            Assert.That(Lost(Without() with { Metrics = [Quarterly(1)] }), Is.Not.Empty, "as it was");
            Assert.That(Lost(Without() with { Metrics = [] }), Is.Not.Empty, "a definition that is gone is none");
        });

        IEnumerable<string> Lost(ReleaseDraft after) =>
            Compare(SampleReleases.Draft() with { Metrics = [Quarterly(1)] }, after)
                .SilentLosses.Select(loss => loss.Table);
    }

    [Test]
    public void Rows_go_by_a_new_definition_of_their_own_and_not_by_that_of_a_neighbour()
    {
        var lacking = new PublishedTable(
            PublishedTables.OrganisationTotals,
            OrganisationTotals().Rows.Where(row => row.Text("measure") != "returned").Select(row => row.Cells)
        );
        Assert.Multiple(() =>
        {
            Assert.That(Lost(spent: 2, returned: 1), Is.EqualTo(1));
            Assert.That(Lost(spent: 1, returned: 2), Is.Zero);
        });

        int Lost(int spent, int returned) =>
            Compare(
                SampleReleases.Draft() with
                {
                    Metrics = Totals(spent: 1, returned: 1),
                },
                SampleReleases.Draft(lacking) with
                {
                    Metrics = Totals(spent, returned),
                }
            )
                .SilentLosses.Count();

        static IReadOnlyList<ManifestMetric> Totals(int spent, int returned) =>
            [new("spent", spent, "organisation_totals"), new("returned", returned, "organisation_totals")];
    }

    private static ManifestMetric Quarterly(int version) => new("money_by_quarter", version, "money_by_quarter");

    private static PublishedTable Named(string? period) =>
        Correction("corrected", null, "method", "money_by_quarter", period, indicator: null);

    private static ReleaseDraft Without(params PublishedTable[] changed)
    {
        var draft = SampleReleases.Draft(changed);
        return draft with
        {
            Tables = [.. draft.Tables.Where(table => table.Table.Schema != PublishedTables.MoneyByQuarter)],
            Metrics = [Quarterly(1)],
        };
    }

    private static int Losses(string table, params PublishedTable[] changed) =>
        Compare(SampleReleases.Draft(), SampleReleases.Draft(changed)).SilentLosses.Count(loss => loss.Table == table);

    private static ReleaseComparison Compare(ReleaseDraft before, ReleaseDraft after) =>
        ReleaseComparison.Of(ReleaseContents.Of(before), ReleaseContents.Of(after));
}
