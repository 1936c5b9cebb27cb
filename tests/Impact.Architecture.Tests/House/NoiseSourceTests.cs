using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp;
using Microsoft.CodeAnalysis.CSharp.Syntax;

namespace Impact.Architecture.Tests.House;

/// <summary>No floating-point number lies between a count and what is published of it, and all chance comes from one place.</summary>
public sealed class NoiseSourceTests
{
    private const string Room = "Impact.Core/Noise/";

    /// <summary>What searches or shows only; what they return that others compute with is whole numbers.</summary>
    private static readonly string[] Display = ["ConversionPoint.cs", "DiscreteGaussianLaw.cs"];

    private static readonly SpecialType[] Floating =
    [
        SpecialType.System_Single,
        SpecialType.System_Double,
        SpecialType.System_Decimal,
    ];

    private static List<SyntaxTree> Trees { get; } =
    [.. CoreSources.Compilation.SyntaxTrees.Where(tree => tree.FilePath.StartsWith(Room, StringComparison.Ordinal))];

    [Test]
    public void Samplers_and_accounts_hold_no_floating_point_number()
    {
        var held = Trees.Where(tree => !Display.Contains(Path.GetFileName(tree.FilePath))).ToList();

        Assert.That(held, Has.Count.AtLeast(12));
        Assert.That(held.SelectMany(tree => FloatingIn(CoreSources.Compilation, tree)), Is.Empty);
    }

    [Test]
    public void Every_exception_is_needed() =>
        Assert.That(
            Display.Where(name =>
                !FloatingIn(CoreSources.Compilation, Trees.Single(tree => Path.GetFileName(tree.FilePath) == name))
                    .Any()
            ),
            Is.Empty
        );

    [TestCase("static long Of(long count) => (long)(count * 0.5);")]
    [TestCase("static long Of(long count) => (long)Math.Sqrt(count);")]
    [TestCase("static long Of(long count) { var part = (decimal)count; return (long)part; }")]
    [TestCase("static long Of(float share) => (long)share;")]
    [TestCase(
        "static long Of(Impact.Core.Noise.DiscreteGaussianLaw law) => law.Probability(1) > law.Probability(2) ? 1 : 0;"
    )]
    public void A_floating_point_number_that_is_planted_is_seen(string member)
    {
        var tree = CSharpSyntaxTree.ParseText(
            $"namespace Impact.Core.Noise; internal static class Planted {{ {member} }}",
            Planted.Parsing,
            Room + "Planted.cs"
        );

        Assert.That(FloatingIn(CoreSources.Compilation.AddSyntaxTrees(tree), tree), Is.Not.Empty);
    }

    [Test]
    public void Chance_comes_from_the_systems_generator_in_one_file() =>
        Assert.That(
            Trees
                .Where(tree =>
                    tree.GetRoot()
                        .DescendantNodes()
                        .OfType<IdentifierNameSyntax>()
                        .Any(name => name.Identifier.Text is "RandomNumberGenerator" or "Random" or "Guid")
                )
                .Select(tree => Path.GetFileName(tree.FilePath)),
            Is.EqualTo((string[])["SecureBits.cs"])
        );

    private static IEnumerable<string> FloatingIn(CSharpCompilation compilation, SyntaxTree tree)
    {
        var model = compilation.GetSemanticModel(tree);
        return tree.GetRoot()
            .DescendantNodes()
            .Where(node => node is ExpressionSyntax)
            .Where(node =>
                model.GetTypeInfo(node) is var info && (IsFloating(info.Type) || IsFloating(info.ConvertedType))
            )
            .Select(node => $"{tree.FilePath}:{node.GetLocation().GetLineSpan().StartLinePosition.Line + 1}");
    }

    private static bool IsFloating(ITypeSymbol? type) =>
        type is not null && (Floating.Contains(type.SpecialType) || type.Name is "Half" or "Complex");
}
