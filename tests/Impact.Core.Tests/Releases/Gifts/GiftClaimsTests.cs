using Impact.Core.Releases;
using Impact.Core.Releases.Gifts;
using Impact.Testing.Releases;

namespace Impact.Core.Tests.Releases.Gifts;

[TestFixture]
internal sealed class GiftClaimsTests
{
    private GiftBench _bench = null!;

    [SetUp]
    public void Open() => _bench = new GiftBench();

    [TearDown]
    public void Close() => _bench.Dispose();

    [Test]
    public void A_release_with_gifts_holds()
    {
        _bench.Publish();
        var report = _bench.Releases.Verify();
        Assert.That(report.Failed(), Is.Empty);
        Assert.That(report.Ids(ClaimOutcome.Passed), Is.SupersetOf((string[])["gift-roots", "gift-totals"]));
    }

    [Test]
    public void A_release_without_gifts_says_why_they_are_not_checked()
    {
        _bench.Releases.Publish();
        var report = _bench.Releases.Verify();
        Assert.That(report.Holds);
        Assert.That(
            report
                .Claims.Where(claim => claim.Id.StartsWith("gift-", StringComparison.Ordinal))
                .Select(claim => claim.Detail?.Es),
            Has.All.Contains("procesador de pagos")
        );
    }

    [TestCase(1, 0)]
    [TestCase(-1, 0)]
    [TestCase(0, 1)]
    public void A_cent_that_is_not_in_the_statement_is_never_published(long gift, long refund)
    {
        using var gifts = ListedGifts.For(10_000_000 + gift, 50_000 + refund, 50, new(2020, 3, 31));
        Assert.That(Thrown.By<ReleaseRefusedException>(() => _bench.Publish(gifts)).Rule, Is.EqualTo("gifts-differ"));
        Assert.That(Directory.Exists(_bench.Releases.PathOf("1.0.0")), Is.False);
    }

    [Test]
    public void A_cent_planted_in_the_manifest_is_seen()
    {
        _bench.Publish();
        _bench.Releases.SignAgain(
            "1.0.0",
            manifest =>
                manifest with
                {
                    Gifts = manifest.Gifts! with { Gifts = manifest.Gifts!.Gifts with { TotalMinor = 10_000_001 } },
                }
        );
        Assert.That(_bench.Releases.Verify().Failed(), Is.EqualTo((string[])["gift-roots", "gift-totals"]));
    }

    [Test]
    public void A_tree_of_other_gifts_under_this_statement_is_seen()
    {
        _bench.Publish();
        using var less = ListedGifts.For(9_999_999, 50_000, GiftBench.Count, new(2020, 3, 31));
        var folder = _bench.Releases.PathOf("1.0.0");
        Directory.Delete(Path.Combine(folder, "gifts"), recursive: true);
        var written = new GiftFiles(_bench.Keys, "xi-harbour/1.0.0").Write(folder, less);
        _bench.Releases.SignAgain("1.0.0", manifest => manifest with { Gifts = written });
        Assert.That(_bench.Releases.Verify().Failed(), Is.EqualTo((string[])["gift-totals"]));
    }

    [TestCase("gifts/leaves.bin", 0)]
    [TestCase("gifts/leaves.bin", 39)]
    [TestCase("gifts/leaves.bin", 32)]
    [TestCase("gifts/refund-leaves.bin", 100)]
    [TestCase("gifts/tiles.bin", 5)]
    public void A_byte_changed_in_a_tree_is_seen_even_when_signed(string path, int at)
    {
        _bench.Publish();
        var file = _bench.Releases.PathOf("1.0.0", path);
        var bytes = File.ReadAllBytes(file);
        bytes[at] ^= 0x80;
        File.WriteAllBytes(file, bytes);
        _bench.Releases.SignAgain("1.0.0");
        Assert.That(_bench.Releases.Verify().Failed(), Does.Contain("gift-roots"));
    }

    [Test]
    public void A_missing_a_shorter_and_an_additional_file_are_seen_even_when_signed()
    {
        _bench.Publish();
        var bucket = _bench.Releases.PathOf("1.0.0", "gifts/buckets/000000.bin");
        var bytes = File.ReadAllBytes(bucket);
        File.WriteAllBytes(bucket, bytes[1..]);
        Fails();
        File.Delete(bucket);
        Fails();
        File.WriteAllBytes(bucket, bytes);
        Assert.That(SignedFailures(), Is.Empty);
        File.WriteAllBytes(_bench.Releases.PathOf("1.0.0", "gifts/buckets/000001.bin"), bytes);
        Fails();
        File.Delete(_bench.Releases.PathOf("1.0.0", "gifts/buckets/000001.bin"));
        var leaves = _bench.Releases.PathOf("1.0.0", "gifts/leaves.bin");
        File.WriteAllBytes(leaves, [.. File.ReadAllBytes(leaves), .. new byte[40]]);
        Fails();
    }

    [Test]
    public void A_manifest_that_says_what_none_may_is_not_read()
    {
        _bench.Publish();
        var bytes = File.ReadAllText(_bench.Releases.PathOf("1.0.0", "manifest.json"));
        foreach (
            var (from, to) in ((string, string)[])
                [
                    ("\"capacityClass\": 6", "\"capacityClass\": 16"),
                    ("\"leaves\": 4096", "\"leaves\": 4095"),
                    ("\"totalMinor\": 10000000", "\"totalMinor\": -1"),
                    ("\"count\": 1,", "\"count\": 4,"),
                    ("\"recordBytes\": 512", "\"recordBytes\": 4096"),
                ]
        )
        {
            Assert.That(bytes, Does.Contain(from));
            var changed = System.Text.Encoding.UTF8.GetBytes(bytes.Replace(from, to, StringComparison.Ordinal));
            Assert.That(
                () => ReleaseJson.ReadManifest(changed),
                Throws.InstanceOf<System.Text.Json.JsonException>(),
                to
            );
        }
    }

    private IEnumerable<string> SignedFailures()
    {
        _bench.Releases.SignAgain("1.0.0");
        return _bench.Releases.Verify().Failed();
    }

    private void Fails() => Assert.That(SignedFailures(), Is.EqualTo((string[])["gift-roots"]));
}
