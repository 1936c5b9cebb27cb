using System.Reflection;
using System.Runtime.CompilerServices;
using Impact.Core.Disclosure;
using Impact.Core.Disclosure.Budget;
using Impact.Core.Metrics;
using Impact.Core.Releases;
using Mono.Cecil;

namespace Impact.Architecture.Tests.House;

/// <summary>RawTable, ControlledTable and Release: each made only by the room before, and never altered.</summary>
public sealed class GateTypeTests
{
    private const string Constructor = ".ctor";

    // Gate type, how it is made, and whose files may make it.
    private static readonly object[][] Doors =
    [
        [typeof(RawTable), Constructor, "Impact.Core.Metrics."],
        [typeof(ControlledTable), Constructor, "Impact.Core.Disclosure.ControlledTable"],
        [typeof(ControlledTable), nameof(ControlledTable.Decide), "Impact.Core.Disclosure."],
        [typeof(Reservation), Constructor, "Impact.Core.Disclosure.Budget.BudgetLedger"],
        [typeof(Release), Constructor, "Impact.Core.Releases.Release"],
        [typeof(Release), nameof(Release.Open), "Impact.Core.Releases."],
    ];

    [TestCase(typeof(RawTable))]
    [TestCase(typeof(ControlledTable))]
    [TestCase(typeof(Release))]
    public void A_gate_type_is_a_sealed_class_that_nobody_outside_can_make_or_alter(Type gate) =>
        Assert.That(Weaknesses(gate), Is.Empty);

    [TestCase(typeof(OpenClass), "not sealed")]
    [TestCase(typeof(Record), "a record")]
    [TestCase(typeof(Structure), "no class")]
    [TestCase(typeof(Settable), "Value can be set")]
    [TestCase(typeof(PublicDoor), "a public constructor")]
    public void A_weak_gate_type_is_seen(Type gate, string weakness) =>
        Assert.That(Weaknesses(gate), Does.Contain(weakness));

    [TestCaseSource(nameof(Doors))]
    public void Only_its_room_makes_a_gate_type(Type gate, string method, string maker)
    {
        var callers = ((AssemblyDefinition[])[Compiled.Core, Compiled.Jobs, Compiled.Web]).SelectMany(assembly =>
            Compiled.Callers(assembly, gate.FullName!, method)
        );

        Assert.That(callers, Is.Not.Empty.And.All.StartsWith(maker));
    }

    [Test]
    public void A_room_that_makes_a_gate_type_of_another_is_seen()
    {
        var planted = Planted.Assembly(
            """
            namespace Impact.Core.Releases;
            internal static class Shortcut
            {
                public static void Skip() => ((System.Action)(() => Disclosure.ControlledTable.Decide(null!, [])))();
                public static object Raw() => new Metrics.RawTable(null!, []);
            }
            """
        );

        string[] shortcut = ["Impact.Core.Releases.Shortcut"];
        Assert.That(
            Compiled.Callers(planted, typeof(ControlledTable).FullName!, nameof(ControlledTable.Decide)),
            Is.EqualTo(shortcut)
        );
        Assert.That(Compiled.Callers(planted, typeof(RawTable).FullName!, Constructor), Is.EqualTo(shortcut));
    }

    private static IEnumerable<string> Weaknesses(Type gate)
    {
        const BindingFlags all = BindingFlags.Instance | BindingFlags.Public | BindingFlags.NonPublic;
        if (!gate.IsClass)
        {
            yield return "no class";
        }

        if (!gate.IsSealed)
        {
            yield return "not sealed";
        }

        if (gate.GetMethod("<Clone>$") is not null)
        {
            yield return "a record";
        }

        if (gate.GetConstructors().Length > 0)
        {
            yield return "a public constructor";
        }

        foreach (var property in gate.GetProperties(all).Where(property => property.SetMethod is not null))
        {
            yield return $"{property.Name} can be set";
        }

        foreach (
            var field in gate.GetFields(all)
                .Where(field => !field.IsInitOnly && !field.IsDefined(typeof(CompilerGeneratedAttribute)))
        )
        {
            yield return $"{field.Name} can be set";
        }
    }

#pragma warning disable CA1852, CA1812 // Planted: these types are weak on purpose, and nobody makes one.
    private class OpenClass;

    private sealed record Record;

    private struct Structure;

    private sealed class Settable
    {
        public int Value { get; init; }
    }

    private sealed class PublicDoor;
#pragma warning restore CA1852, CA1812
}
