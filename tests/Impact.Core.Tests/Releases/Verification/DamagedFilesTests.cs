using System.Net.Sockets;
using System.Text;
using Impact.Core.Catalogue;
using Impact.Core.Releases;
using Impact.Core.Releases.States;

namespace Impact.Core.Tests.Releases.Verification;

/// <summary>Signature files with more than belongs there, and files that cannot be read at all: each a failed claim, never a broken program.</summary>
public class DamagedFilesTests
{
    private SampleReleases _releases = null!;

    [SetUp]
    public void Publish()
    {
        _releases = new SampleReleases();
        _releases.Publish();
    }

    [TearDown]
    public void Remove() => _releases.Dispose();

    private static IEnumerable<string> More()
    {
        yield return "signature: AAAA\n";
        yield return $"signature: {Convert.ToBase64String(new byte[64])}\n";
        yield return $"algorithm: Ed25519\nkey: 0123456789abcdef\nsignature: {Convert.ToBase64String(new byte[64])}\n";
        yield return "\n";
    }

    [TestCaseSource(nameof(More))]
    public void A_manifest_has_one_signature_and_nothing_beside_it(string more)
    {
        File.AppendAllText(_releases.PathOf("1.0.0", "manifest.sig"), more);
        Assert.That(Failed(), Is.EqualTo(["signature"]));
    }

    [TestCaseSource(nameof(More))]
    public void A_tombstone_has_one_signature_and_nothing_beside_it(string more)
    {
        _releases.Publish(SampleTables.People(value: 125));
        new ReleaseWithdrawal(_releases.Data).Withdraw(
            SampleTables.Fund,
            "1.0.0",
            Withdrawal.For(new("It was wrong.", "Estaba mal."), forSafety: true, _releases.Clock)
        );
        Assert.That(Failed(), Is.Empty);
        File.AppendAllText(_releases.PathOf("1.0.0", "tombstone.sig"), more);
        Assert.That(Failed(), Is.EqualTo(["tombstone"]));
    }

    [Test]
    public void An_index_has_one_signature_and_while_it_is_replaced_at_most_one_more()
    {
        _releases.Publish(SampleTables.People(value: 125));
        var path = Path.Combine(_releases.FundFolder, "index.sig");
        var good = File.ReadAllBytes(path);
        Assert.That(SignatureFile.Parse(good)!.Signatures, Has.Count.EqualTo(1));
        foreach (var more in More())
        {
            File.WriteAllBytes(path, [.. good, .. Encoding.ASCII.GetBytes(more)]);
            var isWhole = more.Length > 20;
            Assert.That(Failed(), isWhole ? Is.Empty : Is.EqualTo(["index"]), more);
            File.AppendAllText(path, $"signature: {Convert.ToBase64String(new byte[64])}\n");
            Assert.That(Failed(), Is.EqualTo(["index"]), "two more");
        }
    }

    [Test]
    public void A_folder_or_a_socket_in_the_place_of_a_file_is_a_failed_claim()
    {
        foreach (var file in (string[])["README.md", "data/people.csv", "data/people.parquet"])
        {
            var path = _releases.PathOf("1.0.0", file);
            var bytes = File.ReadAllBytes(path);
            File.Delete(path);
            Directory.CreateDirectory(path);
            Assert.That(Failed(), Has.Member("files"), file);
            Directory.Delete(path);

            // Even the owner of the machine cannot read it as a file.
            using (var socket = new Socket(AddressFamily.Unix, SocketType.Stream, ProtocolType.Unspecified))
            {
                socket.Bind(new UnixDomainSocketEndPoint(path));
                Assert.That(Failed(), Has.Member("files"), file);
            }

            File.Delete(path);
            File.WriteAllBytes(path, bytes);
        }

        Assert.That(Failed(), Is.Empty);
    }

    [Test]
    public void A_file_that_another_program_keeps_closed_is_a_failed_claim()
    {
        foreach (var file in (string[])["README.md", "data/people.csv", "manifest.sig", "datapackage.json"])
        {
            using (new FileStream(_releases.PathOf("1.0.0", file), FileMode.Open, FileAccess.ReadWrite, FileShare.None))
            {
                Assert.That(
                    _releases.Verify().Failed(),
                    Has.Member(file == "manifest.sig" ? "signature" : "files"),
                    file
                );
            }
        }

        using (
            new FileStream(_releases.PathOf("1.0.0", "manifest.json"), FileMode.Open, FileAccess.Write, FileShare.None)
        )
        {
            Assert.That(
                Thrown.By<FaultException>(() => _releases.Verify()).Fault.Kind,
                Is.EqualTo(Faults.ReleaseUnreadable)
            );
        }

        Assert.That(_releases.Verify().Holds);
    }

    [Test]
    public void A_document_nested_a_hundred_thousand_deep_breaks_neither_program()
    {
        var deep = new string('[', 100_000) + new string(']', 100_000);
        foreach (var file in (string[])["datapackage.json", "manifest.json"])
        {
            var path = _releases.PathOf("1.0.0", file);
            var bytes = File.ReadAllBytes(path);
            File.WriteAllText(path, deep);
            var second = SecondChecker.Verify(_releases.PathOf("1.0.0"), "--trust", _releases.Trust);
            Assert.That((second.ExitCode, _releases.Verify().Holds), Is.EqualTo((2, false)), file);
            File.WriteAllBytes(path, bytes);
        }

        var index = Path.Combine(_releases.FundFolder, "index.json");
        File.WriteAllText(index, deep);
        using (var key = SigningKeys.Load(_releases.Data, SampleTables.Fund))
        {
            File.WriteAllBytes(
                Path.Combine(_releases.FundFolder, "index.sig"),
                key.Sign(Encoding.ASCII.GetBytes(deep))
            );
        }

        Assert.That(Failed(), Is.EqualTo(["index"]));
    }

    private IReadOnlySet<string> Failed() =>
        SecondChecker.RequireAgreement(_releases.PathOf("1.0.0"), _releases.Trust, "damaged");
}
