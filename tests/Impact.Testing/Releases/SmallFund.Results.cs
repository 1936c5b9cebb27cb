using Impact.Core.Catalogue;
using Impact.Core.Catalogue.Derivations;

namespace Impact.Testing.Releases;

/// <summary>The tables of the small fund about indicators and what follows from them.</summary>
internal sealed partial class SmallFund
{
    /// <summary>Some tables, and those that are derived from them, as Disclosure would add them.</summary>
    private static IEnumerable<PublishedTable> WithDerived(IReadOnlyList<PublishedTable> tables)
    {
        var source = new DerivationSource(tables);
        return [.. tables, .. Derivation.All.Select(derivation => derivation.Compute(source))];
    }

    private IEnumerable<object?[]> Indicators() =>
        [
            Indicator("legal_consultations", "Legal consultations", "Consultas jurídicas"),
            Indicator("families_helped", "Families helped", "Familias ayudadas"),
        ];

    private object?[] Indicator(string id, string english, string spanish) =>
        Row(
            [
                Id,
                id,
                english,
                spanish,
                "statement",
                "people",
                "output",
                "periodic",
                "within_partner",
                "bounds",
                "bounds",
                "sum",
                "max",
                null,
                2L,
                10L,
            ],
            reports: (1, 1)
        );
}
