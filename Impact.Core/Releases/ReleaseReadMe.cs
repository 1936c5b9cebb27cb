using System.Text;
using Impact.Core.Catalogue;
using static System.FormattableString;

namespace Impact.Core.Releases;

/// <summary>The <c>README.md</c> of a release: what it is, how to check it, and whose data it is, in English and Spanish.</summary>
internal static class ReleaseReadMe
{
    /// <summary>The bytes of the file.</summary>
    public static byte[] Write(Manifest manifest) =>
        Encoding.UTF8.GetBytes(English(manifest) + "\n" + Spanish(manifest));

    private static string English(Manifest manifest) =>
        Invariant(
            $"""
            # {manifest.Fund.Name.En}, release {manifest.Version}

            {manifest.Fund.Purpose.En}
            {Warning(manifest, "**Everything here is invented. No figure is real.**")}
            Figures up to {manifest.CutOff:yyyy-MM-dd}, published {manifest.PublishedAt:yyyy-MM-dd}. The tables are in `data/` as CSV and
            Parquet, and all together in `release.duckdb`; `datapackage.json` says what each column means. A cell without a value is
            empty, and the column `status` says why. In CSV, a text that a spreadsheet could run as a formula has an apostrophe before it,
            and so has one that begins with an apostrophe; take one away to read it.

            `exports/` holds the same figures in other formats, as far as they are told: `{manifest.Fund.Id}.xlsx` (everything as one workbook),
            `json/` (a document a table), `iati/` (IATI 2.03 activities), `360giving/` (360Giving 1.4, JSON and sheet), `hxl/` (CSV with HXL
            tags), `catalogue/` (schema.org, CSVW and DCAT-US metadata).

            ## How to check it

            `impact verify FOLDER --trust KEYS`, with the fund's public key from the fund itself, never from this folder. By hand:
            `manifest.sig` is an Ed25519 signature of the bytes of `manifest.json`, which lists the SHA-256 of every file.
            {Gifts(
                manifest,
                "Whether your own gift is in the total: open `gifts/check.html` with the code on your receipt; it asks nobody."
            )}
            ## Sources and licences

            {Sources(manifest, source => $"Licence: {source.Licence}. Attribution: {source.Attribution}.")}
            """
        );

    private static string Spanish(Manifest manifest) =>
        Invariant(
            $"""
            # {manifest.Fund.Name.Es}, versión {manifest.Version}

            {manifest.Fund.Purpose.Es}
            {Warning(manifest, "**Todo lo que hay aquí es inventado. Ninguna cifra es real.**")}
            Cifras hasta el {manifest.CutOff:yyyy-MM-dd}, publicadas el {manifest.PublishedAt:yyyy-MM-dd}. Las tablas están en `data/` como
            CSV y Parquet, y todas juntas en `release.duckdb`; `datapackage.json` explica cada columna. Una celda sin valor está vacía,
            y la columna `status` dice por qué. En CSV, un texto que una hoja de cálculo podría ejecutar como fórmula lleva un apóstrofo
            delante, y también el que empieza con un apóstrofo; quite uno para leerlo.

            `exports/` tiene las mismas cifras en otros formatos, hasta donde se informan: `{manifest.Fund.Id}.xlsx` (todo en un libro), `json/`
            (un documento por tabla), `iati/` (actividades IATI 2.03), `360giving/` (360Giving 1.4, JSON y hoja), `hxl/` (CSV con etiquetas
            HXL), `catalogue/` (metadatos schema.org, CSVW y DCAT-US).

            ## Cómo comprobarla

            `impact verify CARPETA --trust CLAVES`, con la clave pública que da el propio fondo, nunca esta carpeta. A mano:
            `manifest.sig` es una firma Ed25519 de los bytes de `manifest.json`, que enumera el SHA-256 de cada archivo.
            {Gifts(
                manifest,
                "Si su propia donación está en el total: abra `gifts/check.html` con el código de su recibo; no pregunta a nadie."
            )}
            ## Fuentes y licencias

            {Sources(
                manifest,
                source => $"Licencia: {InSpanish(source.Licence)}. Atribución: {InSpanish(source.Attribution)}."
            )}
            """
        );

    private static string Warning(Manifest manifest, string warning) =>
        manifest.Fund.Fiction ? $"\n{warning}\n" : string.Empty;

    private static string Gifts(Manifest manifest, string sentence) =>
        manifest.Gifts is null ? string.Empty : $"\n{sentence}\n";

    private static string InSpanish(string text) => text == ReleaseManifests.NoneStated ? "no se indica" : text;

    private static string Sources(Manifest manifest, Func<FundSource, string> terms) =>
        string.Concat(
            manifest.Sources.Select(source =>
                $"- {source.Title}{(source.IsPublic ? $" <{source.Address}>" : string.Empty)}. {terms(source)}\n"
            )
        );
}
