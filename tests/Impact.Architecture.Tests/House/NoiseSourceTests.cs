using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp;
using Microsoft.CodeAnalysis.CSharp.Syntax;

namespace Impact.Architecture.Tests.House;

/// <summary>No floating-point number lies between a count and what is published of it, and all chance comes from one place.</summary>
public sealed class NoiseSourceTests
{
    private const string Room = "Impact.Core/Noise/";

    /// <summary>Everything a count passes between the list and the published whole number, and what is stated of it.</summary>
    private static readonly string[] Way =
    [
        Room,
        "Impact.Core/Metrics/Enrolment/",
        "Impact.Core/Disclosure/Counts/",
        "Impact.Core/Disclosure/Budget/",
        "Impact.Core/FundCounts.cs",
        "Impact.Core/PrivacyNumbers.cs",
    ];

    /// <summary>What draws; one file of Disclosure chooses between them.</summary>
    private static readonly string[] Samplers = ["DiscreteGaussian", "DiscreteGaussianTable", "DiscreteLaplace"];

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
        var held = OnTheWay(CoreSources.Compilation)
            .Where(tree => !Display.Contains(Path.GetFileName(tree.FilePath)))
            .ToList();

        foreach (var part in Way)
        {
            Assert.That(held.Where(tree => IsIn(part, tree)), Is.Not.Empty, part);
        }

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
    public void One_that_is_planted_anywhere_on_the_way_is_seen([ValueSource(nameof(Way))] string part)
    {
        var tree = CSharpSyntaxTree.ParseText(
            "namespace Impact.Core.Disclosure; internal static class Planted { static double Of(long count) => count; }",
            Planted.Parsing,
            part.EndsWith('/') ? part + "Planted.cs" : part
        );
        var planted = CoreSources.Compilation.AddSyntaxTrees(tree);

        Assert.That(OnTheWay(planted).SelectMany(one => FloatingIn(planted, one)), Is.Not.Empty);
    }

    [Test]
    public void Only_the_choice_of_noise_makes_a_sampler_for_counts() =>
        Assert.That(
            Makers(CoreSources.Compilation),
            Is.EqualTo((string[])["Impact.Core/Disclosure/Counts/CountNoise.cs"])
        );

    [TestCase(
        "internal class Planted { object Noise() => new Impact.Core.Noise.DiscreteGaussian(Impact.Core.Noise.Fraction.One); }"
    )]
    [TestCase(
        "internal class Planted { Impact.Core.Noise.DiscreteLaplace Noise() => new(Impact.Core.Noise.Fraction.One); }"
    )]
    public void A_sampler_that_is_made_elsewhere_is_seen(string source)
    {
        var tree = CSharpSyntaxTree.ParseText(
            $"namespace Impact.Core.Disclosure.Counts; {source}",
            Planted.Parsing,
            "Impact.Core/Disclosure/Counts/Planted.cs"
        );

        Assert.That(Makers(CoreSources.Compilation.AddSyntaxTrees(tree)), Does.Contain(tree.FilePath));
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

    private static bool IsIn(string part, SyntaxTree tree) => tree.FilePath.StartsWith(part, StringComparison.Ordinal);

    private static IEnumerable<SyntaxTree> OnTheWay(CSharpCompilation compilation) =>
        compilation.SyntaxTrees.Where(tree => Way.Any(part => IsIn(part, tree)));

    /// <summary>Files outside of the noise's own room that make a sampler.</summary>
    private static IEnumerable<string> Makers(CSharpCompilation compilation) =>
        compilation
            .SyntaxTrees.Where(tree => !IsIn(Room, tree))
            .Where(tree =>
                compilation.GetSemanticModel(tree) is var model
                && tree.GetRoot()
                    .DescendantNodes()
                    .OfType<BaseObjectCreationExpressionSyntax>()
                    .Any(made => Samplers.Contains(model.GetTypeInfo(made).Type?.Name))
            )
            .Select(tree => tree.FilePath);

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
