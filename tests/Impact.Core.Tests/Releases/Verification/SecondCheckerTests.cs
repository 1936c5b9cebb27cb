using Impact.Core.Catalogue;
using Impact.Testing.Releases;

namespace Impact.Core.Tests.Releases.Verification;

/// <summary>The independent checker and the program's own agree, on good releases and on broken ones.</summary>
public class SecondCheckerTests
{
    // RFC 8032, section 7.1: public key, message, signature.
    private static readonly (string Key, string Message, string Signature)[] Vectors =
    [
        (
            "d75a980182b10ab7d54bfed3c964073a0ee172f3daa62325af021a68f707511a",
            "",
            "e5564300c360ac729086e2cc806e828a84877f1eb8e5d974d873e065224901555fb8821590a33bacc61e39701cf9b46bd25bf5f0595bbe24655141438e7a100b"
        ),
        (
            "3d4017c3e843895a92b70aa74d1b7ebc9c982ccf2ec4968cc0cd55f12af4660c",
            "72",
            "92a009a9f0d4cab8720e820b5f642540a2b27b5416503f8fb3762223ebdb69da085ac1e43e15996e458f3613d0f11d8c387b2eaeb4302aeeb00d291612bb0c00"
        ),
        (
            "fc51cd8e6218a1a38da47ed00230f0580816ed13ba3303ac5deb911548908025",
            "af82",
            "6291d657deec24024827e69c3abe01a30ce548a284743a445e3680d7db5ac3ac18ff9b538d16f290ae67f760984dc6594a7c15e9716ed28dc027beceea1ec40a"
        ),
        (
            "ec172b93ad5e563bf4932c70e1245034c35467ef2efd4d64ebf819683467e2bf",
            "ddaf35a193617abacc417349ae20413112e6fa4e89a97ea20a9eeee64b55d39a2192992a274fc1a836ba3c23a3feebbd454d4423643ce80e2a9ac94fa54ca49f",
            "dc2a4459e7369633a52b1bf277839a00201009a3efbf3ecb69bea2186c26b58909351fc9ac90b3ecfdfbc7c66431e0303dca179c138ac17ad9bef1177331a704"
        ),
    ];

    [Test]
    public void Its_signatures_are_those_of_RFC_8032()
    {
        var calls = Vectors.SelectMany(vector =>
            new[]
            {
                Call(vector),
                Call(vector with { Message = vector.Message + "00" }),
                Call(vector with { Signature = Other(vector.Signature, 3) }),
                Call(vector with { Signature = Other(vector.Signature, 70) }),
                Call(vector with { Key = Other(vector.Key, 3) }),
            }
        );
        Assert.That(
            Said(calls),
            Is.EqualTo(Vectors.SelectMany(_ => new[] { "True", "False", "False", "False", "False" }))
        );
    }

    [Test]
    public void A_second_form_of_a_signature_and_points_of_small_order_are_refused()
    {
        var (key, message, signature) = Vectors[1];
        const string none = "0100000000000000000000000000000000000000000000000000000000000000";
        string[] calls =
        [
            $"verify.is_signature({Bytes(key)}, {Bytes(message)}, {Bytes(signature)}[:32]"
                + $" + (int.from_bytes({Bytes(signature)}[32:], 'little') + verify.L).to_bytes(32, 'little'))",
            $"verify.is_signature({Bytes(none)}, b'', {Bytes(none)} + bytes(32))",
            $"verify.decode_point((verify.P + 1).to_bytes(32, 'little')) is not None",
            $"verify.from_base64('QR==') != b''",
        ];
        Assert.That(Said(calls), Is.EqualTo(["False", "False", "False", "False"]));
    }

    [Test]
    public void It_knows_every_table_of_counts()
    {
        var known = Said(["' '.join(sorted(verify.COUNTS))"]).Single();
        var tables = PublishedTables.OfCounts.Select(table => table.Id).Order(StringComparer.Ordinal);
        Assert.That(known, Is.EqualTo(string.Join(' ', tables)));
    }

    [Test]
    public void Without_a_trusted_key_nothing_is_believed()
    {
        using var releases = new SampleReleases();
        releases.Publish();
        var folder = releases.PathOf("1.0.0");
        File.Copy(Path.Combine(releases.Trust, SampleTables.Fund + ".pub"), Path.Combine(folder, "xi-harbour.pub"));
        using var empty = new TemporaryFolder();
        Assert.That(SecondChecker.Verify(folder).ExitCode, Is.EqualTo(2));
        Assert.That(SecondChecker.Verify(folder, "--trust", empty.Path).Failed, Is.EqualTo(["trust"]));
        Assert.That(SecondChecker.Verify(folder, "--trust", Path.Combine(empty.Path, "none")).ExitCode, Is.EqualTo(2));
    }

    [Test]
    public void Both_hold_for_funds_with_changes_gifts_hand_overs_and_withdrawals()
    {
        using var releases = ExampleReleases.PublishAndWithdraw();
        releases.Publish(new LargeFund(), charts: false);
        foreach (
            var folder in Directory.EnumerateDirectories(releases.Public).SelectMany(Directory.EnumerateDirectories)
        )
        {
            Assert.That(SecondChecker.RequireAgreement(folder, releases.Trust, folder), Is.Empty, folder);
        }
    }

    [Test]
    public void What_a_hand_over_no_longer_proves_fails_for_both()
    {
        using var releases = ExampleReleases.PublishAndWithdraw();
        var fund = Path.Combine(releases.Public, SmallFund.Id);
        var handOvers = Path.Combine(fund, "hand-overs.txt");
        File.WriteAllText(
            handOvers,
            File.ReadAllText(handOvers).Replace("number: 1", "number: 2", StringComparison.Ordinal)
        );
        Assert.That(Failed("1.2.0"), Does.Contain("hand-over"));
        File.Delete(handOvers);
        File.Delete(Path.Combine(fund, "1.1.0", "tombstone.sig"));
        Assert.That(Failed("1.1.0"), Does.Contain("tombstone"));

        IEnumerable<string> Failed(string version) =>
            SecondChecker.RequireAgreement(Path.Combine(fund, version), releases.Trust, version);
    }

    private static List<string> Said(IEnumerable<string> calls)
    {
        var lines = calls.Select(call => $"print({call})").Prepend("sys.path.insert(0, sys.argv[1]); import verify");
        var (exit, said) = SecondChecker.Run("-c", "import sys\n" + string.Join('\n', lines), SecondChecker.Folder);
        Assert.That(exit, Is.Zero);
        return [.. said.Split('\n', StringSplitOptions.RemoveEmptyEntries)];
    }

    private static string Call((string Key, string Message, string Signature) vector) =>
        $"verify.is_signature({Bytes(vector.Key)}, {Bytes(vector.Message)}, {Bytes(vector.Signature)})";

    private static string Bytes(string hexadecimal) => $"bytes.fromhex('{hexadecimal}')";

    private static string Other(string hexadecimal, int place) =>
        hexadecimal[..place] + (hexadecimal[place] == '0' ? '1' : '0') + hexadecimal[(place + 1)..];
}
