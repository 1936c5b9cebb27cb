using Impact.Core.Rehearsal;

namespace Impact.Core.Tests.Rehearsal;

internal sealed class SeededNumbersTest
{
    /// <summary>The published outputs of SplitMix64 for the state 1234567.</summary>
    [Test]
    public void Mixing_is_that_of_SplitMix64()
    {
        ulong[] published =
        [
            6457827717110365317,
            3203168211198807973,
            9817491932198370423,
            4593380528125082431,
            16408922859458223821,
        ];
        Assert.That(Enumerable.Range(1, 5).Select(place => SeededNumbers.At(1234567, place)), Is.EqualTo(published));
    }

    [Test]
    public void Numbers_stay_below_their_limit_and_reach_every_value_about_as_often()
    {
        var numbers = new SeededNumbers(1, SeededPurpose.Gifts);
        var counts = Enumerable.Range(0, 70_000).CountBy(_ => numbers.Below(7)).ToDictionary();
        Assert.That(counts.Keys, Is.EquivalentTo([0, 1, 2, 3, 4, 5, 6]));
        // Six standard deviations of a count of 10,000 are about 560.
        Assert.That(counts.Values, Has.All.InRange(10_000 - 560, 10_000 + 560));
    }

    [Test]
    public void Purposes_and_seeds_have_streams_of_their_own()
    {
        var starts =
            from seed in new ulong[] { 0, 1, 2, ulong.MaxValue }
            from purpose in Enum.GetValues<SeededPurpose>()
            select new SeededNumbers(seed, purpose).Next();
        Assert.That(starts, Is.Unique);
    }
}
