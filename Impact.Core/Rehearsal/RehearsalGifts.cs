namespace Impact.Core.Rehearsal;

/// <summary>Every gift of a fund, one after another in the order of their days, from options alone: nothing is kept but a few counters.</summary>
/// <remarks>Use: <c>while (gifts.Read()) { … gifts.Current … }</c>. Not safe for several threads.</remarks>
internal sealed class RehearsalGifts
{
    /// <summary>Seven one-off gifts in ten come from someone new.</summary>
    private const int NewGiverPercent = 70;

    /// <summary>40 one-off gifts in 10,000 come from an organisation.</summary>
    private const int OrganisationGifts = 40;
    private const int TenThousand = 10_000;
    private const int Hundred = 100;

    /// <summary>A gift clears 1 to 4 days after it was made.</summary>
    private const int SlowestClearing = 4;

    private static readonly long[] OrganisationAmounts =
    [
        500_00,
        500_00,
        1_000_00,
        1_000_00,
        1_000_00,
        2_500_00,
        2_500_00,
        5_000_00,
        10_000_00,
        15_000_00,
    ];

    private readonly SeededNumbers numbers;
    private readonly Donors donors;
    private readonly ForeignCurrencies currencies;
    private readonly GiftReturns returns;
    private readonly Subscriptions subscriptions;
    private readonly long[] oneOffsOfDay;
    private readonly ulong transactions;
    private RehearsalGift current;
    private int day;
    private long subscriber = -1;
    private bool subscribersDone;
    private long giversSoFar;

    /// <summary>Plans the days of a fund.</summary>
    public RehearsalGifts(RehearsalOptions options)
    {
        numbers = new(options.Seed, SeededPurpose.Gifts);
        donors = new(options.Seed);
        currencies = new(options.Seed);
        returns = new(options.Seed);
        subscriptions = new(options);
        oneOffsOfDay = GiftDays.Spread(options.Seed, options.Gifts - subscriptions.Count());
        transactions = SeededNumbers.Start(options.Seed, SeededPurpose.Transactions);
    }

    /// <summary>The gift last read.</summary>
    public ref readonly RehearsalGift Current => ref current;

    /// <summary>Goes to the next gift.</summary>
    /// <returns>False when there are no more.</returns>
    public bool Read()
    {
        for (; day < RehearsalCalendar.Days; day++, subscriber = -1, subscribersDone = false)
        {
            if (!subscribersDone && (subscriber = subscriptions.Next(day, subscriber)) >= 0)
            {
                Monthly();
                return true;
            }

            subscribersDone = true;
            if (oneOffsOfDay[day]-- > 0)
            {
                OneOff();
                return true;
            }
        }

        return false;
    }

    private void Monthly()
    {
        var donor = donors.Of(Donors.FirstSubscriber + subscriber);
        current.Organisation = -1;
        current.Recurring = true;
        // A monthly giver keeps one designation.
        current.Designation = Designation((int)(donor.Token % Hundred));
        Complete(donor, donor.LevelMinor);
    }

    private void OneOff()
    {
        current.Recurring = false;
        current.Designation = Designation(numbers.Below(Hundred));
        if (numbers.Below(TenThousand) < OrganisationGifts)
        {
            current.Organisation = numbers.Below(RehearsalCast.Givers.Count);
            var giver = donors.Of(Donors.FirstOrganisation + current.Organisation) with
            {
                ByEmail = false,
                Currency = ForeignCurrencies.Base,
            };
            Complete(giver, OrganisationAmounts[numbers.Below(OrganisationAmounts.Length)]);
            return;
        }

        current.Organisation = -1;
        var isNew = giversSoFar == 0 || numbers.Below(Hundred) < NewGiverPercent;
        var donor = donors.Of(isNew ? giversSoFar++ : numbers.Below((int)giversSoFar));
        Complete(donor, Varied(donor.LevelMinor));
    }

    private void Complete(in DonorTraits donor, long minor)
    {
        current.Number++;
        current.Transaction = SeededNumbers.At(transactions, current.Number);
        current.Donor = donor;
        current.OccurredOn = day;
        current.ClearedOn = Math.Min(day + numbers.Between(1, SlowestClearing), RehearsalCalendar.Days - 1);
        current.Minor = minor;
        current.BaseMinor = currencies.InBase(minor, donor.Currency, RehearsalCalendar.Month(day));
        current.FeeMinor = Fee(current.BaseMinor);
        current.Return = returns.Decide(current);
    }

    /// <summary>Seven in ten give their usual sum; the others half, double, or some odd cents more.</summary>
    private long Varied(long level) =>
        numbers.Below(Hundred) switch
        {
            < 70 => level,
            < 82 => level / 2,
            < 92 => level * 2,
            _ => level + numbers.Below(10_00),
        };

    private static long Fee(long baseMinor)
    {
        const int thousandths = 29;
        const int fixedCents = 30;
        return IntegerShares.HalfEven(baseMinor * thousandths, 1000) + fixedCents;
    }

    private static int Designation(int draw) =>
        draw switch
        {
            < 70 => RehearsalDescription.Pool,
            < 85 => RehearsalDescription.LegalHelp,
            < 95 => RehearsalDescription.FoodAndRent,
            _ => RehearsalDescription.Counselling,
        };
}
