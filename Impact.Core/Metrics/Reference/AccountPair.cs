namespace Impact.Core.Metrics.Reference;

/// <summary>Both sides of one reference while they are added up.</summary>
internal sealed class AccountPair
{
    private long _own;
    private long _other;
    private string? _kind;
    private string? _organisation;
    private DateOnly? _ownDay;
    private DateOnly? _otherDay;

    /// <summary>Whether both sides have a line.</summary>
    public bool HasBoth => _ownDay is not null && _otherDay is not null;

    /// <summary>The first day of the fund's side, else of the other.</summary>
    public DateOnly Day => (_ownDay ?? _otherDay)!.Value;

    /// <summary>Takes an entry of the fund's books in.</summary>
    public void Own(ReferenceEntry entry, bool comesIn) =>
        Own(entry.Kind, entry.Organisation, comesIn ? entry.BaseMinor : -entry.BaseMinor, entry.ClearedOn!.Value);

    /// <summary>Takes a line of the first side in.</summary>
    public void Own(string kind, string? organisation, long minor, DateOnly day)
    {
        _own += minor;
        _kind = string.CompareOrdinal(kind, _kind) > 0 ? kind : _kind;
        _organisation = string.CompareOrdinal(organisation, _organisation) > 0 ? organisation : _organisation;
        _ownDay = _ownDay < day ? _ownDay : day;
    }

    /// <summary>Takes a line of the other side in.</summary>
    public void Other(ReferenceAccountLine line)
    {
        _other += line.BaseMinor;
        _otherDay = _otherDay < line.BookedOn ? _otherDay : line.BookedOn;
    }

    /// <summary>What the comparison comes to.</summary>
    public ReferencePair ToPair(string match, string item)
    {
        var flow = match switch
        {
            "processor" => "gifts",
            "payout" => "payouts",
            _ => _kind switch
            {
                null => "unknown",
                "disbursement" or "return" => _kind,
                _ => "costs_and_income",
            },
        };
        var difference =
            _own == _other ? "settled"
            : _otherDay is null ? "missing_line"
            : _ownDay is null ? "line_without_entry"
            : "amount_differs";
        return new(match, flow, item, Day, difference) { Organisation = _organisation, AmountMinor = _other - _own };
    }
}
