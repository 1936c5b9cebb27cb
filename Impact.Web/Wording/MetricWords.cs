using Impact.Core.Catalogue;

namespace Impact.Web.Wording;

/// <summary>Words for what a metric card says in codes.</summary>
public static class MetricWords
{
    /// <summary>What one unit is.</summary>
    public static BilingualText Unit(MetricUnit unit) =>
        unit switch
        {
            MetricUnit.Money => new("money, in the fund’s currency", "dinero, en la moneda del fondo"),
            MetricUnit.Ratio => new("a ratio without a unit", "una razón sin unidad"),
            MetricUnit.Months => new("months", "meses"),
            MetricUnit.Days => new("days", "días"),
            MetricUnit.Counts => new("a share of reports or checks", "una proporción de informes o controles"),
            MetricUnit.Services => new("services", "servicios"),
            _ => new("people", "personas"),
        };

    /// <summary>How values add up along one axis.</summary>
    public static BilingualText Axis(AxisRule rule) =>
        rule switch
        {
            AxisRule.Sum => new("values add up", "los valores se suman"),
            AxisRule.Last => new("the last value counts", "cuenta el último valor"),
            AxisRule.Max => new("the largest value counts", "cuenta el mayor valor"),
            AxisRule.Bounds => new(
                "only an interval is known, from the largest to the sum",
                "solo se conoce un intervalo, del mayor a la suma"
            ),
            _ => new("values are never combined", "los valores no se combinan nunca"),
        };

    /// <summary>What protects the people behind it.</summary>
    public static BilingualText Protection(ProtectionClass protection) =>
        protection switch
        {
            ProtectionClass.Exact => new(
                "exact: money between organisations and totals of the fund",
                "exacto: dinero entre organizaciones y totales del fondo"
            ),
            ProtectionClass.PartnerStatement => new(
                "a partner’s own statement: at least ten and rounded to five, or as published where the source is itself public",
                "declaración de la organización: al menos diez y redondeado a cinco, o tal como se publicó si la fuente es pública"
            ),
            ProtectionClass.DonorNoise => new(
                "with noise that protects each donor",
                "con ruido que protege a cada donante"
            ),
            ProtectionClass.HouseholdNoise => new(
                "with noise that protects each household",
                "con ruido que protege a cada hogar"
            ),
            _ => new("never published", "no se publica nunca"),
        };
}
