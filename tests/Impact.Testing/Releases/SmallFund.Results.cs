using Impact.Core.Catalogue;
using Impact.Core.Catalogue.Derivations;

namespace Impact.Testing.Releases;

/// <summary>The tables of the small fund about indicators, what follows from them, and differences.</summary>
internal sealed partial class SmallFund
{
    private const string Receipt = "receipt";

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

    /// <summary>A bank kept a fee on one transfer, another is on its way, and a sum of gifts is too few people's to be shown.</summary>
    private IEnumerable<object?[]> Differences()
    {
        var quarter = QuarterAt(closedQuarters - 1).Code;
        yield return Row(
            [
                Id,
                Receipt,
                "disbursement",
                "transfer-7",
                IdOf(2),
                quarter,
                "31-90",
                "explained",
                "amount_differs",
                "bank",
                "bank_fee",
                "The correspondent bank kept 15 dollars.",
                "El banco corresponsal retuvo 15 dólares.",
                3L,
                .. Cells(Dollar, -1_500),
            ],
            reports: (1, 1)
        );
        yield return Row(
            [
                Id,
                Receipt,
                "disbursement",
                "transfer-9",
                IdOf(4),
                quarter,
                "0-30",
                "in_transit",
                "missing_receipt",
                "partner",
                null,
                null,
                null,
                null,
                .. Cells(Dollar, -400_000),
            ],
            reports: (1, 1)
        );
        yield return Row(
            [
                Id,
                "processor",
                "gifts",
                null,
                null,
                quarter,
                "0-30",
                "explained",
                "various",
                null,
                null,
                null,
                null,
                null,
                .. Cells(Dollar, null),
            ],
            "c",
            (1, 1)
        );
    }
}
