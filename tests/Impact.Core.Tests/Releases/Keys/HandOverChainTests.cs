using System.Text;
using Impact.Core.Catalogue;
using Impact.Core.Releases;
using Impact.Core.Releases.Keys;

namespace Impact.Core.Tests.Releases.Keys;

/// <summary>A chain of three hand-overs, and every way to break it.</summary>
public sealed class HandOverChainTests
{
    private const string Fund = SampleTables.Fund;

    private readonly SigningKey[] _keys = [.. Enumerable.Range(0, 5).Select(_ => new SigningKey(SigningKeys.NewKey()))];
    private HandOver _first = null!;
    private HandOver _second = null!;
    private HandOver _third = null!;

    [SetUp]
    public void Sign()
    {
        _first = Make(1, null, (_keys[0], _keys[1]), "1.0.0");
        _second = Make(2, _first, (_keys[1], _keys[2]), "1.2.0");
        _third = Make(3, _second, (_keys[2], _keys[3]), "1.2.0");
    }

    [OneTimeTearDown]
    public void Close() => Array.ForEach(_keys, key => key.Dispose());

    [Test]
    public void What_is_written_is_read_again()
    {
        var read = Read(_first, _second, _third);
        Assert.Multiple(() =>
        {
            Assert.That(HandOverChain.Write(read), Is.EqualTo(HandOverChain.Write([_first, _second, _third])));
            Assert.That(read.Select(one => one.Number), Is.EqualTo([1, 2, 3]));
            Assert.That(read[1].From.Id, Is.EqualTo(_keys[1].Public.Id));
            Assert.That(read[1].To.Id, Is.EqualTo(_keys[2].Public.Id));
            Assert.That(read[1].Last, Is.EqualTo(_second.Last));
            Assert.That(read[1].At, Is.EqualTo(_second.At));
            Assert.That(HandOverChain.Read([], Fund), Is.Empty);
        });
    }

    [Test]
    public void A_hand_over_before_the_first_release_names_none()
    {
        var early = Make(1, null, (_keys[0], _keys[1]), version: null);
        Assert.That(Read(early, Make(2, early, (_keys[1], _keys[2]), "1.0.0"))[0].Last, Is.Null);
        Assert.That(
            Encoding.ASCII.GetString(early.Text),
            Does.Contain("\nversion: none\nmanifest: none\nbefore: none\n")
        );
    }

    [Test]
    public void One_that_another_key_signed_is_found() =>
        Broken(_first with { FromSignature = _keys[4].Signature(_first.Statement) }, "1: not signed by the old key");

    [Test]
    public void One_that_the_new_key_did_not_sign_is_found()
    {
        Broken(_first with { ToSignature = [] }, "1: not signed by the new key");
        Broken(_first with { ToSignature = _first.FromSignature }, "1: not signed by the new key");
    }

    [Test]
    public void One_by_a_key_that_was_not_the_funds_is_found() =>
        Broken([_first, Make(2, _first, (_keys[4], _keys[2]), "1.2.0")], "2: by a key that was not the fund's");

    [Test]
    public void Hand_overs_in_another_order_or_again_or_left_out_are_found()
    {
        Broken([_second, _first, _third], "1: out of order");
        Broken([_first, _first], "2: out of order");
        Broken([_first, _third], "2: out of order");
        Broken([_first, _second, _second], "3: out of order");
    }

    [Test]
    public void One_of_another_fund_is_found()
    {
        var other = (_first with { Fund = "xi-other" }).Signed(_keys[0], _keys[1]);
        Broken(other, "1: of another fund");
        Assert.That(HandOverChain.Read(other.Text, "xi-other"), Has.Count.EqualTo(1));
    }

    [Test]
    public void One_that_names_another_hand_over_before_it_is_found()
    {
        // The same keys, numbers and versions, but the first hand-over was made twice: two pasts cannot have one future.
        var twin = (_first with { At = _first.At.AddDays(1) }).Signed(_keys[0], _keys[1]);
        Broken([twin, _second], "2: does not name the one before");
    }

