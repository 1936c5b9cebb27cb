using System.Text;
using System.Text.Json;
using Impact.Core.Catalogue;
using Impact.Core.Releases.Privacy;
using Impact.Core.Tests.Disclosure.Attacks;

namespace Impact.Core.Tests.Releases.Privacy;

/// <summary>The record of the last night's attacks: written by their tests, read by the pages, never of another version.</summary>
[TestFixture]
internal sealed class AttackRunTests
{
    private static readonly AttackRun Night = new(
        "impact 9.8.7",
        new DateOnly(2026, 11, 30),
        "bash tests/night.sh",
        [new("coverage", "0.9713", "0.9710", 2_000_000)]
    );

    [Test]
    public void What_is_written_is_read_again()
    {
        var read = AttackRun.Read(Night.Write());
        Assert.That(read with { Results = Night.Results }, Is.EqualTo(Night));
        Assert.That(read.Results, Is.EqualTo(Night.Results));
        Assert.That(
            Encoding.UTF8.GetString(Night.Write()),
            Does.EndWith("}\n").And.Contain("\"date\": \"2026-11-30\"")
        );
    }

    [Test]
    public void A_run_of_another_version_is_none()
    {
        Assert.That(AttackRun.Of("impact 9.8.7", Night), Is.SameAs(Night));
        Assert.That(AttackRun.Of("impact 9.8.8", Night), Is.Null);
        Assert.That(AttackRun.Of("impact 9.8.7", null), Is.Null);
        Assert.That(PrivacyDashboard.RunLine(null, Language.English), Does.Contain("not run for this version"));
        Assert.That(PrivacyDashboard.RunLine(null, Language.Spanish), Does.Contain("no se ejecutó para esta versión"));
        Assert.That(
            PrivacyDashboard.RunLine(Night, Language.English),
            Is.EqualTo("Last run: 2026-11-30, impact 9.8.7, by bash tests/night.sh")
        );
    }

    [Test]
    public void What_was_found_stands_beside_what_is_stated_and_how_much_was_looked_at()
    {
        var rows = PrivacyDashboard
            .Results(Night with { Results = [.. Night.Results, new("new", "1", "2", 3)] }, Language.Spanish)
            .Rows;
        Assert.That(rows[0].Skip(1), Is.EqualTo((string[])["0,9713", "0,9710", "2000000"]));
        Assert.That(rows[1], Is.EqualTo((string[])["new", "1", "2", "3"]));
    }

    [TestCase("{}")]
    [TestCase("null")]
    [TestCase("""{"tool":"a","date":"2026-11-30","command":"b","results":[]}""")]
    [TestCase("""{"tool":"a","date":"2026-11-30","command":"b","results":[null]}""")]
    [TestCase(
        """{"tool":"a","date":"2026-11-30","command":"b","results":[{"id":"x","found":"1","stated":"1","trials":0}]}"""
    )]
    [TestCase(
        """{"tool":"a","date":"2026-11-30","command":"b","passed":true,"results":[{"id":"x","found":"1","stated":"1","trials":1}]}"""
    )]
    public void What_says_nothing_is_no_record(string text) =>
        Assert.That(() => AttackRun.Read(Encoding.UTF8.GetBytes(text)), Throws.InstanceOf<JsonException>());

    [Test]
    public void Results_of_one_night_are_joined_and_those_of_another_dropped()
    {
        var more = Night with { Results = [new("coverage", "0.9709", "0.9710", 5), new("vectors", "9", "9", 9)] };
        var joined = NightRecord.Joined(
            (Night with { Results = [new("a", "1", "1", 1), .. Night.Results] }).Write(),
            more
        );
        Assert.That(
            joined.Results.Select(result => (result.Id, result.Trials)),
            Is.EqualTo(new[] { ("a", 1L), ("coverage", 5L), ("vectors", 9L) })
        );
        foreach (
            var other in new[]
            {
                Night with
                {
                    Tool = "impact 9.8.6",
                },
                Night with
                {
                    Date = new(2026, 11, 29),
                },
                Night with
                {
                    Command = "x",
                },
            }
        )
        {
            Assert.That(NightRecord.Joined(other.Write(), more).Results, Is.EqualTo(more.Results));
        }

        Assert.That(NightRecord.Joined([1], more), Is.SameAs(more));
    }

    [Test]
    public void The_record_that_is_built_in_can_be_read() => Assert.That(() => AttackRun.Last, Throws.Nothing);
}
