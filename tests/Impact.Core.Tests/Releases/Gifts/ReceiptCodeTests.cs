using Impact.Core.Releases.Gifts;

namespace Impact.Core.Tests.Releases.Gifts;

[TestFixture]
internal sealed class ReceiptCodeTests
{
    private const string Alphabet = "0123456789ABCDEFGHJKMNPQRSTVWXYZ";

    // Computed apart, with Python's hmac and a base-32 loop of its own.
    private const string Known = "ZYTDM-NMRJ6-RTA9Y-HC9RX-3847T-YR";

    private static readonly byte[] Key = [.. Enumerable.Range(0, 32).Select(number => (byte)number)];

    private static string Text => ReceiptCode.Of(Key, "txn_0123").ToString();

    [Test]
    public void A_code_is_the_known_one() => Assert.That(Text, Is.EqualTo(Known));

    [Test]
    public void What_is_written_is_read_again()
    {
        for (var number = 0; number < 1000; number++)
        {
            var code = ReceiptCode.Of(Key, $"txn_{number}");
            Assert.That(ReceiptCodeText.TryRead(code.ToString(), out var read));
            Assert.That(read!.Secret.SequenceEqual(code.Secret));
        }
    }

    [Test]
    public void A_code_is_read_as_people_write_it()
    {
        var sloppy = Text.ToLowerInvariant().Replace("-", " – ").Replace('0', 'o').Replace('1', 'l') + "\n";
        Assert.That(ReceiptCodeText.TryRead(sloppy, out var read));
        Assert.That(read!.ToString(), Is.EqualTo(Text));
        Assert.That(ReceiptCodeText.TryRead(Text.Replace("-", "").Replace('1', 'I'), out _));
    }

    [Test]
    public void One_wrong_symbol_is_noticed_wherever_it_is()
    {
        var symbols = Text.Replace("-", "");
        for (var place = 0; place < symbols.Length; place++)
        {
            foreach (var other in Alphabet.Where(letter => letter != symbols[place]))
            {
                Assert.That(
                    ReceiptCodeText.TryRead(symbols[..place] + other + symbols[(place + 1)..], out _),
                    Is.False,
                    $"{place} {other}"
                );
            }
        }
    }

    [Test]
    public void Two_symbols_that_changed_places_are_noticed()
    {
        var symbols = Text.Replace("-", "");
        for (var one = 0; one < symbols.Length; one++)
        {
            for (var other = one + 1; other < symbols.Length; other++)
            {
                var swapped = symbols.ToCharArray();
                (swapped[one], swapped[other]) = (swapped[other], swapped[one]);
                Assert.That(
                    ReceiptCodeText.TryRead(new string(swapped), out _),
                    Is.EqualTo(symbols[one] == symbols[other])
                );
            }
        }
    }

    [TestCase("")]
    [TestCase(null)]
    [TestCase("U")]
    [TestCase("00000-00000-00000-00000-00000-0")]
    [TestCase("00000-00000-00000-00000-00000-000")]
    [TestCase("ñ0000-00000-00000-00000-00000-00")]
    public void What_is_no_code_is_not_read(string? text) =>
        Assert.That(ReceiptCodeText.TryRead(text, out _), Is.False);
}
