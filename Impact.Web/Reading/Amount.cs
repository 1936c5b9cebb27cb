using Impact.Core.Catalogue;
using Impact.Core.Quantities;

namespace Impact.Web.Reading;

/// <summary>What stands beside a figure: why it is there or not, whether it may change, how complete its reports are.</summary>
/// <param name="Status">A code of <see cref="CodeLists.Status"/>.</param>
/// <param name="Finality">A code of <see cref="CodeLists.Finality"/>.</param>
/// <param name="Reported">Reports received, at least 0.</param>
/// <param name="Expected">Reports expected, at least 0; 0 where none are owed.</param>
public sealed record Standing(string Status, string Finality, long Reported, long Expected)
{
    /// <summary>A figure that no table of the release holds.</summary>
    public static Standing Absent { get; } = new("x", "provisional", Reported: 0, Expected: 0);

    /// <summary>Whether the figure may still change.</summary>
    public bool IsProvisional => Finality is not "final";

    /// <summary>The standing of a row.</summary>
    public static Standing Of(TableRow row) =>
        new(row.Text("status"), row.Text("finality"), row.Integer("reported") ?? 0, row.Integer("expected") ?? 0);
}

/// <summary>An amount as published: money, or the reason there is none.</summary>
/// <param name="Value">The exact amount; null where the status says why.</param>
/// <param name="Standing">What stands beside it.</param>
public sealed record Amount(Money? Value, Standing Standing)
{
    /// <summary>An amount that no table of the release holds.</summary>
    public static Amount Absent { get; } = new(Value: null, Standing.Absent);

    /// <summary>The amount of a row with <c>currency</c> and <c>amount_minor</c>.</summary>
    public static Amount Of(TableRow row) => new(MoneyOf(row, "amount_minor"), Standing.Of(row));

    /// <summary>Money of a row, or null where the cell is empty.</summary>
    /// <param name="row">A row with <c>currency</c>.</param>
    /// <param name="column">Column of whole minor units.</param>
    public static Money? MoneyOf(TableRow row, string column) =>
        row.Integer(column) is { } minor ? new Money(minor, Currency.Parse(row.Text("currency"))) : null;

    /// <summary>Adds amounts of one kind. One that is not told makes no sum: the sum is not told either.</summary>
    /// <param name="amounts">Amounts of one currency; none gives <see cref="Absent"/>.</param>
    public static Amount Sum(IReadOnlyCollection<Amount> amounts)
    {
        if (amounts.Count == 0)
        {
            return Absent;
        }

        var missing = amounts.FirstOrDefault(amount => amount.Value is null);
        var finality = amounts.Any(amount => amount.Standing.IsProvisional) ? "provisional" : "final";
        var reported = amounts.Sum(amount => amount.Standing.Reported);
        var status = amounts.Select(amount => amount.Standing.Status).FirstOrDefault(code => code is not "ok") ?? "ok";
        var standing = new Standing(status, finality, reported, amounts.Sum(amount => amount.Standing.Expected));
        return missing is null
            ? new(amounts.Select(amount => amount.Value!.Value).Aggregate((left, right) => left + right), standing)
            : new(Value: null, standing with { Status = missing.Standing.Status });
    }
}
