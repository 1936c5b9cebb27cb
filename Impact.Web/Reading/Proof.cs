using Impact.Core.Catalogue;
using Impact.Core.Quantities;

namespace Impact.Web.Reading;

/// <summary>One identity of the proof table, both sides.</summary>
/// <param name="Identity">A code of <see cref="CodeLists.Identity"/>.</param>
/// <param name="Subject">Whom it is about: the fund or an organisation.</param>
/// <param name="Left">Left side; null where it is not told.</param>
/// <param name="Right">Right side; null where it is not told.</param>
/// <param name="Difference">Left less right; null where a side is not told.</param>
/// <param name="Standing">What stands beside it.</param>
public sealed record ProofLine(
    string Identity,
    string Subject,
    Money? Left,
    Money? Right,
    Money? Difference,
    Standing Standing
)
{
    /// <summary>Whether both sides are told and equal to the cent.</summary>
    public bool Holds => Difference is { Minor: 0 };

    /// <summary>Whether both sides are told and differ.</summary>
    public bool Differs => Difference is { Minor: not 0 };
}

/// <summary>The proof table.</summary>
/// <param name="Lines">All lines, in published order.</param>
public sealed record Proof(IReadOnlyList<ProofLine> Lines)
{
    /// <summary>Lines that hold to the cent.</summary>
    public int Holding => Lines.Count(line => line.Holds);

    /// <summary>Lines that both sides are not told for, so that they prove nothing.</summary>
    public int Untold => Lines.Count(line => line.Difference is null);

    /// <summary>Reads the proof table.</summary>
    public static Proof Of(FundReading fund) =>
        new([
            .. fund.Rows(PublishedTables.Reconciliation.Id)
                .Select(row => new ProofLine(
                    row.Text("identity"),
                    row.Text("subject"),
                    Amount.MoneyOf(row, "left_minor"),
                    Amount.MoneyOf(row, "right_minor"),
                    Amount.MoneyOf(row, "difference_minor"),
                    Standing.Of(row)
                )),
        ]);

    /// <summary>What a page shows: each identity once, the fund's own line first, and every line that differs.</summary>
    public IReadOnlyList<ProofLine> Excerpt =>
        [
            .. Lines
                .GroupBy(line => line.Identity, StringComparer.Ordinal)
                .Select(lines => lines.First())
                .Union(Lines.Where(line => line.Differs)),
        ];
}
