using System.Text;

namespace Impact.Core.Rehearsal;

/// <summary>Writes what households were given, month by month, as rows of the sheet <c>services</c>.</summary>
internal sealed class ServiceSheet
{
    /// <summary>Heading of the sheet.</summary>
    public const string Heading = "service_id,household,organisation_id,service,occurred_on,place,household_size";

    /// <summary>Whether to go on is asked every 65,536 households.</summary>
    private const long AskEvery = 1 << 16;

    /// <summary>A partner gives fewer than a billion services.</summary>
    private const byte Digits = 9;

    private const int Thousand = 1000;

    private static readonly byte[][] PartnerIds =
    [
        .. RehearsalCast.Partners.Select(partner => Encoding.ASCII.GetBytes(partner.Id)),
    ];
    private static readonly byte[][] Numbers = [.. Names("S")];
    private static readonly byte[][] Cases = [.. Names("CASE-")];
    private static readonly byte[][][] Services =
    [
        .. RehearsalCast.Partners.Select(partner => partner.Services.Select(Encoding.ASCII.GetBytes).ToArray()),
    ];

    private readonly CsvSheet sheet;
    private readonly Households households;
    private readonly long[] given = new long[RehearsalCast.Partners.Count];
    private readonly long[,] newHouseholds = new long[RehearsalCast.Partners.Count, RehearsalCalendar.Quarters];

    private ServiceSheet(ulong seed, CsvSheet sheet)
    {
        this.sheet = sheet;
        households = new(seed);
    }

    /// <summary>Writes the sheet.</summary>
    /// <returns>Households a partner served for the first time, by partner and quarter.</returns>
    public static long[,] Write(RehearsalOptions options, CsvSheet sheet, CancellationToken stop)
    {
        var services = new ServiceSheet(options.Seed, sheet);
        for (var month = 0; month < RehearsalCalendar.Months; month++)
        {
            for (var household = 0L; household < options.Households; household++)
            {
                services.WriteMonth(household, month);
                if (household % AskEvery == 0)
                {
                    stop.ThrowIfCancellationRequested();
                }
            }
        }

        return services.newHouseholds;
    }

    private void WriteMonth(long household, int month)
    {
        for (var order = 0; order < Households.MostPartners; order++)
        {
            var time = households.Case(household, order);
            if (time.Partner < 0 || month < time.FirstMonth || month > time.LastMonth)
            {
                continue;
            }

            var isFirst = month == time.FirstMonth;
            newHouseholds[time.Partner, RehearsalCalendar.QuarterOfMonth(month)] += isFirst ? 1 : 0;
            var draw = households.Draw(time, month);
            var count = Count(draw) + (isFirst ? 1 : 0);
            for (var service = 0; service < count; service++)
            {
                draw = SeededNumbers.Mix(draw);
                WriteService(household, time, month, draw);
            }
        }
    }

    private void WriteService(long household, in HouseholdCase time, int month, ulong draw)
    {
        var traits = households.Traits(household);
        var kinds = Services[time.Partner];
        var first = RehearsalCalendar.FirstOfMonth(month);
        sheet.Numbered(Numbers[time.Partner], ++given[time.Partner], Digits);
        sheet.Token(Cases[time.Partner], time.Case);
        sheet.Text(PartnerIds[time.Partner]);
        sheet.Text(kinds[SeededNumbers.Scale(draw, kinds.Length)]);
        sheet.Day(
            first + SeededNumbers.Scale(SeededNumbers.Mix(~draw), RehearsalCalendar.LastOfMonth(month) - first + 1)
        );
        sheet.Text(Households.PlaceCells[traits.Place]);
        sheet.Text(Households.SizeCells[traits.Size]);
        sheet.EndRow();
    }

    /// <summary>Services of a usual month: none in 64 of 100, then ever fewer, like a Poisson count.</summary>
    private static int Count(ulong draw) =>
        SeededNumbers.Scale(draw, Thousand) switch
        {
            < 640 => 0,
            < 900 => 1,
            < 975 => 2,
            < 995 => 3,
            _ => 4,
        };

    private static IEnumerable<byte[]> Names(string prefix) =>
        Enumerable
            .Range(1, RehearsalCast.Partners.Count)
            .Select(number => Encoding.ASCII.GetBytes(FormattableString.Invariant($"{prefix}{number}-")));
}
