namespace Impact.Core.Catalogue;

/// <summary>Columns that many published tables have, and the words to declare others.</summary>
internal static class SharedColumns
{
    /// <summary>The fund.</summary>
    public static TableColumn FundId { get; } = Required("fund", ColumnType.Text, "Fund", "Fondo");

    /// <summary>A partner organisation.</summary>
    public static TableColumn OrganisationId { get; } =
        Required("organisation_id", ColumnType.Text, "Organisation identifier", "Identificador de la organización");

    /// <summary>First day of a period.</summary>
    public static TableColumn PeriodStart { get; } =
        Required("period_start", ColumnType.Date, "First day", "Primer día");

    /// <summary>Last day of a period.</summary>
    public static TableColumn PeriodEnd { get; } = Required("period_end", ColumnType.Date, "Last day", "Último día");

    /// <summary>A measure of money.</summary>
    public static TableColumn Measure { get; } = Coded("measure", CodeLists.MoneyMeasure, "Measure", "Medida");

    /// <summary>Currency and amount, in minor units and in full.</summary>
    public static IReadOnlyList<TableColumn> Amount { get; } =
    [
        Required("currency", ColumnType.Text, "Currency", "Moneda"),
        Optional("amount_minor", ColumnType.Integer, "Amount in minor units", "Importe en unidades mínimas"),
        Optional("amount", ColumnType.Decimal, "Amount", "Importe"),
    ];

    /// <summary>The columns every table ends with: status, finality, completeness and the fiction mark.</summary>
    public static IReadOnlyList<TableColumn> Context { get; } =
    [
        Coded("status", CodeLists.Status, "Status of the value", "Estado del valor"),
        Coded("finality", CodeLists.Finality, "Finality", "Carácter definitivo"),
        Required("reported", ColumnType.Integer, "Reports received", "Informes recibidos"),
        Required("expected", ColumnType.Integer, "Reports expected", "Informes esperados"),
        Required("fiction", ColumnType.Boolean, "Invented figures", "Cifras inventadas"),
    ];

    /// <summary>A column that always has a value.</summary>
    public static TableColumn Required(string name, ColumnType type, string en, string es) =>
        new(name, type, new(en, es));

    /// <summary>A column that may be empty.</summary>
    public static TableColumn Optional(string name, ColumnType type, string en, string es) =>
        new(name, type, new(en, es), Nullable: true);

    /// <summary>A column whose values are codes of a list.</summary>
    public static TableColumn Coded(string name, CodeList codes, string en, string es) =>
        new(name, ColumnType.Text, new(en, es), Nullable: false, codes);
}
