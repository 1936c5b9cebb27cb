namespace Impact.Benchmarks;

/// <summary>The columns of an entry that generated ledgers fill, by name, so that a column added at the end leaves them as they are.</summary>
internal static class EntryColumns
{
    /// <summary>As they stand in an INSERT, in the order of the values.</summary>
    public const string Filled =
        "batch_id, line, profile, source_id, kind, occurred_on, cleared_on, amount_minor, currency, base_minor, organisation_id, "
        + "designation, category, giver_kind, giver, donor, region, recurring, refers_to, reverses, reason";
}
