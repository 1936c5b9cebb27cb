using System.Diagnostics.CodeAnalysis;
using System.Security.Cryptography;
using System.Text;
using Impact.Core.Catalogue;
using Impact.Core.Metrics;
using Impact.Core.Metrics.Enrolment;
using Impact.Core.Metrics.People;
using Impact.Core.Metrics.Reference;
using Impact.Testing.Ledgers;

namespace Impact.Core.Tests.Metrics.Enrolment;

/// <summary>The cap on services by plain loops, a month after the other: nothing of the SQL's way is used.</summary>
internal sealed class PlainServices(FundDescription fund)
{
    private readonly Dictionary<(Guid Household, string By), Dictionary<string, DateOnly>> _chosen = [];
    private readonly HashSet<DateOnly> _closed = [];

    /// <summary>Everybody's kinds, as <see cref="ServiceDesk.List"/> tells them.</summary>
    public IReadOnlyList<string> List() =>
        [
            .. _chosen
                .SelectMany(own =>
                    own.Value.Select(kind => ServiceDesk.Line($"{own.Key.Household}", own.Key.By, kind.Key, kind.Value))
                )
                .Order(StringComparer.Ordinal),
        ];

    /// <summary>Closes the months before a cut-off, with what was known.</summary>
    public void Close(DraftLedger draft, Closing closing)
    {
        var scope = new MetricScope(fund, closing.CutOff, closing.LastBatch);
        var had = FirstHad(new(draft.ToReference(), scope, draft.Tells.ToHashSet(StringComparer.Ordinal)));
        for (
            var month = fund.Counting!.From;
            month.AddMonths(1) <= closing.CutOff.AddDays(1);
            month = month.AddMonths(1)
        )
        {
            if (_closed.Add(month))
            {
                foreach (var (unit, kinds) in had)
                {
                    Choose(unit, kinds.Where(kind => kind.Value <= month), month);
                }
            }
        }
    }

    private void Choose(
        (Guid Household, string) unit,
        IEnumerable<KeyValuePair<string, DateOnly>> kinds,
        DateOnly month
    )
    {
        var chosen = _chosen.TryGetValue(unit, out var known) ? known : _chosen[unit] = new(StringComparer.Ordinal);
        var next = kinds
            .Where(kind => !chosen.ContainsKey(kind.Key))
            .OrderBy(kind => kind.Value)
            .ThenBy(kind => Hash($"{unit.Household}", kind.Key), StringComparer.Ordinal)
            .Take(BoundedServices.MostKinds - chosen.Count)
            .ToList();
        next.ForEach(kind => chosen.Add(kind.Key, month));
    }

    private Dictionary<(Guid, string), Dictionary<string, DateOnly>> FirstHad(ReferenceLedger ledger)
    {
        var once = fund.Counting!.Unit == CountingUnit.Household;
        return ledger
            .Services.Where(service => service.OccurredOn <= ledger.Scope.CutOff)
            .GroupBy(service =>
                (
                    service.Household,
                    service.Organisation,
                    service.Service,
                    Month: ReferenceDonors.Month(service.OccurredOn)
                )
            )
            .Where(month => month.Sum(service => service.IsReversal ? -1 : 1) > 0)
            .Select(month => month.Key)
            .GroupBy(month => (month.Household, once ? "" : month.Organisation))
            .ToDictionary(
                own => own.Key,
                own =>
                    own.GroupBy(month => month.Service, StringComparer.Ordinal)
                        .ToDictionary(kind => kind.Key, kind => kind.Min(month => month.Month), StringComparer.Ordinal)
            );
    }

    [SuppressMessage(
        "Security",
        "CA5351:Do Not Use Broken Cryptographic Algorithms",
        Justification = "An order that every engine can make, not a protection: the token is keyed already."
    )]
    private static string Hash(string household, string service) =>
        Convert.ToHexStringLower(MD5.HashData(Encoding.UTF8.GetBytes($"{household}|{service}")))[..12];
}
