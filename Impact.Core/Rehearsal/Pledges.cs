namespace Impact.Core.Rehearsal;

/// <summary>Promises to give: one for a hundred gifts, at most five hundred. They count nowhere.</summary>
internal sealed class Pledges(RehearsalOptions options, FundEntrySheet sheet)
{
    private const int GiftsPerPledge = 100;
    private const int MostPledges = 500;
    private const int Hundred = 100;

    private static readonly long[] Amounts = [50_00, 100_00, 100_00, 120_00, 240_00, 300_00, 600_00, 1_000_00];

    private readonly SeededNumbers numbers = new(options.Seed, SeededPurpose.Fund);
    private readonly long count = Math.Min(MostPledges, options.Gifts / GiftsPerPledge);

    /// <summary>Books the promises of a day.</summary>
    public void On(int day)
    {
        var today = (count * (day + 1) / RehearsalCalendar.Days) - (count * day / RehearsalCalendar.Days);
        for (var pledge = 0; pledge < today; pledge++)
        {
            const int legalHelpPercent = 20;
            var isLegalHelp = numbers.Below(Hundred) < legalHelpPercent;
            var entry = new FundEntry("pledge", day, Amounts[numbers.Below(Amounts.Length)])
            {
                ClearedOn = null,
                Designation = isLegalHelp ? RehearsalDescription.LegalHelp : RehearsalDescription.Pool,
            };
            sheet.Book(entry);
        }
    }
}
