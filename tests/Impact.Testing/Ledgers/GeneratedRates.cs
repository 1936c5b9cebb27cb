using Impact.Core.Metrics.Reference;
using Impact.Core.Quantities;
using Impact.Core.Rehearsal;

namespace Impact.Testing.Ledgers;

/// <summary>Rate tables of a generated ledger, and entries in other currencies: by the fund's own base, by another, and over one.</summary>
internal sealed class GeneratedRates
{
    private const int Days = 4;

    private static readonly DateOnly FirstDay = new(2019, 1, 1);
    private static readonly string[] Currencies = ["GBP", "JPY", "KWD"];

    private readonly SeededNumbers _numbers;
    private readonly List<ReferenceRate> _rates = [];

    public GeneratedRates(int caseNumber)
    {
        // A stream of its own: what is drawn here moves nothing else of the ledger.
        _numbers = new((ulong)caseNumber, SeededPurpose.Subscriptions);
        for (var day = 0; day < Days; day++)
        {
            // A line of a wide table tells every currency; a line of the plain layout one.
            foreach (var currency in Currencies.Append("USD"))
            {
                Add(day, line: 2 + day, ("wide", "EUR", currency));
            }

            Add(day, line: 100 + day, ("plain", "USD", "EUR"));
            Add(day, line: 200 + day, ("plain", "CHF", "USD"));
        }

        // Told again with another value: the first one counts.
        _rates.AddRange(
            _rates.Take(Days).Select(rate => rate with { Line = rate.Line + 1000, Rate = Rate() }).ToList()
        );
    }

    public IReadOnlyList<ReferenceRate> All => _rates;

    /// <summary>The entry, as it is or with an amount in another currency beside its own.</summary>
    public DraftEntry Converted(DraftEntry entry)
    {
        if (_numbers.Below(2) == 0)
        {
            return entry;
        }

        var day = _numbers.Below(Days);
        var (currency, line) = _numbers.Below(4) switch
        {
            0 => ("EUR", 2 + day),
            1 => ("EUR", 100 + day),
            2 => ("CHF", 200 + day),
            _ => (Currencies[_numbers.Below(Currencies.Length)], 2 + day),
        };
        var minor = _numbers.Between(1, 9_000_000);
        return entry with
        {
            Foreign = _numbers.Below(5) == 0 ? new(currency, minor) : new(currency, minor, RateBatch: 1, line),
        };
    }

    private void Add(int day, int line, (string Source, string Base, string Currency) of) =>
        _rates.Add(new(1, line, of.Source, of.Base, FirstDay.AddDays(day), of.Currency, Rate()));

    private PublishedRate Rate() => new(_numbers.Between(1, 2_000_000), _numbers.Below(7));
}
