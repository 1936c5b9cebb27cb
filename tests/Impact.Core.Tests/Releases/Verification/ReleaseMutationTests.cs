using System.Collections.Concurrent;
using System.Text.Json;
using Impact.Core.Catalogue;
using Impact.Core.Releases;
using Impact.Testing.Releases;

namespace Impact.Core.Tests.Releases.Verification;

/// <summary>A thousand broken releases: each is refused, for the reason that its kind of break must give.</summary>
public class ReleaseMutationTests
{
    private const int Mutations = 1_000;
    private const ulong Seed = 20_190_807;
    private const int Gifts = 40;
    private const long Refunded = 0;
    private const string Version = "1.1.0";

    /// <summary>One in so many is verified whole; of the others only the claims about place, signature, files, keys and index, of which each must break one.</summary>
    private const int WholeEvery = 25;

    /// <summary>The second checker takes about a second a release.</summary>
    private const int ForTheSecond = 20;

    private ExampleReleases _releases = null!;
    private TemporaryFolder _copies = null!;
    private IReadOnlyList<Mutation> _plan = null!;

    [OneTimeSetUp]
    public void Publish()
    {
        _releases = ExampleReleases.Empty();
        _releases.PublishWithGifts(new ShortFund(closedQuarters: 1), Gifts, Refunded);
        _releases.Rotate(SmallFund.Id);
        _releases.PublishWithGifts(new ShortFund(closedQuarters: 2), Gifts, Refunded);
        _copies = new TemporaryFolder();
        var folder = Path.Combine(_releases.Public, SmallFund.Id, Version);
        var files = Directory
            .EnumerateFiles(folder, "*", SearchOption.AllDirectories)
            .Select(path => Path.GetRelativePath(folder, path))
            .Order(StringComparer.Ordinal)
            .ToList();
        _plan = Usable(Mutation.Plan(files, "1.0.0", Mutations * 11 / 10, Seed), folder);
    }

    [OneTimeTearDown]
    public void Remove()
    {
        _copies.Dispose();
        _releases.Dispose();
    }

    [Test]
    public void Each_of_a_thousand_mutations_is_refused_for_its_reason()
    {
        TestContext.Out.WriteLine($"seed {Seed}, {_plan.Count} mutations");
        var found = new ConcurrentBag<(Mutation Mutation, IReadOnlyList<string> Named)>();
        var work = new ConcurrentQueue<Mutation>(_plan);
        Parallel.For(
            0,
            Environment.ProcessorCount,
            worker =>
            {
                var copy = Copy(worker);
                while (work.TryDequeue(out var mutation))
                {
                    copy.Apply(mutation);
                    found.Add((mutation, Named(copy.Release, isWhole: mutation.Seed % WholeEvery == 0)));
                    copy.Restore();
                }

                Assert.That(
                    Named(copy.Release, isWhole: true),
                    Is.Empty,
                    "The copy must be whole again, or the test proves nothing."
                );
            }
        );
        Assert.That(found, Has.Count.GreaterThanOrEqualTo(Mutations));
        Assert.That(Missed(found, without: "none").Select(Told), Is.Empty);

        // The twin: a verifier without one of these checks would miss some, and this test would say so.
        Assert.That(Missed(found, "files"), Is.Not.Empty);
        Assert.That(Missed(found, "signature"), Is.Not.Empty);
        Assert.That(Missed(found, "manifest"), Is.Not.Empty);
        Assert.That(Missed(found, "index"), Is.Not.Empty);
        Assert.That(Missed(found, "hand-over"), Is.Not.Empty);
    }

