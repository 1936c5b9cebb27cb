using Impact.Core.Charts.Figures;

namespace Impact.Core.Tests.Charts.Figures;

[TestFixture]
public sealed class FigureTests
{
    private static readonly Figure Ten = new(FigureState.Known, 10, IsProvisional: false);

    [Test]
    public void What_is_not_told_makes_a_sum_unknown_and_what_is_absent_does_not()
    {
        using (Assert.EnterMultipleScope())
        {
            Assert.That((Ten + Ten).Amount, Is.EqualTo(20));
            Assert.That(Ten + Figure.Absent, Is.EqualTo(Ten));
            Assert.That((Ten + Of(FigureState.NotTold)).State, Is.EqualTo(FigureState.NotTold));
            Assert.That((Of(FigureState.Withheld) + Ten).State, Is.EqualTo(FigureState.Withheld));
            Assert.That((Ten + Of(FigureState.NotApplicable)).Amount, Is.EqualTo(10));
            Assert.That(
                (Of(FigureState.NotApplicable) + Of(FigureState.NotApplicable)).State,
                Is.EqualTo(FigureState.NotApplicable)
            );
        }
    }

    [Test]
    public void A_sum_of_which_a_part_is_provisional_is_provisional() =>
        Assert.That((Ten + new Figure(FigureState.Known, 1, IsProvisional: true)).IsProvisional, Is.True);

    [Test]
    public void A_sum_that_does_not_fit_is_refused() =>
        Assert.That(
            () => new Figure(FigureState.Known, long.MaxValue, IsProvisional: false) + Ten,
            Throws.InstanceOf<OverflowException>()
        );

    private static Figure Of(FigureState state) => new(state, 0, IsProvisional: false);
}
