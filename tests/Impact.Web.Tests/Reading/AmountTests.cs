using CsCheck;
using Impact.Core.Quantities;
using Impact.Web.Reading;

namespace Impact.Web.Tests.Reading;

/// <summary>Sums of shown amounts: exact, and never pretending.</summary>
[TestFixture]
internal sealed class AmountTests
{
    private static readonly Standing Final = new("ok", "final", Reported: 1, Expected: 1);

    [Test]
    public void One_amount_that_is_not_told_makes_the_sum_not_told()
    {
        var sum = Amount.Sum([Of(100), new(Value: null, Final with { Status = "x" }), Of(200)]);
        Assert.Multiple(() =>
        {
            Assert.That(sum.Value, Is.Null);
            Assert.That(sum.Standing.Status, Is.EqualTo("x"));
        });
    }

    [Test]
    public void One_estimate_makes_the_sum_an_estimate_and_one_provisional_amount_makes_it_provisional()
    {
        var sum = Amount.Sum([Of(100), new(Of(1).Value, Final with { Status = "e", Finality = "provisional" })]);
        Assert.Multiple(() =>
        {
            Assert.That(sum.Standing.Status, Is.EqualTo("e"));
            Assert.That(sum.Standing.IsProvisional, Is.True);
        });
    }

    [Test]
    public void A_sum_of_parts_is_the_sum_of_all_in_any_order() =>
        Gen.Long[-1_000_000_000, 1_000_000_000]
            .Array[1, 40]
            .Sample(
                minors =>
                {
                    var amounts = minors.Select(Of).ToList();
                    var halves = new[] { amounts[..(amounts.Count / 2)], amounts[(amounts.Count / 2)..] }.Where(half =>
                        half.Count > 0
                    );
                    var byHalves = Amount.Sum([.. halves.Select(Amount.Sum)]);
                    amounts.Reverse();
                    return byHalves.Value!.Value.Minor == minors.Sum() && Amount.Sum(amounts).Value == byHalves.Value;
                },
                seed: "0000KOIPe036",
                iter: Cases
            );

    private static int Cases =>
        int.TryParse(
            Environment.GetEnvironmentVariable("IMPACT_CASES"),
            System.Globalization.CultureInfo.InvariantCulture,
            out var cases
        )
            ? cases
            : 200;

    private static Amount Of(long minor) => new(new Money(minor, Currency.UnitedStatesDollar), Final);
}