    [Test]
    public void One_that_goes_back_is_found()
    {
        Broken([_first, Make(2, _first, (_keys[1], _keys[2]), "0.9.0")], "2: goes back");
        Broken([_first, Make(2, _first, (_keys[1], _keys[2]), version: null)], "2: goes back");
        var early = (_second with { At = _first.At.AddSeconds(-1) }).Signed(_keys[1], _keys[2]);
        Broken([_first, early], "2: goes back");
    }

    [Test]
    public void One_to_the_same_key_is_found() =>
        Broken(Make(1, null, (_keys[0], _keys[0]), "1.0.0"), "1: to the same key");

    [Test]
    public void Every_changed_letter_is_found()
    {
        var text = HandOverChain.Write([_first, _second]);
        for (var place = 0; place < text.Length; place++)
        {
            var changed = text.ToArray();
            changed[place] ^= 1;
            Assert.That(
                () => HandOverChain.Read(changed, Fund),
                Throws.TypeOf<FaultException>(),
                $"at {place}: {Encoding.ASCII.GetString(changed)}"
            );
        }
    }

    [Test]
    public void Every_length_but_that_of_whole_hand_overs_is_found()
    {
        var text = HandOverChain.Write([_first, _second]);
        var whole = Enumerable.Range(0, text.Length + 1).Where(length => IsWhole(text[..length])).ToList();
        Assert.That(whole, Is.EqualTo([0, _first.Text.Length, text.Length]));
    }

    [Test]
    public void What_a_reader_knows_must_be_continued()
    {
        using var folder = new TemporaryFolder();
        var (trust, fund) = (Path.Combine(folder.Path, "trust"), Path.Combine(folder.Path, "public", Fund));
        Directory.CreateDirectory(trust);
        Directory.CreateDirectory(fund);
        var known = HandOverChain.TrustPath(trust, Fund);
        var published = HandOverChain.PublicPath(fund);
        File.WriteAllBytes(known, HandOverChain.Write([_first]));
        File.WriteAllBytes(published, HandOverChain.Write([_first, _second]));
        Assert.That(HandOverChain.Load(trust, fund, Fund), Has.Count.EqualTo(2));

        // Cut short or missing: the copy that the reader has counts.
        File.WriteAllBytes(known, HandOverChain.Write([_first, _second, _third]));
        Assert.That(HandOverChain.Load(trust, fund, Fund), Has.Count.EqualTo(3));
        File.Delete(published);
        Assert.That(HandOverChain.Load(trust, fund, Fund), Has.Count.EqualTo(3));

        // A thief with the first key makes another chain from it: right by itself, but not the one that is known.
        File.WriteAllBytes(known, HandOverChain.Write([_first]));
        File.WriteAllBytes(published, HandOverChain.Write([Make(1, null, (_keys[0], _keys[4]), "1.0.0")]));
        Assert.That(
            Thrown.By<FaultException>(() => HandOverChain.Load(trust, fund, Fund)).Fault.Kind,
            Is.EqualTo(Faults.HandOverBroken)
        );
    }

    private static bool IsWhole(byte[] text)
    {
        try
        {
            HandOverChain.Read(text, Fund);
            return true;
        }
        catch (FaultException)
        {
            return false;
        }
    }

    private static HandOver Make(
        int number,
        HandOver? before,
        (SigningKey From, SigningKey To) keys,
        string? version
    ) =>
        new HandOver
        {
            Fund = Fund,
            Number = number,
            From = keys.From.Public,
            To = keys.To.Public,
            Last = version is null ? null : new(version, new string('a', 64)),
            Before = before?.Digest,
            At = new DateTimeOffset(2020, 1, number, 0, 0, 0, TimeSpan.Zero),
        }.Signed(keys.From, keys.To);

    private static IReadOnlyList<HandOver> Read(params HandOver[] chain) =>
        HandOverChain.Read(HandOverChain.Write(chain), Fund);

    private static void Broken(HandOver only, string why) => Broken([only], why);

    private static void Broken(HandOver[] chain, string why)
    {
        var fault = Thrown.By<FaultException>(() => Read(chain)).Fault;
        Assert.That((fault.Kind, fault.Detail), Is.EqualTo((Faults.HandOverBroken, why)));
    }
}
