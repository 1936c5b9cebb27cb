using System.Reflection;
using System.Security.Cryptography;
using Impact.Core.Noise;

namespace Impact.Core.Tests.Noise;

/// <summary>Noise has one source, and nothing can be put in its place in any build.</summary>
[TestFixture]
internal sealed class NoSeedTests
{
    private const BindingFlags Everything =
        BindingFlags.Public
        | BindingFlags.NonPublic
        | BindingFlags.Instance
        | BindingFlags.Static
        | BindingFlags.DeclaredOnly;

    private static readonly Type[] Types =
    [
        .. typeof(Fraction).Assembly.GetTypes().Where(type => type.Namespace == typeof(Fraction).Namespace),
    ];

    /// <summary>What draws, or is drawn from; elsewhere a private method may take a function to search with.</summary>
    private static readonly Type[] Samplers =
    [
        typeof(SecureBits),
        typeof(BernoulliExponential),
        typeof(DiscreteLaplace),
        typeof(DiscreteGaussian),
        typeof(DiscreteGaussianTable),
        typeof(SquareRootMechanism),
    ];

    [Test]
    public void Nothing_that_draws_takes_a_seed_or_a_source() =>
        Assert.That(Samplers.SelectMany(type => Doors(type, privateToo: true)), Is.Empty);

    [Test]
    public void Nothing_else_of_the_room_lets_one_in()
    {
        Assert.That(Types, Has.Length.AtLeast(15));
        Assert.That(Types.SelectMany(type => Doors(type, privateToo: false)), Is.Empty);
    }

    [Test]
    public void The_source_is_made_by_itself_alone_and_keeps_its_own_buffer()
    {
        var source = typeof(SecureBits);
        var constructor = source.GetConstructors(Everything).Single(one => !one.IsStatic);
        var fields = source.GetFields(Everything).Select(field => field.FieldType).Distinct().ToList();

        Assert.That(source.IsSealed && constructor.IsPrivate && constructor.GetParameters().Length == 0, Is.True);
        Assert.That(fields, Is.SubsetOf((Type[])[typeof(byte[]), typeof(int), typeof(SecureBits)]));
        Assert.That(source.GetProperties(Everything).Where(property => property.CanWrite), Is.Empty);
    }

    [Test]
    public void Every_way_in_that_is_planted_is_seen() =>
        Assert.That(
            Doors(typeof(Planted), privateToo: true).Order(StringComparer.Ordinal),
            Is.EqualTo(
                (string[])
                    [
                        "Planted.Draw(bits)",
                        "Planted.Draw(generator)",
                        "Planted.Draw(next)",
                        "Planted.Draw(seed)",
                        "Planted.Draw(source)",
                        "Planted.Draw(stream)",
                        "Planted.Source",
                    ]
            )
        );

    private static IEnumerable<string> Doors(Type type, bool privateToo)
    {
        foreach (var method in type.GetMembers(Everything).OfType<MethodBase>())
        {
            foreach (var parameter in method.GetParameters().Where(IsDoor))
            {
                if ((privateToo || !method.IsPrivate) && !method.Name.Contains('<', StringComparison.Ordinal))
                {
                    yield return $"{type.Name}.{method.Name}({parameter.Name})";
                }
            }
        }

        foreach (
            var property in type.GetProperties(Everything).Where(one => one.CanWrite && IsSource(one.PropertyType))
        )
        {
            yield return $"{type.Name}.{property.Name}";
        }
    }

    private static bool IsDoor(ParameterInfo parameter) =>
        !parameter.Member.Name.StartsWith("set_", StringComparison.Ordinal)
        && (IsSource(parameter.ParameterType) || parameter.Name!.Contains("seed", StringComparison.OrdinalIgnoreCase));

    private static bool IsSource(Type type) =>
        type.FullName == "System.Random"
        || typeof(RandomNumberGenerator).IsAssignableFrom(type)
        || typeof(Stream).IsAssignableFrom(type)
        || typeof(Delegate).IsAssignableFrom(type)
        || (type.IsInterface && type.Namespace == typeof(Fraction).Namespace)
        || type == typeof(byte[])
        || type == typeof(Span<byte>)
        || type == typeof(ReadOnlySpan<byte>)
        || type == typeof(Memory<byte>)
        || type == typeof(ReadOnlyMemory<byte>);

    /// <summary>Every way in, planted.</summary>
    private sealed class Planted
    {
        public RandomNumberGenerator? Source { get; set; }

        public static long Draw(long seed) => seed;

        public static long Draw(byte[] bits) => bits.Length;

        public static long Draw(ReadOnlySpan<byte> source) => source.Length;

        public static long Draw(Stream stream) => stream.Length;

        public static long Draw(RandomNumberGenerator generator) => generator.GetHashCode();

        private static long Draw(Func<long> next) => next();

        public static long Use() => Draw(() => 0);
    }
}
