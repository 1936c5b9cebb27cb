namespace Impact.Testing.Releases;

/// <summary>The tables of the small fund about how old its money is.</summary>
internal sealed partial class SmallFund
{
    private const int Young = 2;

    /// <summary>Two thirds of what is sent came in the last thirty days; the second quarter is withheld whole.</summary>
    private IEnumerable<object?[]> GiftWaits()
    {
        for (var quarter = 0; quarter < closedQuarters; quarter++)
        {
            var sent = Enumerable.Range(0, Partners).Sum(partner => Disbursed(partner, quarter));
            var young = sent * Young / (Young + 1);
            yield return OfAge(quarter, "0-30", quarter == 1 ? null : young);
            yield return OfAge(quarter, "31-90", quarter == 1 ? null : sent - young);
        }
    }

    private IEnumerable<object?[]> Undistributed() =>
        Enumerable.Range(0, closedQuarters).Select(quarter => OfAge(quarter, "91-180", Gifts(quarter) / (Young + 1)));

    private IEnumerable<object?[]> Advanced() => [OfAge(quarter: 0, "pool", Fees(0))];

    private object?[] OfAge(int quarter, string code, long? minor)
    {
        var period = QuarterAt(quarter);
        return Row(
            [Id, period.Code, period.Start, period.End, code, .. Cells(Dollar, minor)],
            minor is null ? "c" : "ok",
            (1, 1)
        );
    }
}
