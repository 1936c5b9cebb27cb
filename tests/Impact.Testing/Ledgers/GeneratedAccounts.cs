using System.Globalization;
using Impact.Core.Metrics.Reference;
using Impact.Core.Rehearsal;

namespace Impact.Testing.Ledgers;

/// <summary>The other sides' accounts of a generated ledger: mostly what the books say, with every kind of difference.</summary>
internal sealed class GeneratedAccounts
{
    private static readonly string[] OfProcessor = ["gift", "gift_refund", "chargeback", "processor_fee"];
    private static readonly string[] OfBank = ["disbursement", "return", "interest", "bank_charge", "fund_cost"];

    private readonly SeededNumbers _numbers;
    private readonly IReadOnlyList<DraftEntry> _entries;
    private readonly List<ReferenceAccountLine> _lines = [];

    public GeneratedAccounts(int caseNumber, IReadOnlyList<DraftEntry> entries)
    {
        // A stream of its own: what is drawn here moves nothing else of the ledger.
        _numbers = new((ulong)caseNumber, SeededPurpose.Returns);
        _entries = entries;
        foreach (var entry in entries)
        {
            Answer(entry);
        }

        for (var payout = 0; payout < 4; payout++)
        {
            Pay(payout);
        }

        Tells = [.. LedgerKinds.OfAccounts.Where(_ => !OneIn(4))];
    }

    public IReadOnlyList<ReferenceAccountLine> Lines => _lines;

    public IReadOnlyList<string> Tells { get; }

    /// <summary>Explanations of receipts and lines: of the right amount, of another, and of nothing that differs.</summary>
    public IReadOnlyList<ReferenceExplanation> Explanations() =>
        [
            .. _entries
                .Where(entry => entry.ClearedOn is not null && OneIn(3))
                .SelectMany(Explain)
                .DistinctBy(one => (one.Match, one.Item, one.AmountMinor)),
        ];

    private IEnumerable<ReferenceExplanation> Explain(DraftEntry entry)
    {
        var sign = entry.Kind is "disbursement" or "gift_refund" or "chargeback" or "processor_fee" ? 1 : -1;
        string[] matches = entry.Kind == "disbursement" ? ["receipt", "bank"] : ["processor", "bank", "receipt"];
        foreach (var match in matches)
        {
            var amount = match == "receipt" ? -entry.BaseMinor : sign * entry.BaseMinor;
            yield return new(_numbers.Between(1, 3), match, entry.SourceId, OneIn(3) ? amount + 1 : amount)
            {
                Owner = OneIn(2) ? "fund" : "partner",
                Code = OneIn(2) ? "rounding" : "other",
                NoteEn = OneIn(2) ? "Note" : null,
            };
        }
    }

    private void Answer(DraftEntry entry)
    {
        var isGift = OfProcessor.Contains(entry.Kind, StringComparer.Ordinal);
        if (entry.ClearedOn is not { } day || OneIn(4) || !(isGift || OfBank.Contains(entry.Kind)))
        {
            return;
        }

        var comesIn = entry.Kind is "gift" or "return" or "interest";
        var minor = (comesIn ? entry.BaseMinor : -entry.BaseMinor) + (OneIn(5) ? _numbers.Between(-3, 3) : 0);
        var reference = isGift && entry.Kind != "gift" ? entry.RefersTo ?? entry.SourceId : entry.SourceId;
        var line = new ReferenceAccountLine
        {
            Batch = _numbers.Between(1, 3),
            SourceId = string.Create(CultureInfo.InvariantCulture, $"line-{_lines.Count}"),
            Account = isGift && !OneIn(8) ? "processor" : "bank",
            BookedOn = day.AddDays(_numbers.Below(4)),
            BaseMinor = minor,
            Kind =
                isGift ? entry.Kind
                : OneIn(2) ? "payment"
                : null,
            RefersTo = OneIn(6) ? null : reference,
        };
        _lines.Add(line);
        if (OneIn(10))
        {
            _lines.Add(line with { SourceId = line.SourceId + "-back", BaseMinor = -minor, Reverses = line.SourceId });
        }
    }

    private void Pay(int payout)
    {
        var number = string.Create(CultureInfo.InvariantCulture, $"payout-{payout}");
        var line = new ReferenceAccountLine
        {
            Batch = 1,
            SourceId = number,
            Account = "processor",
            BookedOn = new DateOnly(2019, 3, 1).AddDays(_numbers.Below(500)),
            BaseMinor = -_numbers.Between(1, 5000),
            Kind = "payout",
            RefersTo = number,
        };
        if (!OneIn(4))
        {
            _lines.Add(line);
        }

        if (!OneIn(4))
        {
            _lines.Add(
                line with
                {
                    SourceId = number + "-in",
                    Account = "bank",
                    BaseMinor = OneIn(3) ? 1 - line.BaseMinor : -line.BaseMinor,
                    Kind = OneIn(2) ? "payout" : null,
                }
            );
        }
    }

    private bool OneIn(int chances) => _numbers.Below(chances) == 0;
}
