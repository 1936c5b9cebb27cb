namespace Impact.Core.Catalogue;

/// <summary>The types a published column may have; each has one way to be written.</summary>
public enum ColumnType
{
    /// <summary>Text, UTF-8.</summary>
    Text,

    /// <summary>A whole number of 64 bits, signed.</summary>
    Integer,

    /// <summary>A decimal number with a point and fixed decimals.</summary>
    Decimal,

    /// <summary>A day, <c>YYYY-MM-DD</c>.</summary>
    Date,

    /// <summary><c>true</c> or <c>false</c>.</summary>
    Boolean,
}

/// <summary>One column of a published table.</summary>
/// <param name="Name">Lower case with underscores.</param>
/// <param name="Type">How its values are typed.</param>
/// <param name="Title">Its heading for people.</param>
/// <param name="Nullable">Whether a cell may be empty.</param>
/// <param name="Categories">The code list its values come from, or null.</param>
public sealed record TableColumn(
    string Name,
    ColumnType Type,
    BilingualText Title,
    bool Nullable = false,
    CodeList? Categories = null
);
