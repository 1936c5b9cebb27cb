using Impact.Core.Rehearsal;

namespace Impact.Core.Tests.Rehearsal;

internal sealed class RehearsalOptionsTest
{
    [Test]
    public void The_default_is_the_demonstration() =>
        Assert.That(new RehearsalOptions(), Is.EqualTo(new RehearsalOptions(20190807, 5000, 600)));

    [TestCase(1, 0)]
    [TestCase(100_000_000, 10_000_000)]
    public void The_ends_of_the_ranges_are_allowed(long gifts, int households) =>
        Assert.That(() => new RehearsalOptions(1, gifts, households), Throws.Nothing);

    [TestCase(0, 0, "Gifts")]
    [TestCase(-1, 0, "Gifts")]
    [TestCase(100_000_001, 0, "Gifts")]
    [TestCase(1, -1, "Households")]
    [TestCase(1, 10_000_001, "Households")]
    public void Beyond_the_ranges_nothing_is_made(long gifts, int households, string name) =>
        Assert.That(
            () => new RehearsalOptions(1, gifts, households),
            Throws.InstanceOf<ArgumentOutOfRangeException>().With.Property("ParamName").EqualTo(name)
        );

    [Test]
    public void A_changed_copy_is_held_to_the_ranges_too()
    {
        var options = new RehearsalOptions();
        Assert.That(() => options with { Gifts = 0 }, Throws.InstanceOf<ArgumentOutOfRangeException>());
        Assert.That(() => options with { Households = -1 }, Throws.InstanceOf<ArgumentOutOfRangeException>());
    }
}
