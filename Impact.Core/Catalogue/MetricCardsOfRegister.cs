namespace Impact.Core.Catalogue;

/// <summary>Cards of two-sided matching.</summary>
internal static class MetricCardsOfRegister
{
    /// <summary>The cards.</summary>
    public static IReadOnlyList<MetricCard> All { get; } =
    [
        new(
            "difference_register",
            new("What does not agree yet, and why", "Lo que aún no coincide, y por qué"),
            new("Difference register", "Registro de diferencias"),
            new(
                "Each transfer is compared with the partner's own receipt, and the books with what the payment processor and the bank say. What differs stands here at the end of the quarter with its amount, its age, who must settle it and why. What a partner spent beyond what it was sent stands here too, and what the pool advanced for refunds and fees by its rule. Nothing unexplained can be published, unless it has been on its way for five days at most. Transfers stand one by one; what people gave stands only as a sum, and is withheld where too few people are behind it.",
                "Cada transferencia se compara con el recibo de la propia organización, y los libros con lo que dicen el procesador de pagos y el banco. Lo que difiere figura aquí al cierre del trimestre con su importe, su antigüedad, quién debe resolverlo y por qué. También figura lo que una organización gastó más allá de lo enviado, y lo que el fondo común adelantó por reembolsos y comisiones según su regla. Nada sin explicar puede publicarse, salvo que lleve en camino cinco días como máximo. Las transferencias figuran una por una; lo que dieron las personas figura solo como suma, y se retiene si hay muy pocas personas detrás."
            ),
            MetricUnit.Money,
            "receipt - disbursement, by the disbursement's number; account_line - entry, by reference; expenditure + return - disbursement - opening_balance above 0, by partner; at the last closed quarter",
            "register.sql",
            PublishedTables.Register.Id,
            ProtectionClass.Exact,
            Aggregation.Stock,
            "Conventions of the field, identities M and P2; bank reconciliation",
            Version: 1
        )
        {
            Finality = CardWords.FinalToDate,
            Completeness = CardWords.OneSource,
            Reference = "Metrics.Reference.ReferenceRegister",
        },
    ];
}
