namespace Impact.Core.Catalogue;

/// <summary>The words of cards for what stands beside every figure: when it is final, and how complete it is.</summary>
internal static class CardWords
{
    /// <summary>A figure of one period.</summary>
    public static BilingualText FinalByPeriod { get; } =
        new(
            "Final when its period ends by the day up to which the fund declares its books final; provisional until then. What comes late to a closed quarter is counted in the next.",
            "Definitiva cuando su período termina a más tardar el día hasta el cual el fondo declara definitivos sus libros; provisional hasta entonces. Lo que llega tarde a un trimestre cerrado se cuenta en el siguiente."
        );

    /// <summary>A figure to date.</summary>
    public static BilingualText FinalToDate { get; } =
        new(
            "A figure up to the last closed quarter: the next release puts another in its place. Final only when that day is one up to which the fund declares its books final.",
            "Una cifra hasta el último trimestre cerrado: la próxima publicación pone otra en su lugar. Definitiva solo cuando ese día es uno hasta el cual el fondo declara definitivos sus libros."
        );

    /// <summary>A period of a partner's statement.</summary>
    public static BilingualText FinalAsStated { get; } =
        new(
            "Provisional while the partner may state it anew; final when its period ends by the day up to which the fund declares its books final.",
            "Provisional mientras la organización pueda declararla de nuevo; definitiva cuando su período termina a más tardar el día hasta el cual el fondo declara definitivos sus libros."
        );

    /// <summary>A count with noise.</summary>
    public static BilingualText FinalOnceShown { get; } =
        new(
            "Once shown, a month or quarter never changes: who is recorded late counts in the one that is open then.",
            "Una vez mostrado, un mes o trimestre nunca cambia: quien se registra tarde cuenta en el que entonces está abierto."
        );

    /// <summary>What is computed from published figures.</summary>
    public static BilingualText FinalAsItsParts { get; } =
        new(
            "Final when every published figure it is computed from is final.",
            "Definitiva cuando lo son todas las cifras publicadas de las que se calcula."
        );

    /// <summary>What is never published.</summary>
    public static BilingualText NeverPublished { get; } =
        new(
            "Never published, and so never final: it is computed anew from what is known each time.",
            "No se publica nunca, y por eso nunca es definitiva: cada vez se calcula de nuevo con lo que se sabe."
        );

    /// <summary>The fund's own books.</summary>
    public static BilingualText OneSource { get; } =
        new("From one set of books: one report of one.", "De un solo juego de libros: un informe de uno.");

    /// <summary>The fund's lines beside those of partners.</summary>
    public static BilingualText PartnersToDate { get; } =
        new(
            "The fund's own lines: one report of one. Lines of partners: how many partners have ever reported, of those with money.",
            "Líneas del fondo: un informe de uno. Líneas de las organizaciones: cuántas han informado alguna vez, de las que tienen dinero."
        );

    /// <summary>Measures that depend on partners' reports, quarter by quarter.</summary>
    public static BilingualText PartnersOfQuarter { get; } =
        new(
            "What partners confirm and spend: how many reported the quarter, of those awarded money by then. All else: one report of one.",
            "Lo que las organizaciones confirman y gastan: cuántas informaron del trimestre, de las que ya tenían dinero asignado. Lo demás: un informe de uno."
        );

    /// <summary>Quarters of one partner.</summary>
    public static BilingualText QuartersOfPartner { get; } =
        new(
            "How many quarters the organisation reported, of all since its first; for the fund, how many partners have ever reported, of those with money.",
            "De cuántos trimestres informó la organización, de todos desde el primero; para el fondo, cuántas organizaciones han informado alguna vez, de las que tienen dinero."
        );

    /// <summary>The report itself.</summary>
    public static BilingualText ReportOfQuarter { get; } =
        new(
            "One of one when the report came, none of one when it did not.",
            "Uno de uno si el informe llegó, ninguno de uno si no."
        );

    /// <summary>All reports that are owed.</summary>
    public static BilingualText ReportsOwed { get; } =
        new("How many reports came, of those made or due.", "Cuántos informes llegaron, de los hechos o vencidos.");

    /// <summary>A partner's statement.</summary>
    public static BilingualText OwnStatement { get; } =
        new(
            "The partner's own statement: one of one. A partner that states nothing has no row.",
            "La declaración de la propia organización: una de una. Quien no declara nada no tiene fila."
        );

    /// <summary>What is computed from statements.</summary>
    public static BilingualText StatementsUsed { get; } =
        new(
            "How many of the statements and reports it needs are there.",
            "Cuántas de las declaraciones y los informes que necesita están."
        );

    /// <summary>Records of services.</summary>
    public static BilingualText ServicesRecorded { get; } =
        new(
            "Services as the partners recorded them, one report of one: what nobody recorded is not known.",
            "Servicios tal como los registraron las organizaciones, un informe de uno: lo que nadie registró no se sabe."
        );
}
