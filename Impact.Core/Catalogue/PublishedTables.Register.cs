using static Impact.Core.Catalogue.SharedColumns;

namespace Impact.Core.Catalogue;

/// <content>The difference register.</content>
public static partial class PublishedTables
{
    /// <summary>What two sides do not agree on: item by item between organisations, else one sum a quarter, age band and state.</summary>
    public static TableSchema Register { get; } =
        Table(
            "register",
            new("Difference register", "Registro de diferencias"),
            new(
                "One difference between organisations, or one sum of differences in a quarter, at the last closed quarter",
                "Una diferencia entre organizaciones, o una suma de diferencias de un trimestre, al último trimestre cerrado"
            ),
            ["fund", "match", "flow", "item", "organisation_id", "quarter", "age_band", "state"],
            [
                FundId,
                Coded("match", CodeLists.Match, "What is compared", "Qué se compara"),
                Coded("flow", CodeLists.RegisterFlow, "Flow", "Flujo"),
                Optional("item", ColumnType.Text, "Item", "Partida"),
                Optional(
                    "organisation_id",
                    ColumnType.Text,
                    "Organisation identifier",
                    "Identificador de la organización"
                ),
                Required("quarter", ColumnType.Text, "Quarter", "Trimestre"),
                Coded("age_band", CodeLists.AgeBand, "Age", "Antigüedad"),
                Coded("state", CodeLists.RegisterState, "State", "Estado"),
                Coded("difference", CodeLists.Difference, "Difference", "Diferencia"),
                Coded("owner", CodeLists.RegisterOwner, "Who must settle it", "Quién debe resolverla") with
                {
                    Nullable = true,
                },
                Coded("explanation", CodeLists.Explanation, "Explanation", "Explicación") with
                {
                    Nullable = true,
                },
                Optional("note_en", ColumnType.Text, "Note in English", "Nota en inglés"),
                Optional("note_es", ColumnType.Text, "Note in Spanish", "Nota en español"),
                Optional(
                    "lag_days",
                    ColumnType.Integer,
                    "Days from the transfer to the receipt",
                    "Días de la transferencia al recibo"
                ),
                .. Amount,
            ]
        ) with
        {
            IsOfOneDay = true,
        };
}
