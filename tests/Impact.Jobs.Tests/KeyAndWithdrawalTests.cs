using Impact.Core.Rehearsal;

namespace Impact.Jobs.Tests;

/// <summary>The operator changes the fund's key and withdraws a release: each command as typed, and what a reader then sees.</summary>
[TestFixture]
internal sealed class KeyAndWithdrawalTests
{
    private string _folder = null!;

    [SetUp]
    public void Open() => _folder = Directory.CreateTempSubdirectory("impact-jobs").FullName;

    [TearDown]
    public void Close() => Directory.Delete(_folder, recursive: true);

    [Test]
    public void A_key_is_rotated_and_a_release_withdrawn_for_safety_and_a_reader_of_the_first_key_sees_it()
    {
        var fund = RehearsalFund.Describe(new RehearsalOptions(Gifts: 2_000, Households: 50)).Id;
        Done("demo", "--no-serve", "--gifts", "2000", "--households", "50");
        var first = Path.Combine(_folder, "first");
        Directory.CreateDirectory(first);
        File.Copy(Path.Combine(_folder, "trust", fund + ".pub"), Path.Combine(first, fund + ".pub"));
        Assert.That(Run("key", "init", fund).Error, Does.Contain("[key-exists]"));
        Assert.That(Done("key", "rotate", fund), Does.Contain("its last release is 1.0.0"));
        var release = Path.Combine(_folder, "public", fund, "1.0.0");
        Assert.That(Done("verify", release, "--trust", first), Does.Contain("passed     hand-over"));

        string[] reasons =
        [
            "--reason-en",
            "A table could have led to people.",
            "--reason-es",
            "Podía llevar a personas.",
        ];
        Assert.That(Run(["release", "withdraw", fund, "9.0.0", .. reasons]).Error, Does.Contain("[release-unknown]"));
        Done(["release", "withdraw", fund, "1.0.0", .. reasons]);
        Assert.That(Run(["release", "withdraw", fund, "1.0.0", .. reasons]).Error, Does.Contain("[release-state]"));
        Done(["release", "withdraw", fund, "1.0.0", "--safety", .. reasons]);
        Assert.Multiple(() =>
        {
            Assert.That(
                Done("release", "list", fund),
                Does.Match("^1.0.0  withdrawn_for_safety .*: A table could have led to people.")
            );
            Assert.That(Directory.EnumerateFileSystemEntries(release).Count(), Is.EqualTo(4));
            Assert.That(
                Done("verify", release, "--trust", first),
                Does.Contain("passed     tombstone").And.Contain("withdrawn for safety")
            );
            Assert.That(Run("release", "publish", fund).Error, Does.Contain("[release-withdrawn]"));
            Assert.That(File.Exists(Path.Combine(_folder, "private", "released", fund, "1.0.0.json")));
        });
    }

    private (int ExitCode, string Output, string Error) Run(params string[] arguments) =>
        ImpactProcess.Run([.. arguments, "--data", _folder]);

    private string Done(params string[] arguments)
    {
        var (exitCode, output, error) = Run(arguments);
        Assert.That(exitCode, Is.Zero, error);
        return output;
    }
}
