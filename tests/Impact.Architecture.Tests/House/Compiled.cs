using Mono.Cecil;
using Mono.Cecil.Cil;

namespace Impact.Architecture.Tests.House;

/// <summary>Looks into compiled assemblies: what they export, refer to and call.</summary>
internal static class Compiled
{
    /// <summary>Impact.Core as built.</summary>
    public static AssemblyDefinition Core { get; } =
        AssemblyDefinition.ReadAssembly(typeof(Impact.Core.Catalogue.Faults).Assembly.Location);

    /// <summary>Impact.Jobs as built.</summary>
    public static AssemblyDefinition Jobs { get; } = Beside("impact.dll");

    /// <summary>Impact.Web as built.</summary>
    public static AssemblyDefinition Web { get; } = Beside("Impact.Web.dll");

    /// <summary>Public types of the rooms that are to be private.</summary>
    public static IEnumerable<string> ExportedFromPrivateRooms(AssemblyDefinition assembly) =>
        assembly
            .MainModule.Types.Where(type =>
                type.IsPublic
                && RoomTable.Private.Contains(RoomTable.RoomOf(type.Namespace) ?? string.Empty, StringComparer.Ordinal)
            )
            .Select(type => type.FullName);

    /// <summary>The assemblies that may see internals.</summary>
    public static IEnumerable<string> Friends(AssemblyDefinition assembly) =>
        assembly
            .CustomAttributes.Where(attribute => attribute.AttributeType.Name == "InternalsVisibleToAttribute")
            .Select(attribute => (string)attribute.ConstructorArguments[0].Value);

    /// <summary>Types of Impact.Core that an assembly uses and Impact.Web may not: the reference table of the file knows all.</summary>
    public static IEnumerable<string> TypesForbiddenToWeb(AssemblyDefinition assembly) =>
        assembly
            .MainModule.GetTypeReferences()
            .Where(type =>
                type.Scope.Name == "Impact.Core"
                && !RoomTable.Web.Contains(RoomTable.RoomOf(type.Namespace) ?? "outside", StringComparer.Ordinal)
            )
            .Where(type => type.DeclaringType is null)
            .Select(type => type.FullName);

    /// <summary>The types that call a constructor or method, by the outermost type's full name.</summary>
    /// <param name="assembly">Where to look.</param>
    /// <param name="owner">Full name of the type that has it.</param>
    /// <param name="method">Its name; <c>.ctor</c> for a constructor.</param>
    public static IEnumerable<string> Callers(AssemblyDefinition assembly, string owner, string method) =>
        assembly
            .MainModule.GetTypes()
            .SelectMany(type => type.Methods)
            .Where(caller => caller.HasBody && caller.Body.Instructions.Any(step => Calls(step, owner, method)))
            .Select(caller => Outermost(caller.DeclaringType).FullName)
            .Distinct(StringComparer.Ordinal);

    private static bool Calls(Instruction step, string owner, string method) =>
        step.Operand is MethodReference called && called.Name == method && called.DeclaringType.FullName == owner;

    private static TypeDefinition Outermost(TypeDefinition type) =>
        type.DeclaringType is { } owner ? Outermost(owner) : type;

    private static AssemblyDefinition Beside(string name) =>
        AssemblyDefinition.ReadAssembly(Path.Combine(AppContext.BaseDirectory, name));
}
