using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp;
using Microsoft.CodeAnalysis.CSharp.Syntax;

namespace Impact.Architecture.Tests.Size;

/// <summary>A length or a number of parameters, and what has it.</summary>
internal sealed record Measured(string Name, int Size);

/// <summary>How long files and methods are, and how many parameters they take.</summary>
internal static class SourceSizes
{
    /// <summary>Number of lines of a text.</summary>
    public static int Lines(string text) => text.Split('\n').Length - (text.EndsWith('\n') ? 1 : 0);

    /// <summary>Every method, constructor, operator, accessor and local function with its lines, attributes and documentation not counted.</summary>
    public static IEnumerable<Measured> Methods(string path, string source)
    {
        foreach (
            var node in Nodes(source)
                .Where(node =>
                    node is BaseMethodDeclarationSyntax or LocalFunctionStatementSyntax or AccessorDeclarationSyntax
                )
        )
        {
            var first = node.ChildNodesAndTokens()
                .First(part => !part.IsKind(SyntaxKind.AttributeList))
                .GetLocation()!
                .GetLineSpan()
                .StartLinePosition.Line;
            var last = node.GetLocation().GetLineSpan().EndLinePosition.Line;
            yield return new($"{path}:{first + 1}", last - first + 1);
        }
    }

    /// <summary>Every list of parameters; those of records are their data and are not counted.</summary>
    public static IEnumerable<Measured> Parameters(string path, string source) =>
        Nodes(source)
            .OfType<ParameterListSyntax>()
            .Where(list => list.Parent is not RecordDeclarationSyntax)
            .Select(list => new Measured(
                $"{path}:{list.GetLocation().GetLineSpan().StartLinePosition.Line + 1}",
                list.Parameters.Count
            ));

    /// <summary>The value that nine of ten do not exceed; 0 for none.</summary>
    public static int NinthDecile(IEnumerable<int> sizes)
    {
        const double share = 0.9;
        var sorted = sizes.Order().ToList();
        return sorted.Count == 0 ? 0 : sorted[(int)Math.Ceiling(sorted.Count * share) - 1];
    }

    private static IEnumerable<SyntaxNode> Nodes(string source) =>
        CSharpSyntaxTree.ParseText(source, Planted.Parsing).GetRoot().DescendantNodes();
}
