namespace Impact.Core.Metrics;

/// <summary>The proof table: each identity with the statement's figure on the left and the books, by kind, on the right.</summary>
/// <remarks>Identities F1 to U of the field's conventions; T2 is the closed boundary T′. A side that needs an untold kind is unknown.</remarks>
internal sealed class ProofTable(MetricScope scope, MoneySums sums, IReadOnlySet<string> told)
{
    private static readonly string[] Outgoing =
    [
        "gift_refund",
        "chargeback",
        "processor_fee",
        "platform_fee",
        "bank_charge",
        "fund_cost",
    ];

    /// <summary>All rows: the fund's identities, then two for each organisation.</summary>
    public IEnumerable<RawRow> Rows(RowWriter writer)
    {
        foreach (var (identity, left, right) in FundIdentities())
        {
            yield return writer.Sides(identity, "fund", (left, right), Context(identity));
        }

        foreach (var organisation in Organisations())
        {
            foreach (var (identity, left, right) in PartnerIdentities(organisation))
            {
                yield return writer.Sides(identity, organisation, (left, right), Context(identity));
            }
        }

        if (sums.Balance is { } balance)
        {
            var context = new FigureContext(
                Line("fund_balance").Unknown ? "x" : "ok",
                balance.AsOf,
                RowWriter.OneSource
            );
            var atStatement = balance.AsOf == scope.StatementDay;
            yield return writer.Sides(
                "F3",
                "fund",
                (Amount("fund_balance"), balance.AmountMinor),
                atStatement ? context : context with { Status = "z" }
            );
        }
    }

    private IEnumerable<(string Identity, long Left, long Right)> FundIdentities()
    {
        var sources = OfFund("opening_balance") + Sum("gift", "interest", "other_income");
        var uses = Sum(Outgoing) + Sum("disbursement") - Sum("return");
        var partners = OfPartners("opening_balance") + Sum("disbursement") - Sum("return");
        var allocated = Sum("allocation", "allocation_change");
        yield return ("F1", Amount("total_sources"), sources);
        yield return ("F2", Amount("total_uses"), uses);
        yield return ("P1", Amount("partner_resources"), partners);
        yield return ("P2", Amount("partner_balance"), partners - Sum("expenditure"));
        yield return ("T", Amount("total_balance"), Amount("fund_balance") + Amount("partner_balance"));
        yield return (
            "T2",
            sources + OfPartners("opening_balance"),
            Sum(Outgoing) + Sum("expenditure") + Amount("total_balance")
        );
        yield return (
            "U",
            Amount("fund_balance") - (allocated - Sum("disbursement") + Sum("return")),
            sources - Sum(Outgoing) - allocated
        );
    }

    /// <summary>On the left what the partner's own figures show, on the right its books by kind.</summary>
    private IEnumerable<(string Identity, long Left, long Right)> PartnerIdentities(string organisation)
    {
        long Shown(string measure) =>
            sums
                .OrganisationTotals.Where(sum => sum.Organisation == organisation && sum.Measure == measure)
                .Sum(sum => sum.AmountMinor);
        long Booked(string kind) =>
            sums.Books.Where(sum => sum.Organisation == organisation && sum.Kind == kind).Sum(sum => sum.AmountMinor);

        var shown = checked(Shown("opening_balance") + Shown("disbursed") - Shown("returned"));
        var booked = checked(Booked("opening_balance") + Booked("disbursement") - Booked("return"));
        yield return ("P1", shown, booked);
        yield return ("P2", checked(shown - Shown("spent")), checked(booked - Booked("expenditure")));
    }

    private IEnumerable<string> Organisations() =>
        sums
            .OrganisationTotals.Select(sum => sum.Organisation!)
            .Distinct(StringComparer.Ordinal)
            .Order(StringComparer.Ordinal);

    private FigureContext Context(string identity)
    {
        string[] needed = identity switch
        {
            "F1" => ["received"],
            "F2" or "P1" => ["disbursed"],
            "P2" or "T" or "T2" => ["received", "disbursed", "spent"],
            _ => ["received", "disbursed", "allocated"],
        };
        return new(needed.All(told.Contains) ? "ok" : "x", scope.StatementDay, RowWriter.OneSource);
    }

    private StatementSum Line(string line) => sums.Statement.Single(sum => sum.Line == line);

    private long Amount(string line) => Line(line).AmountMinor;

    private long Sum(params ReadOnlySpan<string> kinds)
    {
        var total = 0L;
        foreach (var kind in kinds)
        {
            total = checked(total + sums.Books.Where(sum => sum.Kind == kind).Sum(sum => sum.AmountMinor));
        }

        return total;
    }

    private long OfFund(string kind) =>
        sums.Books.Where(sum => sum.Kind == kind && sum.Organisation is null).Sum(sum => sum.AmountMinor);

    private long OfPartners(string kind) =>
        sums.Books.Where(sum => sum.Kind == kind && sum.Organisation is not null).Sum(sum => sum.AmountMinor);
}
