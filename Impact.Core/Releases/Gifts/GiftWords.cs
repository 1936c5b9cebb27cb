using System.Globalization;
using Impact.Core.Catalogue;
using Impact.Core.Quantities;

namespace Impact.Core.Releases.Gifts;

/// <summary>What a proof says in words, in English and Spanish, with what it does not prove.</summary>
internal static class GiftWords
{
    private static readonly Dictionary<string, BilingualText> Places = new(StringComparer.Ordinal)
    {
        ["fund"] = new("still with the fund", "sigue en el fondo"),
        ["taken"] = new("taken by a fee, a refund or a cost", "tomado por una comisión, un reembolso o un costo"),
        ["advanced"] = new("advanced in another gift's place", "adelantado en lugar de otra donación"),
        ["partners"] = new("sent to partners in an open quarter", "enviado a organizaciones en un trimestre abierto"),
        ["partner"] = new("with a partner", "en poder de una organización"),
        ["returned"] = new("returned by a partner", "devuelto por una organización"),
        ["spent"] = new("spent by a partner", "gastado por una organización"),
    };

    /// <summary>Where money is, in words.</summary>
    public static BilingualText Place(string code) => Places.GetValueOrDefault(code) ?? BilingualText.Same(code);

    /// <summary>What was proved, a sentence a line.</summary>
    public static IReadOnlyList<BilingualText> Proved(GiftProof proof)
    {
        var currency = Currency.Parse(proof.Currency);
        var day = proof.Gifts.CountedTo.ToString("yyyy-MM-dd", CultureInfo.InvariantCulture);
        List<BilingualText> lines =
        [
            new(
                $"The fund's trusted key has signed release {proof.Release}, which counts gifts up to {day}.",
                $"La clave de confianza del fondo firmó la versión {proof.Release}, que cuenta donaciones hasta el {day}."
            ),
            new(
                $"{Amount(proof.Gift.BaseMinor, currency)} of this transaction is in the published total of {Amount(proof.Gifts.Gifts.TotalMinor, currency)}, which is the statement's line of contributions.",
                $"{Amount(proof.Gift.BaseMinor, currency)} de esta transacción están en el total publicado de {Amount(proof.Gifts.Gifts.TotalMinor, currency)}, que es la línea de contribuciones del estado."
            ),
        ];
        if (proof.Gift.RefundedMinor > 0)
        {
            lines.Add(
                new(
                    $"{Amount(proof.Gift.RefundedMinor, currency)} of it went back and is in the published {Amount(proof.Gifts.Refunds.TotalMinor, currency)} of refunds and chargebacks.",
                    $"{Amount(proof.Gift.RefundedMinor, currency)} se devolvieron y están en los {Amount(proof.Gifts.Refunds.TotalMinor, currency)} publicados de reembolsos y contracargos."
                )
            );
        }

        return lines;
    }

    /// <summary>What was paid and what was counted, with the rate between them; null where both are in one currency, or nothing was paid.</summary>
    public static BilingualText? Conversion(GiftProof proof)
    {
        var (gift, counted) = (proof.Gift, Currency.Parse(proof.Currency));
        if (gift.Currency == proof.Currency || gift.AmountMinor <= 0 || !Currency.TryParse(gift.Currency, out var paid))
        {
            return null;
        }

        var rate = decimal.Round(
            new Money(gift.BaseMinor, counted).Major / new Money(gift.AmountMinor, paid).Major,
            Ratio.PublishedDecimals,
            MidpointRounding.ToEven
        );
        var sum = $"{Amount(gift.AmountMinor, paid)} = {Amount(gift.BaseMinor, counted)}";
        var each = string.Create(CultureInfo.InvariantCulture, $"1 {paid.Code} = {rate} {counted.Code}");
        return new(
            $"Counted in the fund's currency: {sum}, at {each}. The leaves prove the second amount; whether the rate was right they do not prove.",
            $"Contado en la moneda del fondo: {sum}, a {each}. Las hojas prueban el segundo importe; no prueban que la tasa fuera correcta."
        );
    }

    /// <summary>What the donor must compare, and what was not proved.</summary>
    public static IReadOnlyList<BilingualText> NotProved { get; } =
    [
        new(
            "Compare transaction and amount with the payment processor's own receipt: a code given to two people shows one of them the other's gift.",
            "Compare la transacción y el importe con el recibo del procesador de pagos: un código dado a dos personas le muestra a una la donación de la otra."
        ),
        new(
            "Not proved: that the money was well spent. The lines below are what the fund's rule of lots says.",
            "No se prueba que el dinero se gastó bien. Las líneas de abajo son lo que dice la regla de lotes del fondo."
        ),
    ];

    /// <summary>An amount with its currency.</summary>
    public static string Amount(long minor, Currency currency) =>
        $"{currency.Code} {new Money(minor, currency).ToString(CultureInfo.InvariantCulture)}";
}
