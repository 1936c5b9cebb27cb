namespace Impact.Core.Catalogue;

/// <content>Faults of questions to the data interface, <c>/v1</c>.</content>
public static partial class Faults
{
    /// <summary>No published fund has the identifier.</summary>
    public static FaultKind ApiFundUnknown { get; } =
        new(
            "api-fund-unknown",
            new("no fund is published under this identifier", "no hay ningún fondo publicado con ese identificador"),
            new("Only funds with a published release can be read.", "Solo se leen fondos con una versión publicada."),
            new("Take the identifier from /v1/funds.", "Tome el identificador de /v1/funds.")
        );

    /// <summary>No published release has the version.</summary>
    public static FaultKind ApiReleaseUnknown { get; } =
        new(
            "api-release-unknown",
            new("no published release fits this version", "ninguna versión publicada corresponde a ese número"),
            new("A figure is always that of one signed release.", "Una cifra es siempre la de una versión firmada."),
            new(
                "Write a listed version such as 2.1.0, or 2.1.*, 2.* or * for the newest that fits.",
                "Escriba una versión de la lista, como 2.1.0, o 2.1.*, 2.* o * para la más reciente que corresponda."
            )
        );

    /// <summary>The release was withdrawn.</summary>
    public static FaultKind ApiReleaseWithdrawn { get; } =
        new(
            "api-release-withdrawn",
            new("the release was withdrawn", "la versión se retiró"),
            new("Its figures must not be used.", "Sus cifras no deben usarse."),
            new(
                "Leave the version out to get the fund's present figures; the list of releases says what was withdrawn.",
                "Omita la versión para obtener las cifras vigentes; la lista de versiones dice qué se retiró."
            )
        );

    /// <summary>The release has no such table, chart or bucket.</summary>
    public static FaultKind ApiPartUnknown { get; } =
        new(
            "api-part-unknown",
            new("the release holds nothing of this name", "la versión no contiene nada con ese nombre"),
            new("What a release does not list was never published.", "Lo que una versión no enumera nunca se publicó."),
            new(
                "Take the name from the list one step up in the address.",
                "Tome el nombre de la lista que está un paso antes en la dirección."
            )
        );

    /// <summary>The release has no such form of the table or chart.</summary>
    public static FaultKind ApiFormatUnknown { get; } =
        new(
            "api-format-unknown",
            new("this is not published in that format", "esto no se publica en ese formato"),
            new(
                "Files are sent byte for byte as they were signed; none is made for a visitor.",
                "Los archivos se envían tal como se firmaron; ninguno se crea para una visita."
            ),
            new("Use one of the endings named here.", "Use una de las terminaciones indicadas.")
        );

    /// <summary>A filter names no column.</summary>
    public static FaultKind ApiFieldUnknown { get; } =
        new(
            "api-field-unknown",
            new("there is no such column or parameter", "no existe esa columna o parámetro"),
            new(
                "A filter that is not understood would give rows that were not asked for.",
                "Un filtro que no se entiende daría filas que no se pidieron."
            ),
            new(
                "Use a name given here; /v1/dictionary explains every column.",
                "Use un nombre de los indicados; /v1/dictionary explica cada columna."
            )
        );

    /// <summary>A filter's comparison or value is wrong.</summary>
    public static FaultKind ApiFilterWrong { get; } =
        new(
            "api-filter-wrong",
            new("the filter cannot be applied to this column", "el filtro no se puede aplicar a esa columna"),
            new("A value is compared as its column is typed.", "Un valor se compara según el tipo de su columna."),
            new(
                "Write column=value or column.op=value with eq, notEq, in, notIn, gt, gte, lt or lte; days as YYYY-MM-DD.",
                "Escriba columna=valor o columna.op=valor con eq, notEq, in, notIn, gt, gte, lt o lte; fechas como AAAA-MM-DD."
            )
        );

    /// <summary>A question sent as JSON is of another shape.</summary>
    public static FaultKind ApiQuestionWrong { get; } =
        new(
            "api-question-wrong",
            new("the question is not understood here", "la pregunta no se entiende en este punto"),
            new(
                "A part that is not understood would give rows that were not asked for.",
                "Una parte que no se entiende daría filas que nadie pidió."
            ),
            new(
                "Send one JSON object of at most 64 KiB: criteria with and, or, not and columns, eight deep and a hundred comparisons at most; sorts with field and direction Asc or Desc.",
                "Envíe un objeto JSON de 64 KiB como máximo: criteria con and, or, not y columnas, ocho niveles y cien comparaciones como máximo; sorts con field y direction Asc o Desc."
            )
        );

    /// <summary>The page or its size is out of range.</summary>
    public static FaultKind ApiPageWrong { get; } =
        new(
            "api-page-wrong",
            new("there is no such page", "no existe esa página"),
            new("An answer has a largest size.", "Una respuesta tiene un tamaño máximo."),
            new("Use a whole number in the range given here.", "Use un número entero del intervalo indicado.")
        );

    /// <summary>The address is not of the interface.</summary>
    public static FaultKind ApiAddressUnknown { get; } =
        new(
            "api-address-unknown",
            new("there is no such address", "no existe esa dirección"),
            new("Only the listed addresses answer.", "Solo responden las direcciones enumeradas."),
            new(
                "Begin at /v1/funds; /openapi/v1.json lists every address.",
                "Empiece por /v1/funds; /openapi/v1.json enumera todas las direcciones."
            )
        );

    /// <summary>A release does not pass its check.</summary>
    public static FaultKind ApiReleaseUnchecked { get; } =
        new(
            "api-release-unchecked",
            new("the release does not pass its check", "la versión no supera su comprobación"),
            new(
                "Its files are not the ones that were signed, so nothing of it is sent.",
                "Sus archivos no son los que se firmaron, por eso no se envía nada."
            ),
            new("Tell the fund's operator.", "Avise al operador del fondo.")
        );

    /// <summary>An answer could not be made.</summary>
    public static FaultKind ApiBroken { get; } =
        new(
            "api-broken",
            new("the answer could not be made", "no se pudo dar la respuesta"),
            new("The fault is ours.", "La falla es nuestra."),
            new("Try again later.", "Intente de nuevo más tarde.")
        );
}
