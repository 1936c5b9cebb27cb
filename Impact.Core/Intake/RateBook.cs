using System.Diagnostics.CodeAnalysis;
using System.Text;
using Impact.Core.Quantities;

namespace Impact.Core.Intake;

/// <summary>One rate of a currency against the fund's, as the ledger holds it.</summary>
/// <param name="Currency">The currency converted from.</param>
/// <param name="Day">Days since 1970-01-01.</param>
/// <param name="From">Its rate in the table; one when it is the table's base.</param>
/// <param name="To">The rate of the fund's currency; one when that is the table's base.</param>
/// <param name="Batch">The batch of the row that names the rate.</param>
/// <param name="Line">Its line.</param>
internal readonly record struct BookRate(
    string Currency,
    int Day,
    PublishedRate From,
    PublishedRate To,
    int Batch,
    long Line
);

/// <summary>A rate of the book, with its conversion once it is asked for.</summary>
internal sealed class HeldRate(BookRate rate)
{
    private CurrencyConversion? _conversion;

    /// <summary>The rate.</summary>
    public BookRate Rate { get; } = rate;

    /// <summary>Its conversion; two threads that both make it make the same one.</summary>
    public CurrencyConversion To(Currency currency) =>
        _conversion ??= new(Currency.Parse(Rate.Currency), Rate.From, currency, Rate.To);
}

/// <summary>The rates to one fund's currency, in memory while a file is read: the scan must not join.</summary>
internal sealed class RateBook
{
    /// <summary>Seven days: no week goes by without a rate, however many holidays are in it, so an older one is no rate of the day.</summary>
    public const int OldestDays = 7;

    private readonly Dictionary<string, List<HeldRate>> _rates = new(StringComparer.Ordinal);
    private readonly Dictionary<string, List<HeldRate>>.AlternateLookup<ReadOnlySpan<char>> _byCode;
    private readonly Currency _to;

    /// <summary>Fills a book.</summary>
    /// <param name="to">The fund's currency.</param>
    /// <param name="rates">By day; of one currency and day the first one counts, so that a table loaded later changes no day.</param>
    public RateBook(Currency to, IEnumerable<BookRate> rates)
    {
        _to = to;
        _byCode = _rates.GetAlternateLookup<ReadOnlySpan<char>>();
        foreach (var rate in rates)
        {
            if (!_rates.TryGetValue(rate.Currency, out var known))
            {
                _rates.Add(rate.Currency, known = []);
            }

            if (known.Count == 0 || known[^1].Rate.Day < rate.Day)
            {
                known.Add(new(rate));
            }
        }
    }

    /// <summary>Whether there is no rate at all: then nothing is converted.</summary>
    public bool IsEmpty => _rates.Count == 0;

    /// <summary>The rate of a day, or of the last day before it that has one and is not too old.</summary>
    /// <param name="code">The currency converted from, UTF-8.</param>
    /// <param name="day">Days since 1970-01-01.</param>
    /// <param name="rate">The rate.</param>
    public bool TryFind(ReadOnlySpan<byte> code, int day, [NotNullWhen(true)] out HeldRate? rate)
    {
        const int longestCode = 3;
        rate = null;
        Span<char> text = stackalloc char[longestCode];
        if (
            code.Length != longestCode
            || !Encoding.ASCII.TryGetChars(code, text, out _)
            || !_byCode.TryGetValue(text, out var rates)
        )
        {
            return false;
        }

        var (first, after) = (0, rates.Count);
        while (first < after)
        {
            var middle = (first + after) / 2;
            (first, after) = rates[middle].Rate.Day <= day ? (middle + 1, after) : (first, middle);
        }

        if (first == 0 || day - rates[first - 1].Rate.Day > OldestDays)
        {
            return false;
        }

        rate = rates[first - 1];
        return true;
    }

    /// <summary>An amount at a rate of this book, in the fund's currency, half to even; null when it does not fit.</summary>
    public long? Convert(long minor, HeldRate rate) => rate.To(_to).Convert(minor);
}
