using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp;
using Microsoft.CodeAnalysis.CSharp.Syntax;

namespace Impact.Architecture.Tests.House;

/// <summary>Impact.Core's sources with the meaning of every name, so that a use is seen however it is written.</summary>
/// <remarks>Compiled code would not do: a constant, a <c>nameof</c> and an inferred type leave no trace there.</remarks>
internal static class CoreSources
{
    /// <summary>All of Impact.Core.</summary>
    public static CSharpCompilation Compilation { get; } =
        CSharpCompilation.Create(
            "Impact.Core",
            Repository
                .ProductFiles.Where(path => path.StartsWith("Impact.Core/", StringComparison.Ordinal))
                .Select(path => CSharpSyntaxTree.ParseText(Repository.Read(path), Planted.Parsing, path))
                .Append(CSharpSyntaxTree.ParseText(Planted.ImplicitUsings, Planted.Parsing)),
            Planted.References.Where(reference =>
                Path.GetFileName(reference.Display!) is var name
                && !name.StartsWith("Impact.", StringComparison.Ordinal)
                && name != "impact.dll"
            ),
            new CSharpCompilationOptions(
                OutputKind.DynamicallyLinkedLibrary,
                allowUnsafe: true,
                nullableContextOptions: NullableContextOptions.Enable
            )
        );

    /// <summary>Every use of one room by another.</summary>
    public static IReadOnlyList<RoomUse> Uses { get; } =
    [.. Compilation.SyntaxTrees.SelectMany(tree => UsesIn(Compilation, tree))];

    /// <summary>The uses in a file that is not there: it is planted among the others.</summary>
    public static IReadOnlyList<RoomUse> UsesOfPlanted(string source)
    {
        var tree = CSharpSyntaxTree.ParseText(source, Planted.Parsing, "planted.cs");
        return [.. UsesIn(Compilation.AddSyntaxTrees(tree), tree)];
    }

    private static IEnumerable<RoomUse> UsesIn(CSharpCompilation compilation, SyntaxTree tree)
    {
        var model = compilation.GetSemanticModel(tree);
        foreach (var node in tree.GetRoot().DescendantNodes().Where(IsName))
        {
            var from = model.GetEnclosingSymbol(node.SpanStart) is { } user ? RoomTable.RoomOf(SpaceOf(user)) : null;
            foreach (var type in from is null ? [] : TypesBehind(model.GetSymbolInfo(node).Symbol))
            {
                if (RoomTable.RoomOf(SpaceOf(type)) is { Length: > 0 } to && to != from)
                {
                    var line = node.GetLocation().GetLineSpan().StartLinePosition.Line + 1;
                    yield return new(from!, to, type.Name, $"{tree.FilePath}:{line}");
                }
            }
        }
    }

    private static bool IsName(SyntaxNode node) =>
        node
            is SimpleNameSyntax
                or ImplicitObjectCreationExpressionSyntax
                or ElementAccessExpressionSyntax
                or ConstructorInitializerSyntax;

    /// <summary>The outermost types that a name stands for: itself, its owner, what it takes as type arguments.</summary>
    private static IEnumerable<INamedTypeSymbol> TypesBehind(ISymbol? symbol)
    {
        IEnumerable<ITypeSymbol?> types = symbol switch
        {
            INamedTypeSymbol type => type.TypeArguments.Append(type),
            IMethodSymbol method => method.TypeArguments.Append(method.ContainingType),
            ILocalSymbol local => [local.Type],
            IParameterSymbol parameter => [parameter.Type],
            null => [],
            _ => [symbol.ContainingType],
        };
        return types.OfType<INamedTypeSymbol>().Select(Outermost);
    }

    private static INamedTypeSymbol Outermost(INamedTypeSymbol type) =>
        type.ContainingType is { } owner ? Outermost(owner) : type;

    private static string SpaceOf(ISymbol symbol) =>
        (symbol as INamespaceSymbol ?? symbol.ContainingNamespace)?.ToDisplayString() ?? string.Empty;
}
