namespace Impact.Architecture.Tests.House;

public sealed class VisibilityTests
{
    private static readonly string[] Friends =
    [
        "impact",
        "Impact.Core.Tests",
        "Impact.Jobs.Tests",
        "Impact.Architecture.Tests",
        "Impact.Testing",
        "Impact.Benchmarks",
    ];

    [Test]
    public void The_rooms_that_hold_records_export_nothing() =>
        Assert.That(Compiled.ExportedFromPrivateRooms(Compiled.Core), Is.Empty);

    [Test]
    public void A_public_type_in_a_private_room_is_seen()
    {
        var planted = Planted.Assembly("namespace Impact.Core.Ledger; public sealed class Gift;");

        Assert.That(Compiled.ExportedFromPrivateRooms(planted), Is.EqualTo((string[])["Impact.Core.Ledger.Gift"]));
    }

    [Test]
    public void The_friends_of_the_library_are_the_private_side_and_its_tests() =>
        Assert.That(Compiled.Friends(Compiled.Core), Is.EquivalentTo(Friends));

    [Test]
    public void A_friend_too_many_is_seen()
    {
        var planted = Planted.Assembly(
            "[assembly: System.Runtime.CompilerServices.InternalsVisibleTo(\"Impact.Web\")]"
        );

        Assert.That(Compiled.Friends(planted), Is.EqualTo((string[])["Impact.Web"]));
    }

    [Test]
    public void The_public_site_refers_to_no_program_of_the_private_side()
    {
        var names = Compiled.Web.MainModule.AssemblyReferences.Select(reference => reference.Name);

        Assert.That(
            names.Where(name => name is "impact" || name.StartsWith("Hangfire", StringComparison.Ordinal)),
            Is.Empty
        );
    }

    [Test]
    public void The_public_site_uses_the_public_rooms_only() =>
        Assert.That(Compiled.TypesForbiddenToWeb(Compiled.Web), Is.Empty);

    [TestCase("Ledger.LedgerStore")]
    [TestCase("Metrics.RawTable")]
    [TestCase("Disclosure.ControlledTable")]
    [TestCase("Disclosure.Counts.NoisyCounts")]
    [TestCase("Disclosure.Budget.BudgetLedger")]
    [TestCase("Metrics.Enrolment.EnrolmentBook")]
    [TestCase("DataFolder")]
    [TestCase("FundRegister")]
    public void A_site_that_reached_behind_the_wall_would_be_seen(string type)
    {
        var planted = Planted.Assembly(
            $"internal static class Page {{ public static object? Look() => default(Impact.Core.{type}) as object ?? typeof(Impact.Core.{type}); }}"
        );

        Assert.That(Compiled.TypesForbiddenToWeb(planted), Is.EqualTo((string[])[$"Impact.Core.{type}"]));
    }

    [Test]
    public void The_private_side_refers_to_the_public_site_by_no_type() =>
        Assert.That(
            Compiled.Jobs.MainModule.AssemblyReferences.Select(reference => reference.Name),
            Does.Not.Contain("Impact.Web")
        );
}
