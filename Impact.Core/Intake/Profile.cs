using Impact.Core.Catalogue;

namespace Impact.Core.Intake;

/// <summary>A declarative mapping from one kind of file to ledger records: which column is read how, what is checked, what is written.</summary>
internal sealed record Profile
{
    /// <summary>Identifier, lower case with hyphens.</summary>
    public required string Id { get; init; }

    /// <summary>Whole number, raised when the mapping changes.</summary>
    public required int Version { get; init; }

    /// <summary>What kind of file it is for.</summary>
    public required BilingualText Title { get; init; }

    /// <summary>The sheet of Impact's own layout, or null for a source's file.</summary>
    public string? Sheet { get; init; }

    /// <summary>The XML document such a file is, for example <c>camt.053</c>; null for a file of rows.</summary>
    public string? Document { get; init; }

    /// <summary>The columns the file has, in any order; a file without a needed one is refused.</summary>
    public required IReadOnlyList<ProfileColumn> Columns { get; init; }

    /// <summary>Whether columns the profile does not know are passed over unread; otherwise the file is refused.</summary>
    public bool OtherColumnsAllowed { get; init; }

    /// <summary>Columns by which another kind of file is told from this one: a file with one of them is refused, though it has all others.</summary>
    public IReadOnlyList<string> ColumnsOfOthers { get; init; } = [];

    /// <summary>The public source such a file comes from, or null for a fund's own file.</summary>
    public FundSource? Source { get; init; }

    /// <summary>Kinds of record the file tells completely: what none of a fund's files tells is unknown, not zero.</summary>
    public required IReadOnlyList<string> Tells { get; init; }

    /// <summary>Columns that name the fund in a file of many funds; empty for a file of one fund.</summary>
    public IReadOnlyList<ProfileFundName> Funds { get; init; } = [];

    /// <summary>Currency of the funds such a file makes, or null.</summary>
    public string? FundCurrency { get; init; }

    /// <summary>Indicators that the file's statements are about.</summary>
    public IReadOnlyList<FundIndicator> Indicators { get; init; } = [];

    /// <summary>Whether a row exactly like an earlier one is kept (the source has no row identifier) or rejected.</summary>
    public bool KeepsRepeatedRows { get; init; }

    /// <summary>
    /// Whether the file always holds everything of its scope, so that a row that is gone is taken back by a reversal. The
    /// text names the field that divides the files of one source (a year), or is empty for one file.
    /// </summary>
    public string? SnapshotScope { get; init; }

    /// <summary>Fields that together find a row again.</summary>
    public required IReadOnlyList<string> Identity { get; init; }

    /// <summary>How each field is read from its column.</summary>
    public required IReadOnlyDictionary<string, FieldReading> Read { get; init; }

    /// <summary>What is converted where the source gives no amount in the fund's currency, or null.</summary>
    public ConvertedAmount? Convert { get; init; }

    /// <summary>For a table with a column a currency: how its cells become rows; otherwise null.</summary>
    public WideLayout? Wide { get; init; }

    /// <summary>What is checked over several fields.</summary>
    public IReadOnlyList<FieldCheck> Checks { get; init; } = [];

    /// <summary>What is written for a row.</summary>
    public required IReadOnlyList<RecordTemplate> Write { get; init; }
}

/// <summary>A column of the file.</summary>
/// <param name="Name">Its heading.</param>
/// <param name="Needed">Whether a file without it is refused.</param>
internal sealed record ProfileColumn(string Name, bool Needed = true);

/// <summary>A column that names the fund, and whose name or number it is.</summary>
/// <param name="Scheme">Scheme of the alias, for example <c>ocha-name</c>.</param>
/// <param name="Column">Its heading.</param>
internal sealed record ProfileFundName(string Scheme, string Column);

/// <summary>A check over several fields.</summary>
/// <param name="Rule">The rule's identifier.</param>
/// <param name="Field">The field that is at fault when the check fails.</param>
/// <param name="Other">Another field it is compared with, or empty.</param>
/// <param name="Kinds">For <c>needed-for-kind</c>: the codes of the other field that need this one; none: whenever the other is filled and not 0.</param>
/// <param name="AllowsZero">For <c>amount-sign</c>: whether 0 is allowed, for a source that writes 0 for nothing.</param>
internal sealed record FieldCheck(
    string Rule,
    string Field,
    string Other = "",
    IReadOnlyList<string>? Kinds = null,
    bool AllowsZero = false
);

/// <summary>One record written for a row.</summary>
/// <param name="Table">The ledger's table.</param>
/// <param name="When">A field that must not be empty or 0, or empty for always.</param>
/// <param name="Set">Ledger column to field name, or to a literal after an equals sign.</param>
internal sealed record RecordTemplate(string Table, IReadOnlyDictionary<string, string> Set, string When = "");

/// <summary>An amount that is converted by a rate table where the source gives none in the fund's currency.</summary>
/// <param name="Base">The field of the amount in the fund's currency; only an empty cell is converted into it.</param>
/// <param name="Amount">The field of the amount.</param>
/// <param name="Currency">The field of its currency.</param>
/// <param name="Day">The field of the day whose rate counts.</param>
/// <param name="PledgeDay">The field of the day whose rate counts for a pledge, or empty when the profile has none.</param>
internal sealed record ConvertedAmount(string Base, string Amount, string Currency, string Day, string PledgeDay = "")
{
    /// <summary>The columns of the ledger that tell which rate an entry was converted by, with their types: a day, and batch and line of a row of the rate table.</summary>
    public static IReadOnlyDictionary<string, string> Traces { get; } =
        new Dictionary<string, string>(StringComparer.Ordinal)
        {
            ["rate_day"] = "DATE",
            ["rate_batch"] = "INTEGER",
            ["rate_line"] = "BIGINT",
        };
}

/// <summary>A file with one line a day and one column a currency: each cell becomes a row, and rows of one line keep its number.</summary>
/// <param name="Name">The column that the heading of a cell becomes.</param>
/// <param name="Value">The column that the cell becomes.</param>
/// <param name="Nothing">What stands in a cell that has nothing to tell; such a cell is no row.</param>
internal sealed record WideLayout(string Name, string Value, string Nothing)
{
    /// <summary>Whether a heading is that of a currency's column: three capital letters.</summary>
    public static bool IsCurrency(string heading)
    {
        const int codeLength = 3;
        return heading.Length == codeLength && heading.All(char.IsAsciiLetterUpper);
    }
}
