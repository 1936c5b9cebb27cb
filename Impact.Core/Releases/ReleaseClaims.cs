using Impact.Core.Catalogue;

namespace Impact.Core.Releases;

/// <summary>One claim of every release.</summary>
/// <param name="Id">Stable identifier.</param>
/// <param name="Statement">The claim in words.</param>
internal sealed record ReleaseClaim(string Id, BilingualText Statement)
{
    /// <summary>The claim with what its check found.</summary>
    public VerifyClaim With(Finding finding) => new(Id, Statement, finding.Outcome, finding.Detail);
}

/// <summary>What the check of a claim found.</summary>
/// <param name="Outcome">How it ended.</param>
/// <param name="Detail">Where it fails or why it was not checked.</param>
internal sealed record Finding(ClaimOutcome Outcome, BilingualText? Detail)
{
    /// <summary>A message names at most twelve places.</summary>
    private const int MostNamed = 12;

    /// <summary>The claim holds when nothing breaks it.</summary>
    public static Finding Of(IReadOnlyCollection<string> breaches)
    {
        var named = string.Join(", ", breaches.Take(MostNamed));
        var more = breaches.Count > MostNamed ? ", …" : string.Empty;
        return breaches.Count == 0
            ? new(ClaimOutcome.Passed, Detail: null)
            : new(ClaimOutcome.Failed, BilingualText.Same(named + more));
    }

    /// <summary>The claim could not be checked.</summary>
    public static Finding NotChecked(BilingualText why) => new(ClaimOutcome.NotChecked, why);
}

/// <summary>The claims of a release, in the order they are checked.</summary>
internal static class ReleaseClaims
{
    public static ReleaseClaim Manifest { get; } =
        Claim(
            "manifest",
            "The manifest can be read and its format is known",
            "El manifiesto se puede leer y su formato es conocido"
        );

    public static ReleaseClaim Signature { get; } =
        Claim(
            "signature",
            "The fund's trusted key has signed the manifest",
            "La clave de confianza del fondo firmó el manifiesto"
        );

    public static ReleaseClaim HandOver { get; } =
        Claim(
            "hand-over",
            "The fund's keys follow each other by hand-overs that old and new key signed, and this release is of its key's time",
            "Las claves del fondo se suceden por relevos firmados con la clave anterior y la nueva, y esta versión es de la época de su clave"
        );

    public static ReleaseClaim Files { get; } =
        Claim(
            "files",
            "Every listed file is there byte for byte, and no other",
            "Cada archivo de la lista está ahí byte por byte, y ningún otro"
        );

    public static ReleaseClaim PrivacyBudget { get; } =
        Claim(
            "privacy-budget",
            "The budget of the noisy tables is an unbroken chain that goes on from the release before, and was never overspent",
            "El presupuesto de las tablas con ruido es una cadena sin roturas que sigue a la de la versión anterior, y nunca se excedió"
        );

    public static ReleaseClaim NoisyCounts { get; } =
        Claim(
            "noisy-counts",
            "Every count of single people was paid for, and its interval is the one its noise has",
            "Cada recuento de personas se pagó, y su intervalo es el que corresponde a su ruido"
        );

    public static ReleaseClaim ContentCsv { get; } =
        Claim("content-csv", "The CSV files hold the signed content", "Los archivos CSV tienen el contenido firmado");

    public static ReleaseClaim ContentParquet { get; } =
        Claim(
            "content-parquet",
            "The Parquet files hold the signed content",
            "Los archivos Parquet tienen el contenido firmado"
        );

    public static ReleaseClaim ContentDatabase { get; } =
        Claim(
            "content-database",
            "The database holds the signed content",
            "La base de datos tiene el contenido firmado"
        );

    public static ReleaseClaim Columns { get; } =
        Claim(
            "columns",
            "Tables, columns and types are the catalogue's and no others",
            "Las tablas, columnas y tipos son los del catálogo y ningún otro"
        );

    public static ReleaseClaim DataPackage { get; } =
        Claim(
            "data-package",
            "The data package states the same files and digests",
            "El paquete de datos declara los mismos archivos y resúmenes"
        );

    public static ReleaseClaim Statement { get; } =
        Claim(
            "statement",
            "The lines of the statement add up to its totals",
            "Las líneas del estado suman sus totales"
        );

    public static ReleaseClaim TotalRaised { get; } =
        Claim(
            "total-raised",
            "What was raised, gross and net, follows from the statement's lines",
            "Lo recaudado, bruto y neto, se deduce de las líneas del estado"
        );

    public static ReleaseClaim OrganisationSums { get; } =
        Claim(
            "organisation-sums",
            "The organisations add up to the statement's transfers, returns and expenditure",
            "Las organizaciones suman las transferencias, devoluciones y gastos del estado"
        );

