using System.Diagnostics.CodeAnalysis;
using System.Security.Cryptography;
using System.Text;
using Impact.Core.Catalogue;
using Impact.Core.Metrics.People;
using Impact.Core.Metrics.Reference;

namespace Impact.Core.Metrics.Enrolment;

/// <summary>The cap on services by plain loops: nothing of the SQL's way is used.</summary>
internal static class ReferenceBoundedServices
{
    /// <summary>What each household counts in, in the order of token, organisation and service.</summary>
    public static IReadOnlyList<BoundedService> Of(ReferenceLedger ledger)
    {
        var once = ledger.Scope.Fund.Counting?.Unit == CountingUnit.Household;
        var chosen = new List<BoundedService>();
        foreach (var own in ledger.Services.GroupBy(service => (service.Household, once ? "" : service.Organisation)))
        {
            var first = new Dictionary<string, DateOnly>(StringComparer.Ordinal);
            var standing = own.Where(service => service.OccurredOn <= ledger.Scope.CutOff)
                .GroupBy(service =>
                    (service.Organisation, service.Service, Month: ReferenceDonors.Month(service.OccurredOn))
                )
                .Where(month => month.Sum(service => service.IsReversal ? -1 : 1) > 0);
            foreach (var month in standing.Select(one => one.Key))
            {
                first[month.Service] =
                    first.TryGetValue(month.Service, out var known) && known < month.Month ? known : month.Month;
            }

            var (household, countedBy) = ($"{own.Key.Household}", own.Key.Item2);
            chosen.AddRange(
                first
                    .OrderBy(kind => kind.Value)
                    .ThenBy(kind => Hash(household, kind.Key), StringComparer.Ordinal)
                    .Take(BoundedServices.MostKinds)
                    .Select(kind => new BoundedService(household, countedBy, kind.Key, kind.Value))
            );
        }

        return
        [
            .. chosen
                .OrderBy(one => one.Household, StringComparer.Ordinal)
                .ThenBy(one => one.CountedBy, StringComparer.Ordinal)
                .ThenBy(one => one.Service, StringComparer.Ordinal),
        ];
    }

    [SuppressMessage(
        "Security",
        "CA5351:Do Not Use Broken Cryptographic Algorithms",
        Justification = "An order that every engine can make, not a protection: the token is keyed already."
    )]
    private static string Hash(string household, string service) =>
        Convert.ToHexStringLower(MD5.HashData(Encoding.UTF8.GetBytes($"{household}|{service}")));
}
