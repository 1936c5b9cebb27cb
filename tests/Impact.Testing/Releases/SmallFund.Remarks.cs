using Impact.Core.Catalogue;

namespace Impact.Testing.Releases;

/// <summary>What is said of the small fund's figures: a correction that is open, and a partner's reply.</summary>
internal sealed partial class SmallFund
{
    private IEnumerable<object?[]> Corrections() =>
        [
            Row(
                [
                    Id,
                    "K-1",
                    "open",
                    new DateOnly(2020, 9, 14),
                    PublishedTables.MoneyByOrganisation.Id,
                    IdOf(1),
                    "2020-Q2",
                    null,
                    "reporting",
                    "partner",
                    "A quarter was told late.",
                    "Un trimestre se informó tarde.",
                    "The accounts were being checked.",
                    "Se revisaban las cuentas.",
                    .. Cells(Dollar, minor: null),
                ],
                status: "z",
                reports: (1, 1)
            ),
        ];

    private IEnumerable<object?[]> Replies() =>
        [
            Row(
                [
                    Id,
                    IdOf(1),
                    "A-1",
                    "comment",
                    new DateOnly(2020, 9, 20),
                    PublishedTables.MoneyByOrganisation.Id,
                    "2020-Q2",
                    null,
                    "Two invoices came after the quarter.",
                    "Dos facturas llegaron después del trimestre.",
                ],
                reports: (1, 1)
            ),
        ];
}
