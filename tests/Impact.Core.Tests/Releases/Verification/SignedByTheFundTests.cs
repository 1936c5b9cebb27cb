using Impact.Core.Catalogue;
using Impact.Core.Releases;

namespace Impact.Core.Tests.Releases.Verification;

/// <summary>
/// The fund itself edits a sum: every form of the table, every digest and the signature are made anew with the true key, so that only what
/// is computed again from the tables can tell.
/// </summary>
public class SignedByTheFundTests
{
    private static IEnumerable<TestCaseData> Edits()
    {
        yield return Edit(SampleTables.FundingStatus(("total_uses", 1)), "statement");
        yield return Edit(SampleTables.FundingStatus(("contributions", 10_000_001)), "statement", "a line");
        yield return Edit(SampleTables.TotalRaised(SampleTables.NetRaised + 1), "total-raised");
        yield return Edit(SampleTables.OrganisationTotals(firstDisbursed: 4_000_001), "organisation-sums");
        yield return Edit(SampleTables.MoneyByOrganisation(firstDisbursed: 4_000_001), "quarter-sums");
        yield return Edit(SampleTables.Reconciliation(difference: 1), "reconciliation");
        yield return Edit(SampleTables.Proof("F1", 10_050_001), "identities", "both sides");
        yield return Edit(SampleTables.Proof("P2", 1_400_001, "XI-REHEARSAL-1"), "identities", "a partner's sides");
        yield return Edit(
            SampleTables.OrganisationTotals(firstAllocated: 3_899_999),
            "gate-allocation",
            "an allocation"
        );
        yield return Edit(SampleTables.Rates(ratio: 0.5m), "amounts");
    }

    [TestCaseSource(nameof(Edits))]
    public void A_sum_that_the_fund_edits_and_signs_is_found_by_both(PublishedTable table, string claim)
    {
        using var releases = new SampleReleases();
        releases.Publish(table);
        var report = releases.Verify();
        Assert.That(report.Failed(), Does.Contain(claim));
        Assert.That(
            report.Failed(),
            Has.No.AnyOf("signature", "files", "content-csv", "content-parquet", "data-package")
        );
        var failed = SecondChecker.RequireAgreement(releases.PathOf("1.0.0"), releases.Trust, claim);
        Assert.That(failed, Does.Contain(claim));
    }

    [Test]
    public void A_row_that_the_fund_drops_and_does_not_name_is_found_by_both()
    {
        using var releases = new SampleReleases();
        releases.Publish();
        releases.Publish(SampleTables.People(value: 125));
        var folder = releases.PathOf("1.1.0");
        var file = Path.Combine(folder, "data/organisations.csv");
        var lines = File.ReadAllLines(file);
        File.WriteAllText(file, string.Concat(lines[..^1].Select(line => line + "\n")));
        releases.SignAgain("1.1.0", manifest => manifest with { Content = [.. manifest.Content.Select(WithoutOne)] });
        var failed = SecondChecker.RequireAgreement(folder, releases.Trust, "dropped");
        Assert.That(failed, Is.SupersetOf(["persistence", "content-parquet", "data-package"]));
        Assert.That(failed, Has.No.AnyOf("signature", "files", "content-csv"));

        ManifestContent WithoutOne(ManifestContent content) =>
            content.Table == "organisations"
                ? content with
                {
                    Rows = content.Rows - 1,
                    Sha256 = Digests.Of(file),
                }
                : content;
    }

    [Test]
    public void A_table_that_goes_is_not_named_by_rows_that_were_added_to_it()
    {
        using var releases = new SampleReleases();
        releases.Publish(
            new PublishedTable(PublishedTables.Rates, SampleTables.Rates().Rows.Take(1).Select(row => row.Cells))
        );
        releases.Publish();
        var folder = releases.PathOf("1.1.0");
        Assert.That(
            File.ReadAllText(Path.Combine(folder, "data/structural_changes.csv")),
            Does.Contain("rows_added,rates")
        );
        File.Delete(Path.Combine(folder, "data/rates.csv"));
        File.Delete(Path.Combine(folder, "data/rates.parquet"));
        releases.SignAgain(
            "1.1.0",
            manifest => manifest with { Content = [.. manifest.Content.Where(content => content.Table != "rates")] }
        );
        var failed = SecondChecker.RequireAgreement(folder, releases.Trust, "a table");
        Assert.That(failed, Is.SupersetOf(["persistence", "changes", "version"]));
        Assert.That(failed, Has.No.AnyOf("signature", "files"));
    }

    [Test]
    public void More_allocated_than_there_is_is_found_by_both_though_every_side_agrees()
    {
        using var releases = new SampleReleases();
        releases.Publish(SampleTables.OrganisationTotals(firstAllocated: 9_700_001), SampleTables.Proof("U", -1));
        var failed = SecondChecker.RequireAgreement(releases.PathOf("1.0.0"), releases.Trust, "gate B");
        Assert.That(failed, Is.EqualTo(["identities"]));
    }

    private static TestCaseData Edit(PublishedTable table, string claim, string edited = "a sum") =>
        new TestCaseData(table, claim).SetArgDisplayNames(table.Schema.Id, edited);
}
