namespace Impact.Core.Catalogue;

/// <content>Codes of what changes between two releases, and of the registers of corrections and replies.</content>
public static partial class CodeLists
{
    /// <summary>Why a published figure is another than before: the scheme of the Office for National Statistics, 2011.</summary>
    public static CodeList ChangeReason { get; } =
        new(
            "change_reason",
            [
                new("R1", new("Better or later source data", "Datos de origen mejores o posteriores")),
                new("R2", new("Routine recalculation as time goes on", "Recálculo rutinario con el paso del tiempo")),
                new("R3", new("The definition has changed", "Cambió la definición")),
                new("C", new("Correction of an error", "Corrección de un error")),
            ]
        );

    /// <summary>How much a figure has changed, as a share of what it was.</summary>
    public static CodeList Materiality { get; } =
        new(
            "materiality",
            [
                new("none", new("No number", "Sin número")),
                new("small", new("Less than 1 % of what it was", "Menos del 1 % de lo que era")),
                new("moderate", new("1 % to less than 5 % of what it was", "Del 1 % a menos del 5 % de lo que era")),
                new("large", new("5 % of what it was or more", "El 5 % o más de lo que era")),
            ]
        );

    /// <summary>What has come or gone between two releases.</summary>
    public static CodeList StructuralKind { get; } =
        new(
            "structural_kind",
            [
                new("table_added", new("Table added", "Tabla añadida")),
                new("table_removed", new("Table removed", "Tabla eliminada")),
                new("rows_added", new("Rows added", "Filas añadidas")),
                new("row_removed", new("Row removed", "Fila eliminada")),
                new("row_replaced", new("Row of an earlier day replaced", "Fila de un día anterior reemplazada")),
                new("figure_withdrawn", new("Figure withdrawn", "Cifra retirada")),
                new("definition_changed", new("Definition changed", "Definición cambiada")),
            ]
        );

    /// <summary>How far a correction is.</summary>
    public static CodeList CorrectionStatus { get; } =
        new(
            "correction_status",
            [
                new("open", new("Known, not yet corrected", "Conocido, aún sin corregir")),
                new("corrected", new("Corrected", "Corregido")),
                new("withdrawn", new("The figure is withdrawn", "Se retira la cifra")),
                new("declined", new("Looked into: the figure was right", "Revisado: la cifra era correcta")),
            ]
        );

    /// <summary>Who noticed an error.</summary>
    public static CodeList NoticedBy { get; } =
        new(
            "noticed_by",
            [
                new("fund", new("The fund itself", "El propio fondo")),
                new("partner", new("A partner organisation", "Una organización asociada")),
                new("donor", new("A donor", "Un donante")),
                new("auditor", new("An auditor", "Un auditor")),
                new("reader", new("A reader", "Un lector")),
            ]
        );

    /// <summary>What an error was about; of the last two no size is told.</summary>
    public static CodeList CorrectionSubject { get; } =
        new(
            "correction_subject",
            [
                new("money", new("Money between organisations", "Dinero entre organizaciones")),
                new("method", new("A definition or a program", "Una definición o un programa")),
                new("reporting", new("A partner's reporting", "Los informes de una organización")),
                new("people", new("People a partner states", "Personas que declara una organización")),
                new("household_aid", new("Aid to households", "Ayuda a hogares")),
            ]
        );

    /// <summary>Whether a partner's objection still stands.</summary>
    public static CodeList ReplyState { get; } =
        new(
            "reply_state",
            [
                new("comment", new("Comment", "Comentario")),
                new("disputed", new("Disputes the figure", "Disputa la cifra")),
                new("settled", new("Settled", "Resuelto")),
            ]
        );
}
