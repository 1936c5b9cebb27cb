using Impact.Core.Catalogue;
using Impact.Core.Ledger;
using Impact.Core.Metrics.Reference;
using Impact.Core.Quantities;

namespace Impact.Core.Metrics.Register;

/// <summary>The difference register: identities M and P2 of the conventions §4.1, and the books against processor and bank.</summary>
internal sealed class DifferenceRegister : MetricFamily<RegisterSum>
{
    /// <summary>The flows between organisations, which stand item by item.</summary>
    public static IReadOnlyList<string> BetweenOrganisations { get; } = ["disbursement", "return", "spending"];

    /// <summary>The flows behind which people stand; a sum of them needs enough of them.</summary>
    public static IReadOnlyList<string> OfPeople { get; } = ["gifts", "payouts", "unknown", "advances"];

    /// <inheritdoc />
    public override string Sql => "register";

    /// <inheritdoc />
    protected override IReadOnlyList<WorkTable> Needs => [MatchTables.Matching];

    /// <inheritdoc />
    protected override RegisterSum Read(LedgerRow row) =>
        new()
        {
            Match = row.Text("match")!,
            Flow = row.Text("flow")!,
            Item = row.Text("item"),
            Organisation = row.Text("organisation_id") is { Length: > 0 } organisation ? organisation : null,
            QuarterStart = row.Day("quarter_start")!.Value,
            AgeBand = row.Text("age_band")!,
            Difference = row.Text("difference")!,
            State = row.Text("state")!,
            AmountMinor = row.Integer("amount_minor"),
            LagDays = row.WholeOrNone("lag_days"),
            Owner = row.Text("owner"),
            Explanation = row.Text("explanation"),
            NoteEn = row.Text("note_en"),
            NoteEs = row.Text("note_es"),
            People = row.Integer("people"),
            AbsoluteMinor = row.Integer("absolute_minor"),
            LargestMinor = row.Integer("largest_minor"),
            SecondMinor = row.Integer("second_minor"),
        };

    /// <inheritdoc />
    protected override IReadOnlyList<RegisterSum> Compute(ReferenceLedger ledger) => ReferenceRegister.Of(ledger);

    /// <inheritdoc />
    protected override IEnumerable<RawTable> LayOut(IReadOnlyList<RegisterSum> sums, TableContext context) =>
        [new(PublishedTables.Register, [.. sums.Select(sum => Row(sum, context))])];

    /// <summary>A code of age bands.</summary>
    /// <param name="days">Days since the item's first day, at the statement day.</param>
    public static string AgeBand(int days) =>
        days switch
        {
            <= 30 => "0-30",
            <= 90 => "31-90",
            <= 180 => "91-180",
            _ => "over-180",
        };

    /// <summary>One row of the register.</summary>
    public static RawRow Row(RegisterSum sum, TableContext context)
    {
        var quarter = Period.Of(PeriodGrain.Quarter, sum.QuarterStart);
        var row = context.Writer.Amount(
            [
                sum.Match,
                sum.Flow,
                sum.Item,
                sum.Organisation,
                quarter.Code,
                sum.AgeBand,
                sum.State,
                sum.Difference,
                sum.Owner,
                sum.Explanation,
                sum.NoteEn,
                sum.NoteEs,
                sum.LagDays,
            ],
            sum.AmountMinor,
            new("ok", context.Scope.StatementDay, RowWriter.OneSource)
        );
        return OfPeople.Contains(sum.Flow, StringComparer.Ordinal)
            ? row with
            {
                Evidence = new(sum.People, sum.AbsoluteMinor, sum.LargestMinor, sum.SecondMinor),
            }
            : row;
    }
}
