namespace Impact.Core.Catalogue;

/// <content>Codes of the age of money.</content>
public static partial class CodeLists
{
    /// <summary>How old money is, in days since its gift cleared; money of other sources has no gift.</summary>
    public static CodeList GiftAge { get; } =
        new(
            "gift_age",
            [
                new("0-30", new("Up to 30 days", "Hasta 30 días")),
                new("31-90", new("31 to 90 days", "De 31 a 90 días")),
                new("91-180", new("91 to 180 days", "De 91 a 180 días")),
                new("over-180", new("More than 180 days", "Más de 180 días")),
                new(
                    "other_source",
                    new(
                        "No gift: interest, opening balance, returned",
                        "Sin donación: intereses, saldo inicial, devuelto"
                    )
                ),
            ]
        );
}
