using Impact.Core.Catalogue;
using Impact.Core.Releases;
using Impact.Web.Reading;

namespace Impact.Web.DataApi;

/// <summary>Funds and their releases.</summary>
internal static class FundAnswers
{
    public static Task SendListAsync(HttpContext context, ApiDesk desk) =>
        desk.SendAsync(context, ApiQuery.Read(context.Request.Query, []).Then(query => List(desk.Shelf, query)));

    public static Task SendAsync(HttpContext context, ApiDesk desk, string fund) =>
        desk.SendAsync(
            context,
            fund,
            version: null,
            (release, _) =>
                new ApiFundAnswer(release.Name, Fund(release.Fund), release.Manifest.Sources, release.Warnings)
        );

    public static Task SendReleasesAsync(HttpContext context, ApiDesk desk, string fund) =>
        desk.SendAsync(
            context,
            ApiQuery
                .Read(context.Request.Query, [])
                .Then<object>(query =>
                    desk.Shelf.Index(fund) is { } index
                        ? ApiList<ApiReleaseEntry>.Of(
                            query,
                            [.. index.Versions.Reverse().Select(one => Entry(fund, one))]
                        )
                        : ApiRefusal.Absent(Faults.ApiFundUnknown, ApiQuery.Echo(fund))
                )
        );

    public static Task SendReleaseAsync(HttpContext context, ApiDesk desk, string fund, string version) =>
        desk.SendAsync(context, fund, version, (release, _) => Release(release));

    private static Asked<object> List(ReleaseShelf shelf, ApiQuery query)
    {
        var funds = new List<ApiFund>();
        var warnings = new List<ApiWarning>();
        foreach (var id in shelf.Funds)
        {
            try
            {
                if (shelf.Index(id) is { } index && shelf.Latest(id) is { } release)
                {
                    funds.Add(Fund(new(index, release)));
                }
            }
            catch (FaultException)
            {
                // One fund that fails its check must not hide the others; its name is said, nothing of it is sent.
                warnings.Add(new(Faults.ApiReleaseUnchecked.Code, id, Faults.ApiReleaseUnchecked.What));
            }
        }

        var paging = ApiPaging.Of(query, funds.Count);
        return paging.Refusal is { } refusal
            ? refusal
            : new ApiList<ApiFund>(Release: null, paging, [.. paging.Cut(funds)], warnings);
    }

    private static ApiFund Fund(FundReading fund) =>
        new(
            fund.Id,
            fund.Name,
            fund.Purpose,
            fund.Release.Manifest.Fund.Currency,
            fund.Fiction,
            fund.Version,
            fund.CutOff,
            fund.Release.Manifest.PublishedAt,
            new Dictionary<string, string>(StringComparer.Ordinal)
            {
                ["fund"] = Path(fund.Id),
                ["releases"] = $"{Path(fund.Id)}/releases",
                ["data"] = $"{Path(fund.Id)}/data",
                ["metrics"] = $"{Path(fund.Id)}/metrics",
                ["reconciliation"] = $"{Path(fund.Id)}/reconciliation",
                ["charts"] = $"{Path(fund.Id)}/charts",
            }
        );

    private static ApiReleaseEntry Entry(string fund, ReleaseIndexEntry entry) =>
        new(
            entry.Version,
            ApiRelease.CodeOf(entry.State),
            entry.PublishedAt,
            entry.CutOff,
            entry.ManifestSha256,
            entry.ChangedAt,
            entry.Reason,
            $"{Path(fund)}/releases/{entry.Version}"
        );

    private static ApiReleaseAnswer Release(ApiRelease release)
    {
        var manifest = release.Manifest;
        var at = $"{Path(release.Fund.Id)}/releases/{release.Fund.Version}";
        return new(
            release.Name,
            ApiRelease.CodeOf(release.Fund.Entry.State),
            manifest.Previous,
            manifest.Policy,
            manifest.RulesVersion,
            manifest.Tool,
            manifest.Changes,
            manifest.Notes,
            manifest.ApprovedBy,
            manifest.Checks,
            manifest.Content,
            new Dictionary<string, string>(StringComparer.Ordinal)
            {
                ["changes"] = $"{at}/changes",
                ["data"] = $"{Path(release.Fund.Id)}/data?release={release.Fund.Version}",
                ["manifest"] = release.Fund.FilePath("manifest.json"),
                ["signature"] = release.Fund.FilePath("manifest.sig"),
                ["archive"] = $"{release.Fund.Path}/releases/{release.Fund.Version}.zip",
            },
            release.Warnings
        );
    }

    private static string Path(string fund) => $"{ApiEndpoints.Root}/funds/{fund}";
}
