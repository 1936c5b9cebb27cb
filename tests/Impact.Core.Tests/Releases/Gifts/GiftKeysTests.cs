using Impact.Core.Catalogue;
using Impact.Core.Releases.Gifts;

namespace Impact.Core.Tests.Releases.Gifts;

[TestFixture]
internal sealed class GiftKeysTests
{
    private const string Fund = "xi-harbour";

    [Test]
    public void Keys_are_made_once_and_only_their_owner_reads_them()
    {
        using var folder = new TemporaryFolder();
        var keys = GiftKeys.Open(folder.Path, Fund);
        var again = GiftKeys.Open(folder.Path, Fund);
        Assert.That(again.Receipt, Is.EqualTo(keys.Receipt));
        Assert.That(again.Proof, Is.EqualTo(keys.Proof));
        Assert.That(keys.Receipt, Is.Not.EqualTo(keys.Proof));
        Assert.That(keys.Receipt, Has.Length.EqualTo(GiftKeys.KeyBytes));
        if (!OperatingSystem.IsWindows())
        {
            foreach (var path in Paths(folder))
            {
                Assert.That(File.GetUnixFileMode(path), Is.EqualTo(UnixFileMode.UserRead | UnixFileMode.UserWrite));
            }
        }
    }

    [Test]
    public void A_lost_key_is_never_made_anew([Values(0, 1)] int lost)
    {
        using var folder = new TemporaryFolder();
        GiftKeys.Open(folder.Path, Fund);
        File.Delete(Paths(folder)[lost]);
        Unreadable(folder);
        Assert.That(File.Exists(Paths(folder)[lost]), Is.False);
    }

    [Test]
    public void A_key_that_is_not_the_funds_is_not_used([Values(0, 1)] int changed)
    {
        using var folder = new TemporaryFolder();
        GiftKeys.Open(folder.Path, Fund);
        File.WriteAllBytes(Paths(folder)[changed], new byte[GiftKeys.KeyBytes]);
        Unreadable(folder);
        File.WriteAllBytes(Paths(folder)[changed], [1]);
        Unreadable(folder);
    }

    [Test]
    public void A_fund_that_has_published_gifts_gets_no_new_keys_even_when_its_folder_is_lost()
    {
        using var bench = new GiftBench();
        bench.Publish();
        Directory.Delete(Path.Combine(bench.Releases.Data, "private", "funds"), recursive: true);
        foreach (
            var path in (string[])
                [GiftKeys.ReceiptPath(bench.Releases.Data, Fund), GiftKeys.ProofPath(bench.Releases.Data, Fund)]
        )
        {
            File.Delete(path);
        }

        Assert.That(
            Thrown.By<FaultException>(() => bench.Publish(changed: SampleTables.Rates(ratio: 0.666668m))).Fault.Kind,
            Is.EqualTo(Faults.KeyUnreadable)
        );
    }

    [Test]
    public void A_run_that_was_stopped_between_the_keys_goes_on()
    {
        using var folder = new TemporaryFolder();
        var keys = GiftKeys.Open(folder.Path, Fund);
        File.Delete(Path.Combine(folder.Path, "private", "funds", Fund, "gift-keys.sha256"));
        File.Delete(Paths(folder)[1]);
        Assert.That(GiftKeys.Open(folder.Path, Fund).Receipt, Is.EqualTo(keys.Receipt));
    }

    [TestCase("../x")]
    [TestCase("")]
    public void Keys_belong_to_a_fund(string fund)
    {
        using var folder = new TemporaryFolder();
        Assert.That(
            Thrown.By<FaultException>(() => GiftKeys.Open(folder.Path, fund)).Fault.Kind,
            Is.EqualTo(Faults.FundUnknown)
        );
    }

    private static string[] Paths(TemporaryFolder folder) =>
        [GiftKeys.ReceiptPath(folder.Path, Fund), GiftKeys.ProofPath(folder.Path, Fund)];

    private static void Unreadable(TemporaryFolder folder) =>
        Assert.That(
            Thrown.By<FaultException>(() => GiftKeys.Open(folder.Path, Fund)).Fault.Kind,
            Is.EqualTo(Faults.KeyUnreadable)
        );
}
