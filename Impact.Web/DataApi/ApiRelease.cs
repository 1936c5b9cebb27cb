using Impact.Core.Catalogue;
using Impact.Core.Releases;
using Impact.Core.Releases.States;
using Impact.Web.Reading;

namespace Impact.Web.DataApi;

/// <summary>The release that a question is answered from.</summary>
/// <param name="Fund">The fund and the release.</param>
/// <param name="IsPinned">Whether the question names exactly this version, so that the answer never changes.</param>
internal sealed record ApiRelease(FundReading Fund, bool IsPinned)
{
    /// <summary>How a version that stands for several ends.</summary>
    private const string Any = "*";

    public Release Release => Fund.Release;

    public Manifest Manifest => Fund.Release.Manifest;

    public ApiReleaseName Name =>
        new(Fund.Id, Fund.Version, Fund.CutOff, Manifest.PublishedAt, Release.ManifestSha256, Fund.Fiction);

    /// <summary>What a reader must know. Of a pinned release only what never changes.</summary>
    public IReadOnlyList<ApiWarning> Warnings
    {
        get
        {
            var warnings = new List<ApiWarning>();
            if (Fund.Fiction)
            {
                warnings.Add(
                    new("fiction", string.Empty, new("Every figure is invented.", "Todas las cifras son inventadas."))
                );
            }

            if (!IsPinned && Fund.Withdrawn is { Reason: { } reason } withdrawn)
            {
                warnings.Add(new("newest-withdrawn", withdrawn.Version, reason));
            }

            return warnings;
        }
    }

    /// <summary>Finds the release that a question asks for.</summary>
    /// <param name="shelf">The published releases.</param>
    /// <param name="fund">The fund's identifier as asked.</param>
    /// <param name="version"><c>2.1.0</c>, <c>2.1.*</c>, <c>2.*</c>, <c>*</c>, or null for the newest.</param>
    public static Asked<ApiRelease> Find(ReleaseShelf shelf, string fund, string? version)
    {
        if (shelf.Index(fund) is not { } index)
        {
            return ApiRefusal.Absent(Faults.ApiFundUnknown, ApiQuery.Echo(fund));
        }

        var exact = index.Versions.FirstOrDefault(entry => entry.Version == version);
        if (exact is null && Prefix(version) is not { } && version is not null)
        {
            return ApiRefusal.Absent(Faults.ApiReleaseUnknown, ApiQuery.Echo(version), Listed(index));
        }

        var entry = exact ?? Newest(index, Prefix(version) ?? string.Empty);
        if (entry is null)
        {
            return version is null or Any && index.Versions.LastOrDefault(one => one.Reason is not null) is { } last
                ? Gone(index, last)
                : ApiRefusal.Absent(Faults.ApiReleaseUnknown, ApiQuery.Echo(version ?? Any), Listed(index));
        }

        return
            entry.State is ReleaseState.Published or ReleaseState.Deprecated
            && shelf.Open(index.Fund, entry.Version) is { } release
            ? new ApiRelease(new(index, release), exact is not null)
            : Gone(index, entry);
    }

    /// <summary>The code of a state, as the index writes it.</summary>
    public static string CodeOf(ReleaseState state) => ReleaseStates.Of(state).Code;

    private static ReleaseIndexEntry? Newest(ReleaseIndex index, string prefix) =>
        index.Versions.LastOrDefault(entry =>
            entry.State is ReleaseState.Published or ReleaseState.Deprecated
            && entry.Version.StartsWith(prefix, StringComparison.Ordinal)
        );

    /// <summary>What a version that stands for several begins with, for example <c>2.</c>; null for what is none.</summary>
    private static string? Prefix(string? version) =>
        version is null or Any ? string.Empty
        : version.EndsWith("." + Any, StringComparison.Ordinal)
        && version[..^2].All(c => char.IsAsciiDigit(c) || c is '.')
            ? version[..^1]
        : null;

    private static string Listed(ReleaseIndex index) => string.Join(", ", index.Versions.Select(one => one.Version));

    private static ApiRefusal Gone(ReleaseIndex index, ReleaseIndexEntry entry) =>
        new(StatusCodes.Status410Gone, Faults.ApiReleaseWithdrawn, $"{index.Fund} {entry.Version}", entry.Reason);
}
