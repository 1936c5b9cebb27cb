using System.Text.Json;
using Impact.Core.Catalogue;
using Impact.Core.Catalogue.Derivations;

namespace Impact.Core.Disclosure;

/// <summary>Tables that say nothing new: the indicators' rules, and what follows from tables that have been let out already.</summary>
/// <remarks>They are computed from controlled tables alone, so that a reader who has those can compute them again.</remarks>
internal sealed class DerivedTables(FundDescription fund, DisclosurePolicy policy)
{
    /// <summary>The word that lets a derived row out.</summary>
    public const string Decision = "derived";

    /// <summary>Every derived table, and the indicators that explain them.</summary>
    public IReadOnlyList<ControlledTable> Of(IReadOnlyList<ControlledTable> controlled)
    {
        var people = controlled.FirstOrDefault(table => table.Table.Schema.Id == PublishedTables.People.Id);
        var indicators = Indicators(people?.Table);
        var source = new DerivationSource([.. controlled.Select(table => table.Table), indicators.Table]);
        return
        [
            indicators,
            .. Derivation.All.Select(derivation =>
                ControlledTable.Decide(
                    derivation.Schema,
                    [.. derivation.Rows(source).Select(cells => (cells, Decision))]
                )
            ),
        ];
    }

    /// <summary>The indicators of the fund file, and those that only a public source names, of which nothing may be added.</summary>
    private ControlledTable Indicators(PublishedTable? people)
    {
        var described = fund.Indicators.Select(indicator => indicator.Id).ToHashSet(StringComparer.Ordinal);
        var others = (people?.Rows ?? [])
            .Select(row => row.Text("indicator"))
            .Distinct(StringComparer.Ordinal)
            .Where(id => !described.Contains(id))
            .Select(FundIndicator.Unknown);
        return ControlledTable.Decide(
            PublishedTables.Indicators,
            [.. fund.Indicators.Concat(others).Select(indicator => (Row(indicator), "exact"))]
        );
    }

    private IReadOnlyList<object?> Row(FundIndicator indicator)
    {
        var isExact = fund.IsFromPublicSources;
        return
        [
            fund.Id,
            indicator.Id,
            indicator.Title.En,
            indicator.Title.Es,
            Code(indicator.Population),
            Code(indicator.Counts),
            Code(indicator.Level),
            Code(indicator.ReportedAs),
            Code(indicator.Dedup),
            Code(indicator.Aggregation.Time),
            Code(indicator.Aggregation.Organisation),
            Code(indicator.Aggregation.Place),
            Code(indicator.Aggregation.Service),
            indicator.CutOf,
            isExact ? 0L : policy.StatementRounding / 2,
            isExact ? 0L : policy.SmallestStatement,
            "ok",
            "provisional",
            1L,
            1L,
            fund.Fiction,
        ];
    }

    private static string Code<T>(T value)
        where T : struct, Enum => JsonNamingPolicy.SnakeCaseLower.ConvertName(value.ToString());
}
