using System.Globalization;
using Impact.Core.Metrics;
using Impact.Core.Rehearsal;

namespace Impact.Testing.Ledgers;

/// <summary>Ledgers as a fund could keep them: no designation ever pays what it does not hold. The same for a case number everywhere.</summary>
/// <param name="caseNumber">The case, from 0.</param>
internal sealed class PlausibleLedger(int caseNumber)
{
    private const int MostSteps = 90;
    private const int MostMinor = 20_000;

    private static readonly DateOnly FirstDay = new(2019, 8, 7);
    private static readonly string[] Designations = ["pool", "pool", TestFunds.LegalHelp, TestFunds.PartnerOnly];
    private static readonly string[] Partners = [TestFunds.Partner, TestFunds.OtherPartner];

    private readonly SeededNumbers _numbers = new((ulong)caseNumber, SeededPurpose.Fund);
    private readonly Dictionary<string, long> _held = [];
    private readonly Dictionary<(string Partner, string Designation), long> _sent = [];
    private readonly Dictionary<string, long> _refundable = [];
    private readonly List<DraftEntry> _entries = [];
    private int _day;
    private int _batch = 1;

    /// <summary>The cut-offs that were published while the ledger grew: each holds everything up to its day and batch.</summary>
    public List<PublishedCutOff> Published { get; } = [];

    /// <summary>The ledger of the case; entries stand in the order in which they were known.</summary>
    public DraftLedger Make()
    {
        var steps = _numbers.Between(1, MostSteps);
        for (var step = 0; step < steps; step++)
        {
            _day += _numbers.Below(9);
            Step();
            if (OneIn(20))
            {
                Published.Add(new PublishedCutOff(_batch, Today.AddDays(-_numbers.Below(3))).Showing(_ => 0));
                _batch++;
            }
        }

        return new DraftLedger { Entries = _entries };
    }

    private DateOnly Today => FirstDay.AddDays(_day);

    private void Step()
    {
        switch (_numbers.Below(14))
        {
            case < 6:
                Give();
                break;
            case 6:
                Earn();
                break;
            case 7:
                TakeBackFromGift();
                break;
            case 8:
                Charge();
                break;
            case < 11:
                Disburse();
                break;
            case 11:
                FromPartner("return");
                break;
            case 12:
                FromPartner("expenditure");
                break;
            default:
                Reverse();
                break;
        }
    }

    private void Give()
    {
        var isOrganisation = OneIn(8);
        var gift = Entry("gift", _numbers.Between(1, MostMinor)) with
        {
            // Some gifts are told late: their day is long past, and published days do not change for them.
            ClearedOn = Today.AddDays(OneIn(6) ? -_numbers.Below(20) : 0),
            GiverKind = isOrganisation ? "organisation" : "individual",
            Giver = isOrganisation ? "A foundation" : null,
            Donor = isOrganisation || OneIn(9) ? null : new Guid(_numbers.Below(15), 0, 0, [0, 0, 0, 0, 0, 0, 0, 1]),
        };
        Add(gift, gift.Designation, gift.BaseMinor);
        _refundable[gift.SourceId] = gift.BaseMinor;
        if (OneIn(3))
        {
            var fee = Math.Min(1 + (gift.BaseMinor / 30), _refundable[gift.SourceId]);
            Pay(Entry("processor_fee", fee) with { Designation = gift.Designation, RefersTo = gift.SourceId });
        }
    }

    private void Earn() =>
        Add(
            Entry(Pick(["interest", "other_income"]), _numbers.Between(1, MostMinor)) with
            {
                Designation = "pool",
            },
            "pool"
        );

    private void TakeBackFromGift()
    {
        var gift = _entries.LastOrDefault(entry => entry.Kind == "gift" && entry.Reverses is null && OneIn(3));
        if (gift is null || _refundable[gift.SourceId] < 1)
        {
            return;
        }

        var amount = OneIn(2) ? _refundable[gift.SourceId] : 1 + (_refundable[gift.SourceId] / 2);
        var entry = Entry(Pick(["gift_refund", "chargeback"]), amount) with
        {
            Designation = gift.Designation,
            RefersTo = gift.SourceId,
        };
        if (Pay(entry))
        {
            _refundable[gift.SourceId] -= amount;
        }
    }

    private void Charge() =>
        Pay(
            Entry(Pick(["bank_charge", "platform_fee", "fund_cost"]), _numbers.Between(1, 900)) with
            {
                Designation = "pool",
            }
        );

    private void Disburse()
    {
        var designation = Pick(Designations);
        var held = _held.GetValueOrDefault(designation);
        if (held < 2)
        {
            return;
        }

        var partner = designation == TestFunds.PartnerOnly ? TestFunds.Partner : Pick(Partners);
        var amount = OneIn(4) ? held : 1 + (held / _numbers.Between(2, 4));
        Pay(Entry("disbursement", amount) with { Designation = designation, Organisation = partner });
        _sent[(partner, designation)] = _sent.GetValueOrDefault((partner, designation)) + amount;
    }

    private void FromPartner(string kind)
    {
        var (key, held) = _sent.FirstOrDefault(pair => pair.Value > 1 && OneIn(2));
        if (held < 2)
        {
            return;
        }

        var amount = OneIn(4) ? held : held / 2;
        _sent[key] = held - amount;
        var entry = Entry(kind, amount) with
        {
            Organisation = key.Partner,
            Designation = key.Designation,
            Category = kind == "return" ? null : Pick<string?>(["food", "administration", "fundraising", null]),
        };
        if (kind == "return")
        {
            Add(entry, key.Designation);
        }
        else
        {
            _entries.Add(entry);
        }
    }

    /// <summary>A gift or a cost is taken back where its designation can bear it.</summary>
    private void Reverse()
    {
        var entry = _entries.LastOrDefault(one =>
            one.Kind is "gift" or "fund_cost"
            && one.Reverses is null
            && _entries.All(other => other.Reverses != one.SourceId && other.RefersTo != one.SourceId)
            && OneIn(3)
        );
        if (entry is null || (entry.Kind == "gift" && _held[entry.Designation] < entry.BaseMinor))
        {
            return;
        }

        _held[entry.Designation] += entry.Kind == "gift" ? -entry.BaseMinor : entry.BaseMinor;
        _refundable[entry.SourceId] = 0;
        _entries.Add(
            Entry(entry.Kind, -entry.BaseMinor) with
            {
                Designation = entry.Designation,
                GiverKind = entry.GiverKind,
                Giver = entry.Giver,
                Donor = entry.Donor,
                Reverses = entry.SourceId,
            }
        );
    }

    private void Add(DraftEntry entry, string designation, long? amount = null)
    {
        _held[designation] = _held.GetValueOrDefault(designation) + (amount ?? entry.BaseMinor);
        _entries.Add(entry);
    }

    private bool Pay(DraftEntry entry)
    {
        if (_held.GetValueOrDefault(entry.Designation) < entry.BaseMinor)
        {
            return false;
        }

        _held[entry.Designation] -= entry.BaseMinor;
        _entries.Add(entry);
        return true;
    }

    private DraftEntry Entry(string kind, long amount) =>
        new(kind, amount, Today)
        {
            Batch = _batch,
            // Identifiers do not rise with time, so that an order by identifier alone is another one.
            SourceId = string.Create(CultureInfo.InvariantCulture, $"{_numbers.Below(1000):000}-{_entries.Count}"),
            Designation = Pick(Designations),
        };

    private bool OneIn(int chances) => _numbers.Below(chances) == 0;

    private T Pick<T>(IReadOnlyList<T> values) => values[_numbers.Below(values.Count)];
}
