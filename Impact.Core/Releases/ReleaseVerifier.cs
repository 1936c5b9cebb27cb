using System.Text.Json;
using Impact.Core.Catalogue;
using Impact.Core.Catalogue.Derivations;
using Impact.Core.Releases.Changes;
using Impact.Core.Releases.Gifts;
using Impact.Core.Releases.Privacy;
using Impact.Core.Releases.States;

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
    /// <param name="againstFolder">The folder of the release it is compared with, which must be that; null: the one beside it, where it is there.</param>
    /// <exception cref="FaultException">There is no manifest, or the trusted key is missing or damaged.</exception>
    public static VerifyReport Verify(string releaseFolder, string trustFolder, string? againstFolder = null)
    {
        var folder = Path.TrimEndingDirectorySeparator(Path.GetFullPath(releaseFolder));
        var path = Path.Combine(folder, ReleaseNames.Manifest);
        if (ReadableFile.Bytes(path) is not { } bytes)
        {
            throw new FaultException(new(Faults.ReleaseUnreadable, path));
        }

        if (!Directory.Exists(trustFolder))
        {
            throw new FaultException(new(Faults.TrustMissing, trustFolder));
        }

        return ReadManifest(bytes) is { } manifest
            ? Verify(folder, manifest, bytes, ReleaseStanding.Of(folder, againstFolder, manifest, bytes, trustFolder))
            : Unreadable();
    }

    private static VerifyReport Verify(string folder, Manifest manifest, byte[] bytes, ReleaseStanding standing)
    {
        var files = FileClaims.Inspect(folder, manifest, bytes, standing.Keys);
        if (Tombstone.IsIn(folder))
        {
            return Withdrawn(manifest, files, standing);
        }

        // Binary files go to an engine: only bytes that the trusted key has signed do.
        var forms = TableForms.Read(folder, manifest, files.IsAsSigned);
        var changes = ChangeClaims.Of(manifest, forms.Tables, standing.Others, standing.Listed.Index);
        List<VerifyClaim> claims =
        [
            ReleaseClaims.Manifest.With(files.Place()),
            ReleaseClaims.Signature.With(files.Signature()),
            ReleaseClaims.HandOver.With(standing.HandOver),
            ReleaseClaims.Files.With(files.Files()),
            ReleaseClaims.ContentCsv.With(Finding.Of(forms.Csv)),
            ReleaseClaims.ContentParquet.With(forms.ParquetFinding),
            ReleaseClaims.ContentDatabase.With(forms.DatabaseFinding),
            ReleaseClaims.Columns.With(Finding.Of([.. forms.Columns, .. files.DataOutsideContent()])),
            ReleaseClaims.DataPackage.With(files.DataPackage()),
            .. MoneyClaims.Check(forms.Tables),
            ReleaseClaims.Derived.With(Derived(forms.Tables)),
            .. GiftClaims.Check(folder, manifest, forms.Tables),
            .. PrivacyClaims.Check(folder, manifest, forms.Tables, standing.Others.Previous()?.Manifest),
            ReleaseClaims.Frozen.With(FrozenClaims.Check(forms.Tables, standing.Others)),
            ReleaseClaims.Fiction.With(MoneyClaims.Fiction(forms.Tables, manifest)),
            ReleaseClaims.Changes.With(changes.Changes()),
            ReleaseClaims.Persistence.With(changes.Persistence()),
            ReleaseClaims.Version.With(changes.Version()),
            ReleaseClaims.Chain.With(standing.Chain),
            ReleaseClaims.Index.With(standing.Listed.Finding),
            ReleaseClaims.Tombstone.With(standing.Tombstone),
        ];
        return new(manifest.Fund.Id, manifest.Version, claims);
    }

    /// <summary>Of a release that was withdrawn for safety the content is gone; where it stands is checked as of any other.</summary>
    private static VerifyReport Withdrawn(Manifest manifest, FileClaims files, ReleaseStanding standing)
    {
        var found = new Dictionary<string, Finding>(StringComparer.Ordinal)
        {
            [ReleaseClaims.Manifest.Id] = files.Place(),
            [ReleaseClaims.Signature.Id] = files.Signature(),
            [ReleaseClaims.HandOver.Id] = standing.HandOver,
            [ReleaseClaims.Chain.Id] = standing.Chain,
            [ReleaseClaims.Index.Id] = standing.Listed.Finding,
            [ReleaseClaims.Tombstone.Id] = standing.Tombstone,
        };
        var gone = Finding.NotChecked(TombstoneClaims.Withdrawn);
        return new(
            manifest.Fund.Id,
            manifest.Version,
            [.. ReleaseClaims.All.Select(claim => claim.With(found.GetValueOrDefault(claim.Id, gone)))]
        );
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
