namespace Impact.Core.Releases.Exports;

/// <summary>Licences as other formats name them. What a source does not state is nowhere assumed.</summary>
internal static class Licences
{
    private static readonly Dictionary<string, string> Addresses = new(StringComparer.OrdinalIgnoreCase)
    {
        ["CC0"] = "https://creativecommons.org/publicdomain/zero/1.0/",
        ["CC0-1.0"] = "https://creativecommons.org/publicdomain/zero/1.0/",
        ["CC-BY-3.0-IGO"] = "https://creativecommons.org/licenses/by/3.0/igo/",
        ["CC-BY-4.0"] = "https://creativecommons.org/licenses/by/4.0/",
        ["CC-BY-SA-4.0"] = "https://creativecommons.org/licenses/by-sa/4.0/",
        ["ODbL-1.0"] = "https://opendatacommons.org/licenses/odbl/1-0/",
        ["PDDL-1.0"] = "https://opendatacommons.org/licenses/pddl/1-0/",
    };

    /// <summary>The licences that sources state, each once, in the order of the sources.</summary>
    public static IReadOnlyList<string> Stated(Manifest manifest) =>
        [
            .. manifest
                .Sources.Select(source => source.Licence)
                .Where(licence => licence != ReleaseManifests.NoneStated)
                .Distinct(StringComparer.Ordinal),
        ];

    /// <summary>Where a licence's text stands; null for one not known here.</summary>
    public static string? AddressOf(string licence) =>
        Uri.TryCreate(licence, UriKind.Absolute, out var address) && (address.Scheme is "https" or "http")
            ? licence
            : Addresses.GetValueOrDefault(licence);

    /// <summary>The address of the one licence that covers the whole release; null when a source states none, another, or an unknown one.</summary>
    public static string? OnlyAddress(Manifest manifest) =>
        manifest.Sources.Count > 0
        && manifest.Sources.All(source => source.Licence == manifest.Sources[0].Licence)
        && Stated(manifest) is [var only]
            ? AddressOf(only)
            : null;
}
