using System.Diagnostics;
using Impact.Web.Hosting;

namespace Impact.Web.Tests.Hosting;

/// <summary>The command line: right ones are read, wrong ones are one sentence and exit code 2.</summary>
[TestFixture]
internal sealed class SiteArgumentsTests
{
    private static string Folder => Path.GetTempPath().TrimEnd('/');

    [Test]
    public void The_two_folders_are_enough_and_then_only_this_machine_is_listened_on()
    {
        var options = SiteArguments.Read(["--releases", Folder, "--trust", Folder]).Options!;
        Assert.Multiple(() =>
        {
            Assert.That(options.Releases, Is.EqualTo(Folder));
            Assert.That(options.Urls, Is.EqualTo(new[] { "http://127.0.0.1:5080" }));
            Assert.That(options.Address, Is.Empty);
        });
    }

    [Test]
    public void Values_may_follow_an_equals_sign()
    {
        var options = SiteArguments
            .Read([
                $"--releases={Folder}",
                $"--trust={Folder}",
                "--urls=http://0.0.0.0:8080;http://[::1]:8081",
                "--address=https://impact.example.org/",
            ])
            .Options!;
        Assert.Multiple(() =>
        {
            Assert.That(options.Urls, Is.EqualTo(new[] { "http://0.0.0.0:8080", "http://[::1]:8081" }));
            Assert.That(options.Address, Is.EqualTo("https://impact.example.org"));
        });
    }

    [TestCase("", "'--releases' is missing")]
    [TestCase("--releases {0}", "'--trust' is missing")]
    [TestCase("--releases /no/such/folder --trust {0}", "'--releases' does not exist")]
    [TestCase("--releases {0} --trust", "'--trust' needs a value")]
    [TestCase("--releases {0} --trust {0} --ledger x", "Unknown option '--ledger'")]
    [TestCase("--releases {0} --trust {0} extra", "Unexpected argument 'extra'")]
    [TestCase("--releases {0} --trust {0} --urls nowhere", "'--urls' must be")]
    [TestCase("--releases {0} --trust {0} --urls https://0.0.0.0:1", "'--urls' must be")]
    [TestCase("--releases {0} --trust {0} --address ftp://x", "'--address' must be")]
    public void What_is_wrong_is_said_in_one_sentence_with_the_right_form(string line, string said)
    {
        var args = line.Replace("{0}", Folder, StringComparison.Ordinal)
            .Split(' ', StringSplitOptions.RemoveEmptyEntries);
        var reading = SiteArguments.Read(args);
        Assert.Multiple(() =>
        {
            Assert.That(reading.Options, Is.Null);
            Assert.That(reading.Fault, Does.Contain(said).And.Contain("Usage: Impact.Web").And.Not.Contain("\n"));
        });
    }

    [TestCase("--releases /no/such/folder --trust /tmp")]
    [TestCase("")]
    public async Task The_program_then_ends_with_two_and_says_nothing_else(string line)
    {
        var start = new ProcessStartInfo("dotnet", $"{typeof(SiteArguments).Assembly.Location} {line}")
        {
            UseShellExecute = false,
            RedirectStandardError = true,
            RedirectStandardOutput = true,
        };
        using var program = Process.Start(start)!;
        var (said, printed) = (
            await program.StandardError.ReadToEndAsync(),
            await program.StandardOutput.ReadToEndAsync()
        );
        await program.WaitForExitAsync();
        Assert.Multiple(() =>
        {
            Assert.That(program.ExitCode, Is.EqualTo(2));
            Assert.That(said.Trim().Split('\n'), Has.Length.EqualTo(1));
            Assert.That(printed, Is.Empty);
        });
    }
}
