using Impact.Core.Ledger;

namespace Impact.Core.Tests.Disclosure.Attacks;

/// <summary>A bug planted in the program's own SQL: one line of one file stands otherwise.</summary>
/// <param name="File">A file of <c>Metrics/Sql</c>.</param>
/// <param name="Line">What the program has.</param>
/// <param name="Instead">What is planted.</param>
internal sealed record PlantedLine(string File, string Line, string Instead)
{
    /// <summary>The text of a file, with the bug where it is planted in this one.</summary>
    public static string SqlOf(string file, PlantedLine? planted)
    {
        var sql = SqlText.Of("Metrics", file);
        if (planted is null || planted.File != file)
        {
            return sql;
        }

        Assert.That(sql, Does.Contain(planted.Line), "the line the bug is planted in is no longer there");
        return sql.Replace(planted.Line, planted.Instead, StringComparison.Ordinal);
    }
}
