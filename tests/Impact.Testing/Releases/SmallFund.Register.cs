namespace Impact.Testing.Releases;

/// <summary>The difference register of the small fund: one row of every state but open, and one that is withheld.</summary>
internal sealed partial class SmallFund
{
    private IEnumerable<object?[]> RegisterRows()
    {
        var quarter = QuarterAt(closedQuarters - 1).Code;
        yield return Difference(
            ["receipt", "disbursement", "FE-00017", IdOf(1), quarter, "0-30", "explained", "amount_differs"],
            ["bank", "bank_fee", null, null, 4L],
            -15_00
        );
        yield return Difference(
            ["receipt", "disbursement", "FE-00009", IdOf(2), "2019-Q3", "over-180", "resolved", "settled"],
            [null, null, null, null, 31L],
            0
        );
        yield return Difference(
            ["bank", "disbursement", "FE-00021", IdOf(5), quarter, "0-30", "in_transit", "missing_line"],
            [null, null, null, null, null],
            600_00
        );
        yield return Difference(
            ["bank", "costs_and_income", null, null, quarter, "31-90", "explained", "amount_differs"],
            [
                "fund",
                "other",
                "An invoice was paid twice and came back.",
                "Una factura se pagó dos veces y volvió.",
                null,
            ],
            -35_00
        );
        yield return Difference(
            ["processor", "gifts", null, null, quarter, "31-90", "explained", "various"],
            [null, null, null, null, null],
            null
        );
    }

    private object?[] Difference(object?[] what, object?[] why, long? minor) =>
        Row([Id, .. what, .. why, .. Cells(Dollar, minor)], minor is null ? "c" : "ok", (1, 1));
}