    public static ReleaseClaim QuarterSums { get; } =
        Claim(
            "quarter-sums",
            "In each quarter the organisations add up to the total",
            "En cada trimestre las organizaciones suman el total"
        );

    public static ReleaseClaim Reconciliation { get; } =
        Claim(
            "reconciliation",
            "In the proof table each difference is left side less right side",
            "En la tabla de pruebas cada diferencia es el lado izquierdo menos el derecho"
        );

    public static ReleaseClaim Identities { get; } =
        Claim(
            "identities",
            "The left sides of the proof table follow from the statement and the organisations, and no more is allocated than there is",
            "Los lados izquierdos de la tabla de pruebas se siguen del estado y de las organizaciones, y no se asignó más de lo que hay"
        );

    public static ReleaseClaim GateAllocation { get; } =
        Claim(
            "gate-allocation",
            "No organisation was sent more than it was allocated",
            "Ninguna organización recibió más de lo que se le asignó"
        );

    public static ReleaseClaim Amounts { get; } =
        Claim(
            "amounts",
            "Amounts equal their minor units, ratios their parts, and a value stands only where the status allows one",
            "Los importes equivalen a sus unidades mínimas, las razones a sus partes, y solo hay valor donde el estado lo permite"
        );

    public static ReleaseClaim Derived { get; } =
        Claim(
            "derived",
            "Intervals of people, achievement and unit costs follow from the published figures",
            "Los intervalos de personas, el cumplimiento y los costos unitarios se siguen de las cifras publicadas"
        );

    public static ReleaseClaim GiftRoots { get; } =
        Claim(
            "gift-roots",
            "The leaves of gifts and of refunds fold to the signed roots, and the sealed records fill buckets of one size",
            "Las hojas de donaciones y de reembolsos llevan a las raíces firmadas, y los registros sellados llenan grupos de un solo tamaño"
        );

    public static ReleaseClaim GiftTotals { get; } =
        Claim(
            "gift-totals",
            "The sums of both roots are the statement's contributions, and its refunds and chargebacks",
            "Las sumas de ambas raíces son las contribuciones del estado, y sus reembolsos y contracargos"
        );

    public static ReleaseClaim Frozen { get; } =
        Claim(
            "frozen",
            "Every count of single people has the value that it had in each earlier release, or is withdrawn",
            "Cada recuento de personas tiene el valor que tenía en cada versión anterior, o se retiró"
        );

    public static ReleaseClaim Fiction { get; } =
        Claim("fiction", "Every row is marked as the manifest says", "Cada fila está marcada como dice el manifiesto");

    public static ReleaseClaim Changes { get; } =
        Claim(
            "changes",
            "What is other than in the release before is listed, cell by cell, and nothing else is",
            "Lo que difiere de la versión anterior está listado, celda por celda, y nada más"
        );

    public static ReleaseClaim Persistence { get; } =
        Claim(
            "persistence",
            "Each row of the release before is there, or named as gone",
            "Cada fila de la versión anterior está o consta como eliminada"
        );

    public static ReleaseClaim Version { get; } =
        Claim(
            "version",
            "The version goes on from the one before as what has changed demands",
            "El número de versión sigue al anterior según lo que cambió"
        );

    public static ReleaseClaim Chain { get; } =
        Claim(
            "chain",
            "The release before is the one the manifest names",
            "La versión anterior es la que nombra el manifiesto"
        );

    public static ReleaseClaim Index { get; } =
        Claim(
            "index",
            "The fund's signed index lists this release",
            "El índice firmado del fondo incluye esta versión"
        );

    public static ReleaseClaim Tombstone { get; } =
        Claim(
            "tombstone",
            "If the release was withdrawn for safety, index and signed tombstone say so and its files are deleted",
            "Si la versión se retiró por seguridad, el índice y la constancia firmada lo dicen y sus archivos están borrados"
        );

    /// <summary>All of them.</summary>
    public static IReadOnlyList<ReleaseClaim> All { get; } =
    [
        Manifest,
        Signature,
        HandOver,
        Files,
        ContentCsv,
        ContentParquet,
        ContentDatabase,
        Columns,
        DataPackage,
        Statement,
        TotalRaised,
        OrganisationSums,
        QuarterSums,
        Reconciliation,
        Identities,
        GateAllocation,
        Amounts,
        Derived,
        GiftRoots,
        GiftTotals,
        PrivacyBudget,
        NoisyCounts,
        Frozen,
        Fiction,
        Changes,
        Persistence,
        Version,
        Chain,
        Index,
        Tombstone,
    ];

    private static ReleaseClaim Claim(string id, string en, string es) => new(id, new(en, es));
}
