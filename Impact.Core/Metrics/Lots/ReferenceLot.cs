namespace Impact.Core.Metrics.Lots;

/// <summary>A lot while the reference works on it.</summary>
/// <param name="entry">The entry it came in by; below 0 when an outflow was taken back.</param>
internal sealed class ReferenceLot(ReferenceNet entry)
{
    /// <summary>Its name.</summary>
    public LotName Name { get; } =
        new(entry.Designation, entry.Epoch, entry.ClearedOn, entry.Profile, entry.Kind, entry.SourceId);

    /// <summary><c>individual</c> or <c>organisation</c>.</summary>
    public string GiverKind { get; } = entry.GiverKind;

    /// <summary>The donor's token, or null.</summary>
    public Guid? Donor { get; } = entry.Donor;

    /// <summary>What nothing has used yet, minor units.</summary>
    public long Left { get; set; } = Math.Abs(entry.AmountMinor);

    /// <summary>The order of the rule: published cut-off, day of clearing, the source's own id.</summary>
    public static int Compare(ReferenceLot left, ReferenceLot right)
    {
        int[] order =
        [
            left.Name.Epoch.CompareTo(right.Name.Epoch),
            left.Name.CameOn.CompareTo(right.Name.CameOn),
            string.CompareOrdinal(left.Name.SourceId, right.Name.SourceId),
            string.CompareOrdinal(left.Name.Profile, right.Name.Profile),
            string.CompareOrdinal(left.Name.Kind, right.Name.Kind),
            string.CompareOrdinal(left.GiverKind, right.GiverKind),
        ];
        return Array.Find(order, one => one != 0);
    }
}

/// <summary>An outflow while the reference works on it.</summary>
/// <param name="entry">The entry.</param>
/// <param name="designation">Whose lots it uses.</param>
/// <param name="isAdvance">Whether other lots pay it in its gift's place.</param>
internal sealed class ReferenceOutflow(ReferenceNet entry, string designation, bool isAdvance = false)
{
    /// <summary>By published cut-off, day of clearing, source and its own id.</summary>
    public static IComparer<ReferenceOutflow> Order { get; } = Comparer<ReferenceOutflow>.Create(Compare);

    /// <summary>The entry.</summary>
    public ReferenceNet Entry { get; } = entry;

    /// <summary>Whose lots it uses.</summary>
    public string Designation { get; } = designation;

    /// <summary>Whether other lots pay it in its gift's place.</summary>
    public bool IsAdvance { get; } = isAdvance;

    /// <summary>Kind of the lot it is charged to; null when it uses its designation.</summary>
    public string? TargetKind { get; init; }

    /// <summary>Identifier of the lot it is charged to.</summary>
    public string? TargetId { get; init; }

    /// <summary>What it still asks, minor units.</summary>
    public long Left { get; set; } = Math.Abs(entry.AmountMinor);

    /// <summary>What it has used, minor units.</summary>
    public long Used { get; set; }

    private static int Compare(ReferenceOutflow left, ReferenceOutflow right)
    {
        int[] order =
        [
            left.Entry.Epoch.CompareTo(right.Entry.Epoch),
            left.Entry.ClearedOn.CompareTo(right.Entry.ClearedOn),
            string.CompareOrdinal(left.Entry.Profile, right.Entry.Profile),
            string.CompareOrdinal(left.Entry.SourceId, right.Entry.SourceId),
            string.CompareOrdinal(left.Entry.Kind, right.Entry.Kind),
            string.CompareOrdinal(left.Entry.Designation, right.Entry.Designation),
        ];
        return Array.Find(order, one => one != 0);
    }
}
