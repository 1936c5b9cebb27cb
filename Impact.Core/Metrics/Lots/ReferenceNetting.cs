using Impact.Core.Metrics.Reference;

namespace Impact.Core.Metrics.Lots;

/// <summary>An entry netted with its reversals of the same epoch.</summary>
internal sealed record ReferenceNet
{
    /// <summary>Position of the first published cut-off that holds it, from 1.</summary>
    public required int Epoch { get; init; }

    /// <summary>The profile it was read by.</summary>
    public required string Profile { get; init; }

    /// <summary>A ledger kind.</summary>
    public required string Kind { get; init; }

    /// <summary>The identifier of the entry, which its reversals name.</summary>
    public required string SourceId { get; init; }

    /// <summary>What the money is for.</summary>
    public required string Designation { get; init; }

    /// <summary>Minor units; below 0 for a reversal of a later epoch.</summary>
    public required long AmountMinor { get; init; }

    /// <summary>The last day on which an entry of the sum's sign cleared.</summary>
    public required DateOnly ClearedOn { get; init; }

    /// <summary><c>individual</c> unless the source says otherwise.</summary>
    public required string GiverKind { get; init; }

    /// <summary>The donor's token, or null.</summary>
    public Guid? Donor { get; init; }

    /// <summary>The partner, or null.</summary>
    public string? Organisation { get; init; }

    /// <summary>The gift it is charged to, or null.</summary>
    public string? RefersTo { get; init; }
}

/// <summary>Nets entries with their reversals before anything else, as the plain reference does it.</summary>
internal static class ReferenceNetting
{
    /// <summary>The sums that are not 0, of these kinds.</summary>
    public static IReadOnlyList<ReferenceNet> Of(ReferenceLedger ledger, IReadOnlyList<string> kinds)
    {
        var touched = ledger
            .Cleared.Where(entry => entry.Reverses is not null)
            .Select(entry => (entry.Profile, entry.Kind, entry.Reverses))
            .ToHashSet();
        return
        [
            .. ledger
                .Cleared.Where(entry =>
                    kinds.Contains(entry.Kind) && (entry.Kind != "opening_balance" || entry.Organisation is null)
                )
                .GroupBy(entry =>
                    (
                        Epoch: EpochOf(entry, ledger.Scope),
                        entry.Profile,
                        entry.Kind,
                        Id: entry.Reverses ?? entry.SourceId,
                        entry.Designation
                    )
                )
                .Select(group => Net(group.Key.Epoch, group.Key.Id, [.. group]))
                .Where(net => net.AmountMinor > 0 || (net.AmountMinor < 0 && IsUse(net, touched))),
        ];
    }

    /// <summary>A gift below 0 that reverses nothing is no money: the gate of signs stops the books.</summary>
    private static bool IsUse(ReferenceNet net, HashSet<(string, string, string?)> touched) =>
        net.Kind != "gift" || touched.Contains((net.Profile, net.Kind, net.SourceId));

    private static int EpochOf(ReferenceEntry entry, MetricScope scope)
    {
        var epoch = 1;
        foreach (var published in scope.Published)
        {
            if (entry.Batch <= published.LastBatch && entry.ClearedOn <= published.CutOff)
            {
                return epoch;
            }

            epoch++;
        }

        return epoch;
    }

    private static ReferenceNet Net(int epoch, string id, IReadOnlyList<ReferenceEntry> entries)
    {
        var amount = entries.Sum(entry => entry.BaseMinor);
        var ofSign = entries.Where(entry => amount == 0 || Math.Sign(entry.BaseMinor) == Math.Sign(amount));
        return new()
        {
            Epoch = epoch,
            Profile = entries[0].Profile,
            Kind = entries[0].Kind,
            SourceId = id,
            Designation = entries[0].Designation,
            AmountMinor = amount,
            ClearedOn = ofSign.Max(entry => entry.ClearedOn!.Value),
            GiverKind =
                entries
                    .Select(entry => entry.GiverKind)
                    .Order(StringComparer.Ordinal)
                    .FirstOrDefault(kind => kind is not null)
                ?? "individual",
            Donor = entries
                .Select(entry => entry.Donor)
                .Where(donor => donor is not null)
                .MinBy(donor => donor.ToString(), StringComparer.Ordinal),
            Organisation = entries
                .Select(entry => entry.Organisation)
                .Order(StringComparer.Ordinal)
                .FirstOrDefault(one => one is not null),
            RefersTo = entries
                .Select(entry => entry.RefersTo)
                .Order(StringComparer.Ordinal)
                .FirstOrDefault(one => one is not null),
        };
    }
}
