namespace Impact.Core.Catalogue;

/// <content>Codes of the rules that say which statements may be added.</content>
public static partial class CodeLists
{
    /// <summary>Level of a result (IATI ResultType 1, 2, 3, 9).</summary>
    public static CodeList IndicatorLevel { get; } =
        new(
            "indicator_level",
            [
                new("output", new("Output: what was delivered", "Producto: lo que se entregó")),
                new("outcome", new("Outcome: what changed, as recorded", "Resultado: lo que cambió, según consta")),
                new("impact", new("Impact: what changed in the long run", "Impacto: lo que cambió a largo plazo")),
                new("other", new("Other", "Otro")),
            ]
        );

    /// <summary>What one unit of an indicator is.</summary>
    public static CodeList IndicatorCount { get; } =
        new(
            "indicator_count",
            [new("people", new("People", "Personas")), new("services", new("Services", "Servicios"))]
        );

    /// <summary>What a value of an indicator is about.</summary>
    public static CodeList IndicatorReporting { get; } =
        new(
            "indicator_reporting",
            [
                new("periodic", new("Everyone in the period", "Todas las personas del período")),
                new("cumulative", new("Everyone since the beginning", "Todas las personas desde el inicio")),
                new("new", new("Only people not helped before", "Solo personas no ayudadas antes")),
            ]
        );

    /// <summary>Who is counted once.</summary>
    public static CodeList IndicatorDedup { get; } =
        new(
            "indicator_dedup",
            [
                new("none", new("Nobody has looked for double counts", "Nadie buscó recuentos dobles")),
                new("within_partner", new("Once by each partner", "Una vez por organización")),
                new("across_partners", new("Once by all partners together", "Una vez entre todas las organizaciones")),
            ]
        );

    /// <summary>Whom an indicator counts.</summary>
    public static CodeList IndicatorPopulation { get; } =
        new(
            "indicator_population",
            [
                new(
                    "statement",
                    new("People whom only partners count", "Personas que solo cuentan las organizaciones")
                ),
                new("households", new("Households with records of their own", "Hogares con registros propios")),
            ]
        );

    /// <summary>How values combine along one axis.</summary>
    public static CodeList AxisRule { get; } =
        new(
            "axis_rule",
            [
                new("sum", new("They add", "Se suman")),
                new("last", new("The last one stands", "Vale el último")),
                new("max", new("The largest one stands", "Vale el mayor")),
                new("bounds", new("Only an interval is known", "Solo se conoce un intervalo")),
                new("none", new("They are never combined", "Nunca se combinan")),
            ]
        );

    /// <summary>How an interval of people was reached.</summary>
    public static CodeList BoundsMethod { get; } =
        new(
            "bounds_method",
            [
                new("one_period", new("Over partners in one period", "Entre organizaciones en un período")),
                new(
                    "periods_bounded",
                    new("From the largest period to the sum of periods", "Del mayor período a la suma de los períodos")
                ),
                new(
                    "periods_added",
                    new("Each partner's periods added first", "Primero se suman los períodos de cada organización")
                ),
                new("last_period", new("Each partner's last figure", "La última cifra de cada organización")),
                new("largest_period", new("Each partner's largest figure", "La mayor cifra de cada organización")),
                new("not_combined", new("Periods are not combined", "Los períodos no se combinan")),
            ]
        );
}
