using System.Collections.Concurrent;

namespace Impact.Core.Ledger;

/// <summary>The SQL files of the assembly, by room and name.</summary>
internal static class SqlText
{
    private static readonly ConcurrentDictionary<string, string> Texts = new(StringComparer.Ordinal);

    /// <summary>The text of <c>{room}/Sql/{name}.sql</c>.</summary>
    /// <exception cref="FileNotFoundException">There is no such file in the assembly.</exception>
    public static string Of(string room, string name) => Texts.GetOrAdd($"sql/{room}/Sql/{name}.sql", Read);

    private static string Read(string resource)
    {
        using var stream =
            typeof(SqlText).Assembly.GetManifestResourceStream(resource)
            ?? throw new FileNotFoundException("No such SQL file.", resource);
        using var reader = new StreamReader(stream);
        return reader.ReadToEnd();
    }
}