    [Test]
    public void The_second_checker_agrees_about_a_sample_of_them()
    {
        var copy = Copy(worker: Environment.ProcessorCount);
        SecondChecker.RequireAgreement(copy.Release, _releases.Trust, "whole");
        var step = _plan.Count / ForTheSecond;
        var oneOfEachKind = _plan.Reverse().DistinctBy(mutation => mutation.Kind);
        foreach (var mutation in oneOfEachKind.Concat(_plan.Where((_, index) => index % step == 0)).Distinct())
        {
            copy.Apply(mutation);
            Assert.That(
                SecondChecker.RequireAgreement(copy.Release, _releases.Trust, $"{mutation}"),
                Is.Not.Empty,
                $"{mutation}"
            );
            copy.Restore();
        }
    }

    /// <summary>Mutations that were not refused for one of their reasons, were a claim not among them.</summary>
    private static List<(Mutation Mutation, IReadOnlyList<string> Named)> Missed(
        IEnumerable<(Mutation Mutation, IReadOnlyList<string> Named)> found,
        string without
    ) => [.. found.Where(one => !one.Mutation.Expected.Where(claim => claim != without).Intersect(one.Named).Any())];

    private static string Told((Mutation Mutation, IReadOnlyList<string> Named) one) =>
        $"{one.Mutation}: {string.Join(", ", one.Named)}";

    /// <summary>A file swapped with its like, and a table without rows, would not be broken.</summary>
    private static IReadOnlyList<Mutation> Usable(IReadOnlyList<Mutation> plan, string folder) =>
        [
            .. plan.Where(mutation =>
                mutation.Kind switch
                {
                    MutationKind.SwapFiles => Digests.Of(Path.Combine(folder, mutation.Path))
                        != Digests.Of(Path.Combine(folder, mutation.Other)),
                    MutationKind.DropRow or MutationKind.DropRowAndSign or MutationKind.EditSumAndSign =>
                        File.ReadAllLines(Path.Combine(folder, mutation.Path)).Length > 1,
                    _ => true,
                }
            ),
        ];

    private WorkingCopy Copy(int worker)
    {
        var from = Path.Combine(_releases.Public, SmallFund.Id);
        var to = Path.Combine(_copies.Path, $"{worker}", SmallFund.Id);
        foreach (var path in Directory.EnumerateFiles(from, "*", SearchOption.AllDirectories))
        {
            var target = Path.Combine(to, Path.GetRelativePath(from, path));
            Directory.CreateDirectory(Path.GetDirectoryName(target)!);
            File.Copy(path, target);
        }

        return new(to, Version);
    }

    /// <summary>Claims that fail, or the fault where there is no release to read or no key for it.</summary>
    private IReadOnlyList<string> Named(string folder, bool isWhole)
    {
        try
        {
            return isWhole
                ? [.. ReleaseVerifier.Verify(folder, _releases.Trust).Failed()]
                : [.. OfFiles(folder).Where(claim => claim.Outcome == ClaimOutcome.Failed).Select(claim => claim.Id)];
        }
        catch (FaultException error)
        {
            return [error.Fault.Kind.Code];
        }
    }

    /// <summary>The first claims of the verifier, by its own code; a manifest that cannot be read is left to the verifier.</summary>
    private IEnumerable<VerifyClaim> OfFiles(string folder)
    {
        var path = Path.Combine(folder, "manifest.json");
        var bytes = File.Exists(path) ? File.ReadAllBytes(path) : [];
        try
        {
            var manifest = ReleaseJson.ReadManifest(bytes);
            var standing = ReleaseStanding.Of(folder, against: null, manifest, bytes, _releases.Trust);
            var files = FileClaims.Inspect(folder, manifest, bytes, standing.Keys);
            return
            [
                ReleaseClaims.Manifest.With(files.Place()),
                ReleaseClaims.Signature.With(files.Signature()),
                ReleaseClaims.Files.With(files.Files()),
                ReleaseClaims.HandOver.With(standing.HandOver),
                ReleaseClaims.Index.With(standing.Listed.Finding),
            ];
        }
        catch (JsonException)
        {
            return ReleaseVerifier.Verify(folder, _releases.Trust).Claims;
        }
    }
}
