using System.Text.Json;
using Impact.Core.Catalogue;
using Impact.Core.Catalogue.Derivations;
using Impact.Core.Releases.Gifts;

namespace Impact.Core.Releases;

/// <summary>Checks everything that a release claims, from its own files and a key that the reader trusts already.</summary>
public static class ReleaseVerifier
{
    private static readonly BilingualText NoManifest = new(
        "the manifest cannot be read",
        "no se puede leer el manifiesto"
    );

    /// <summary>Checks a release.</summary>
    /// <param name="releaseFolder">The folder with <c>manifest.json</c>.</param>
    /// <param name="trustFolder">The folder of trusted public keys; a key inside the release is never used.</param>
    /// <exception cref="FaultException">There is no manifest, or the trusted key is missing or damaged.</exception>
    public static VerifyReport Verify(string releaseFolder, string trustFolder)
    {
        var folder = Path.TrimEndingDirectorySeparator(Path.GetFullPath(releaseFolder));
        var path = Path.Combine(folder, ReleaseNames.Manifest);
        if (!File.Exists(path))
        {
            throw new FaultException(new(Faults.ReleaseUnreadable, path));
        }

        if (!Directory.Exists(trustFolder))
        {
            throw new FaultException(new(Faults.TrustMissing, trustFolder));
        }

        var bytes = File.ReadAllBytes(path);
        return ReadManifest(bytes) is { } manifest
            ? Verify(folder, manifest, bytes, TrustedKey.Load(trustFolder, manifest.Fund.Id))
            : Unreadable();
    }

    private static VerifyReport Verify(string folder, Manifest manifest, byte[] bytes, TrustedKey key)
    {
        var files = FileClaims.Inspect(folder, manifest, bytes, key);

        // Binary files go to an engine: only bytes that the trusted key has signed do.
        var forms = TableForms.Read(folder, manifest, files.IsAsSigned);
        List<VerifyClaim> claims =
        [
            ReleaseClaims.Manifest.With(files.Place()),
            ReleaseClaims.Signature.With(files.Signature()),
            ReleaseClaims.Files.With(files.Files()),
            ReleaseClaims.ContentCsv.With(Finding.Of(forms.Csv)),
            ReleaseClaims.ContentParquet.With(forms.ParquetFinding),
            ReleaseClaims.ContentDatabase.With(forms.DatabaseFinding),
            ReleaseClaims.Columns.With(Finding.Of([.. forms.Columns, .. files.DataOutsideContent()])),
            ReleaseClaims.DataPackage.With(files.DataPackage()),
            .. MoneyClaims.Check(forms.Tables),
            ReleaseClaims.Derived.With(Derived(forms.Tables)),
            .. GiftClaims.Check(folder, manifest, forms.Tables),
            ReleaseClaims.Fiction.With(MoneyClaims.Fiction(forms.Tables, manifest)),
            ReleaseClaims.Chain.With(ChainClaims.Previous(folder, manifest)),
            ReleaseClaims.Index.With(ChainClaims.Listed(folder, manifest, bytes, key)),
        ];
        return new(manifest.Fund.Id, manifest.Version, claims);
    }

    private static Finding Derived(IReadOnlyDictionary<string, PublishedTable> tables) =>
        tables.ContainsKey(PublishedTables.Indicators.Id)
        || tables.Values.Any(table => Derivation.IsDerived(table.Schema))
            ? Finding.Of(Derivation.Breaches([.. tables.Values]))
            : Finding.NotChecked(
                new("the release has no table of indicators", "la versión no tiene tabla de indicadores")
            );

    private static VerifyReport Unreadable() =>
        new(
            string.Empty,
            string.Empty,
            [
                .. ReleaseClaims.All.Select(claim =>
                    claim.With(
                        claim == ReleaseClaims.Manifest
                            ? Finding.Of([ReleaseNames.Manifest])
                            : Finding.NotChecked(NoManifest)
                    )
                ),
            ]
        );

    private static Manifest? ReadManifest(byte[] bytes)
    {
        try
        {
            return ReleaseJson.ReadManifest(bytes);
        }
        catch (JsonException)
        {
            return null;
        }
    }
}
