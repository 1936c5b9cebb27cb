using System.Data.Common;

namespace Impact.Core.Ledger;

/// <summary>The row a query stands on, read by column name.</summary>
internal sealed class LedgerRow(DbDataReader reader)
{
    private Dictionary<string, int>? _places;

    /// <summary>A text, or null; null also where the query has no such column.</summary>
    public string? Text(string column) => Has(column) ? Value(column) as string : null;

    /// <summary>A token, without its text being made; a missing one is a defect.</summary>
    public Guid Token(string column) => reader.GetGuid(Places[column]);

    /// <summary>A whole number; a missing one is a defect.</summary>
    public long Integer(string column) =>
        Convert.ToInt64(
            Value(column) ?? throw new InvalidDataException($"Column {column} is empty."),
            System.Globalization.CultureInfo.InvariantCulture
        );

    /// <summary>A whole number, or null.</summary>
    public long? WholeOrNone(string column) => Value(column) is null ? null : Integer(column);

    /// <summary>A truth value; a missing one is false.</summary>
    public bool Truth(string column) => Value(column) is true;

    /// <summary>A day, or null; null also where the query has no such column.</summary>
    public DateOnly? Day(string column) =>
        (Has(column) ? Value(column) : null) switch
        {
            null => null,
            DateOnly day => day,
            DateTime time => DateOnly.FromDateTime(time),
            _ => throw new InvalidDataException($"Column {column} is no day."),
        };

    private bool Has(string column) => Places.ContainsKey(column);

    private object? Value(string column)
    {
        var value = reader.GetValue(Places[column]);
        return value is DBNull ? null : value;
    }

    /// <summary>Looked up once: a list of everybody ever counted is read row by row.</summary>
    private Dictionary<string, int> Places =>
        _places ??= Enumerable
            .Range(0, reader.FieldCount)
            .GroupBy(reader.GetName, StringComparer.OrdinalIgnoreCase)
            .ToDictionary(name => name.Key, name => name.First(), StringComparer.OrdinalIgnoreCase);
}
