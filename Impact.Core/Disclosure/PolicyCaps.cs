namespace Impact.Core.Disclosure;

/// <summary>How often one family or donor counts at most: noise is planned for these numbers, and records are held to them.</summary>
internal sealed record PolicyCaps
{
    /// <summary>Three kinds of service: more would cost every family's protection for the few that have more.</summary>
    public const int MostServiceKinds = 3;

    /// <summary>Rows of one unit in one table of a period: 1, for which the sensitivity of every table is computed.</summary>
    public required int RowsPerUnit { get; init; }

    /// <summary>Periods of a series in which one unit counts, ever: 1, for which a series pays once.</summary>
    public required int PeriodsPerUnit { get; init; }

    /// <summary>Kinds of service a family counts in over its life, 1 to <see cref="MostServiceKinds"/>; no table of them is published yet.</summary>
    public required int ServiceKinds { get; init; }

    /// <summary>Whether the program holds records to these numbers.</summary>
    internal bool AreKept => RowsPerUnit == 1 && PeriodsPerUnit == 1 && ServiceKinds is >= 1 and <= MostServiceKinds;
}

/// <summary>Where the amounts that cash programmes pay are declared, and what gate G takes for possible where none is.</summary>
internal sealed record PolicyStipends
{
    /// <summary><c>fund-file</c>, the only place there is.</summary>
    public required string DeclaredIn { get; init; }

    /// <summary><c>any-amount</c>: without a declared stipend any amount may have been paid.</summary>
    public required string WhenNone { get; init; }

    /// <summary>Whether gate G works so.</summary>
    internal bool AreKnown => DeclaredIn == "fund-file" && WhenNone == "any-amount";
}
