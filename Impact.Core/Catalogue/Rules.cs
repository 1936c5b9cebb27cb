namespace Impact.Core.Catalogue;

/// <summary>The rules of intake. <c>docs/rules.md</c> is generated from this list and a test holds the two together.</summary>
public static partial class Rules
{
    /// <summary>Version of the rule set, raised when a rule is added or changes.</summary>
    public const string Version = "2";

    /// <summary>A needed cell is empty.</summary>
    public static Rule RequiredEmpty { get; } =
        Reject(
            "required-empty",
            new("A needed cell is empty.", "Una celda necesaria está vacía."),
            new("Without it the row cannot be placed in the books.", "Sin ella no se puede asentar la fila."),
            new("Fill the cell in.", "Complete la celda.")
        );

    /// <summary>A cell that is needed for this kind of row is empty.</summary>
    public static Rule NeededForKind { get; } =
        Reject(
            "needed-for-kind",
            new("A cell that this kind of row needs is empty.", "Está vacía una celda que este tipo de fila necesita."),
            new(
                "A transfer without its partner, or a refund without its gift, cannot be checked.",
                "Una transferencia sin su organización, o un reembolso sin su donación, no se puede comprobar."
            ),
            new("Fill the cell in, or correct the kind.", "Complete la celda o corrija el tipo.")
        );

    /// <summary>A day cannot be read.</summary>
    public static Rule DayUnreadable { get; } =
        Reject(
            "day-unreadable",
            new(
                "The cell is not a day as the layout writes it.",
                "La celda no es una fecha como la escribe el formato."
            ),
            new(
                "A guessed day could move money to another quarter.",
                "Una fecha adivinada podría mover dinero a otro trimestre."
            ),
            new("Write the day as YYYY-MM-DD.", "Escriba la fecha como AAAA-MM-DD.")
        );

    /// <summary>Money was final before it moved.</summary>
    public static Rule DayOrder { get; } =
        Reject(
            "day-order",
            new("The row was final before it happened.", "La fila fue definitiva antes de ocurrir."),
            new("One of the two days is wrong.", "Una de las dos fechas es incorrecta."),
            new("Check both days.", "Revise ambas fechas.")
        );

    /// <summary>The day lies in the future.</summary>
    public static Rule DayFuture { get; } =
        Reject(
            "day-future",
            new("The day lies in the future.", "La fecha está en el futuro."),
            new("Money that has not moved yet is not counted.", "El dinero que aún no se ha movido no se cuenta."),
            new(
                "Check the year, or load the row when it has happened.",
                "Revise el año o cargue la fila cuando haya ocurrido."
            )
        );

    /// <summary>A code is not in its list.</summary>
    public static Rule CodeUnknown { get; } =
        Reject(
            "code-unknown",
            new("The code is not in the list.", "El código no está en la lista."),
            new(
                "Unknown codes would be counted as something they are not.",
                "Un código desconocido se contaría como algo que no es."
            ),
            new(
                "Use a code of docs/input.md or of the fund file.",
                "Use un código de docs/input.md o del archivo del fondo."
            )
        );

    /// <summary>A reversal gives no reason.</summary>
    public static Rule ReasonMissing { get; } =
        Reject(
            "reason-missing",
            new("A reversal gives no reason.", "Una reversión no indica el motivo."),
            new(
                "Readers must be able to tell a correction from a dispute.",
                "Quien lee debe poder distinguir una corrección de una disputa."
            ),
            new("Give EDIT, DUPLICATE, DISPUTE or CORRECTION.", "Indique EDIT, DUPLICATE, DISPUTE o CORRECTION.")
        );

    /// <summary>A note that would be published is too long, or holds what may lead to a person.</summary>
    public static Rule NoteUnfit { get; } =
        Reject(
            "note-unfit",
            new(
                "The note is longer than 160 characters, or holds an e-mail address or a long number.",
                "La nota tiene más de 160 caracteres, o contiene una dirección de correo o un número largo."
            ),
            new(
                "Notes are published: they must lead to no person and no account.",
                "Las notas se publican: no deben llevar a ninguna persona ni cuenta."
            ),
            new(
                "Say in one sentence what happened, without a name or number.",
                "Diga en una frase qué ocurrió, sin nombres ni números."
            )
        );

    /// <summary>A number of people cannot be read.</summary>
    public static Rule WholeUnreadable { get; } =
        Reject(
            "whole-unreadable",
            new("The cell is not a whole number of 0 or more.", "La celda no es un número entero de 0 o más."),
            new("People are counted one by one.", "Las personas se cuentan una por una."),
            new("Write digits only.", "Escriba solo cifras.")
        );

    /// <summary>A period cannot be read.</summary>
    public static Rule PeriodUnreadable { get; } =
        Reject(
            "period-unreadable",
            new("The cell is not a period.", "La celda no es un período."),
            new("A figure without its period cannot be compared.", "Una cifra sin su período no se puede comparar."),
            new("Write 2019-Q3, 2019-08 or 2019.", "Escriba 2019-Q3, 2019-08 o 2019.")
        );

    /// <summary>All rules, in the order of their identifiers.</summary>
    /// <remarks>Read when it is asked for: the files of this class fill their properties in no fixed order.</remarks>
    public static IReadOnlyList<Rule> All =>
        [
            .. typeof(Rules)
                .GetProperties()
                .Where(property => property.PropertyType == typeof(Rule))
                .Select(property => (Rule)property.GetValue(null)!)
                .OrderBy(rule => rule.Id, StringComparer.Ordinal),
        ];

    private static Rule Reject(string id, BilingualText what, BilingualText why, BilingualText fix) =>
        new(id, Rejects: true, what, why, fix);

    private static Rule Remark(string id, BilingualText what, BilingualText why, BilingualText fix) =>
        new(id, Rejects: false, what, why, fix);
}
