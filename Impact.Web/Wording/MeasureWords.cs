using Impact.Core.Catalogue;

namespace Impact.Web.Wording;

/// <summary>Short words for measures in tables about organisations, where the heading says whose money it is.</summary>
public static class MeasureWords
{
    private static readonly Dictionary<string, BilingualText> Short = new(StringComparer.Ordinal)
    {
        ["allocated"] = new("Allocated", "Asignado"),
        ["disbursed"] = new("Sent", "Enviado"),
        ["returned"] = new("Returned", "Devuelto"),
        ["confirmed"] = new("Receipt confirmed", "Recepción confirmada"),
        ["spent"] = new("Spent", "Gastado"),
        ["spent_programme"] = new("Spent: programmes", "Gastado: programas"),
        ["spent_management"] = new("Spent: administration", "Gastado: administración"),
        ["spent_fundraising"] = new("Spent: fundraising", "Gastado: recaudación"),
    };

    /// <summary>One or two words.</summary>
    /// <param name="measure">A code of <see cref="CodeLists.MoneyMeasure"/>.</param>
    public static BilingualText Brief(string measure) =>
        Short.GetValueOrDefault(measure) ?? CodeLists.MoneyMeasure.Label(measure);
}
