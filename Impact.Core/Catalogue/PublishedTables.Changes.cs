using static Impact.Core.Catalogue.SharedColumns;

namespace Impact.Core.Catalogue;

/// <content>Registers of corrections and of partners' replies, and what has changed since the release before.</content>
public static partial class PublishedTables
{
    /// <summary>Known errors: what, why, how large, who noticed, and how far the correction is. Rows are only ever added.</summary>
    public static TableSchema Corrections { get; } =
        Table(
            "corrections",
            new("Corrections", "Correcciones"),
            new("One step of one correction", "Un paso de una corrección"),
            ["fund", "correction", "state"],
            [
                FundId,
                Required("correction", ColumnType.Text, "Correction", "Corrección"),
                Coded("state", CodeLists.CorrectionStatus, "State", "Estado"),
                Required("recorded_on", ColumnType.Date, "Recorded on", "Registrada el"),
                .. FigureMeant,
                Coded("subject", CodeLists.CorrectionSubject, "What it is about", "A qué se refiere"),
                Coded("noticed_by", CodeLists.NoticedBy, "Who noticed", "Quién lo notó"),
                Required("what_en", ColumnType.Text, "What was wrong", "Qué estaba mal (inglés)"),
                Required("what_es", ColumnType.Text, "What was wrong (Spanish)", "Qué estaba mal"),
                Required("why_en", ColumnType.Text, "Why", "Por qué (inglés)"),
                Required("why_es", ColumnType.Text, "Why (Spanish)", "Por qué"),
                .. Amount,
            ]
        );

    /// <summary>What partners say to a figure: their right of reply. Rows are only ever added.</summary>
    public static TableSchema Replies { get; } =
        Table(
            "replies",
            new("Partners' replies", "Respuestas de las organizaciones"),
            new("One reply of one organisation", "Una respuesta de una organización"),
            ["fund", "organisation_id", "reply", "state"],
            [
                FundId,
                OrganisationId,
                Required("reply", ColumnType.Text, "Reply", "Respuesta"),
                Coded("state", CodeLists.ReplyState, "State", "Estado"),
                Required("replied_on", ColumnType.Date, "Replied on", "Respondida el"),
                .. FigureMeant.Where(column => column.Name != "organisation_id"),
                Required("text_en", ColumnType.Text, "Reply in English", "Respuesta en inglés"),
                Required("text_es", ColumnType.Text, "Reply in Spanish", "Respuesta en español"),
            ]
        );

    /// <summary>Every published figure that is another than in the release compared with.</summary>
    public static TableSchema Changes { get; } =
        Table(
            "changes",
            new("Changed figures", "Cifras que cambiaron"),
            new(
                "One cell that is another than in the release before",
                "Una celda distinta de la de la versión anterior"
            ),
            ["fund", "table", "row", "field"],
            [
                FundId,
                Required("table", ColumnType.Text, "Table", "Tabla"),
                Required("row", ColumnType.Text, "Key of the row", "Clave de la fila"),
                Required("field", ColumnType.Text, "Column", "Columna"),
                Optional("old", ColumnType.Text, "Was", "Era"),
                Optional("new", ColumnType.Text, "Is now", "Ahora es"),
                Optional("difference", ColumnType.Integer, "Difference", "Diferencia"),
                Optional("ratio", ColumnType.Decimal, "Difference over what it was", "Diferencia sobre lo que era"),
                Coded("materiality", CodeLists.Materiality, "How much", "Cuánto"),
                Coded("reason", CodeLists.ChangeReason, "Why", "Por qué"),
                Optional("correction", ColumnType.Text, "Correction", "Corrección"),
            ]
        );

    /// <summary>What has come or gone since the release compared with: tables, rows, figures, definitions.</summary>
    public static TableSchema StructuralChanges { get; } =
        Table(
            "structural_changes",
            new("What was added or removed", "Lo añadido o eliminado"),
            new(
                "One row, figure or table that is gone, or how many rows a table gained",
                "Una fila, cifra o tabla que ya no está, o cuántas filas ganó una tabla"
            ),
            ["fund", "kind", "table", "row"],
            [
                FundId,
                Coded("kind", CodeLists.StructuralKind, "Kind", "Tipo"),
                Required("table", ColumnType.Text, "Table", "Tabla"),
                Optional("row", ColumnType.Text, "Key of the row, or metric", "Clave de la fila, o métrica"),
                Required("rows", ColumnType.Integer, "Rows", "Filas"),
                Coded("reason", CodeLists.ChangeReason, "Why", "Por qué"),
                Optional("correction", ColumnType.Text, "Correction", "Corrección"),
            ]
        );

    /// <summary>Whether a table tells of another release and not of the fund: it is made when a release is built, and is not compared.</summary>
    public static bool TellsOfReleases(TableSchema table) => table == Changes || table == StructuralChanges;

    /// <summary>Which figures a correction or a reply means; what is empty means all.</summary>
    private static IEnumerable<TableColumn> FigureMeant =>
        [
            Optional("table", ColumnType.Text, "Table", "Tabla"),
            Optional("organisation_id", ColumnType.Text, "Organisation identifier", "Identificador de la organización"),
            Optional("period", ColumnType.Text, "Period", "Período"),
            Optional("indicator", ColumnType.Text, "Indicator", "Indicador"),
        ];
}
