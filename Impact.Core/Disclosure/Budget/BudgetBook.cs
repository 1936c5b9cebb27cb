using Impact.Core.Noise.Accounting;

namespace Impact.Core.Disclosure.Budget;

/// <summary>The chain while it is written: what it amounts to, its bytes, and its key.</summary>
internal sealed class BudgetBook : IDisposable
{
    private readonly MemoryStream _bytes = new();
    private readonly List<BudgetHead> _heads;
    private bool _isLost;

    /// <summary>Goes on from a chain that holds.</summary>
    public BudgetBook(IBudgetFiles files, BudgetKey key, BudgetVerdict verdict, ReadOnlySpan<byte> lines)
    {
        Files = files;
        Key = key;
        Account = verdict.Account;
        _heads = [.. verdict.Heads];
        _bytes.Write(lines);
    }

    /// <summary>Held by whoever asks or writes.</summary>
    public Lock Turn { get; } = new();

    /// <summary>Where it is written.</summary>
    public IBudgetFiles Files { get; }

    /// <summary>What signs it.</summary>
    public BudgetKey Key { get; }

    /// <summary>What its entries amount to.</summary>
    public BudgetAccount Account { get; }

    /// <summary>Where it ends.</summary>
    public BudgetHead Head => _heads.Count == 0 ? BudgetHead.Empty : _heads[^1];

    /// <summary>Every byte of it.</summary>
    public byte[] Bytes => _bytes.ToArray();

    /// <summary>The digest of an entry's line.</summary>
    public string DigestOf(long entry) => _heads[(int)entry - 1].Sha256;

    /// <summary>Adds an entry, on the disk before this returns.</summary>
    /// <returns>Why it may not follow; then nothing was written.</returns>
    /// <exception cref="InvalidOperationException">A write failed before: what is on the disk is not known, and the ledger must be opened anew.</exception>
    public BudgetRefusal Append(BudgetEvent next) =>
        Write(next, line => Files.Append(BudgetFileNames.Chain, line.Span));

    /// <summary>Adds entries as if the file ended with the last whole line: one replacement takes a torn end away and writes them.</summary>
    public void AppendOverTornEnd(IReadOnlyList<BudgetEvent> events)
    {
        foreach (var next in events)
        {
            _ = Write(next, _ => { });
        }

        Guard(() => Files.Replace(BudgetFileNames.Chain, Bytes));
    }

    /// <summary>Runs a write; where it fails, nothing more is written by this book.</summary>
    public void Guard(Action write)
    {
        RequireKnown();
        _isLost = true;
        write();
        _isLost = false;
    }

    /// <summary>Refuses to answer where what is on the disk is not known.</summary>
    public void RequireKnown()
    {
        if (_isLost)
        {
            throw new InvalidOperationException("A write to the budget ledger failed; open it anew.");
        }
    }

    /// <inheritdoc />
    public void Dispose()
    {
        _bytes.Dispose();
        Key.Dispose();
    }

    private BudgetRefusal Write(BudgetEvent next, Action<ReadOnlyMemory<byte>> write)
    {
        RequireKnown();
        var entry = new BudgetEntry(Account.Entries + 1, Head.Sha256, next);
        var body = BudgetLine.Body(entry);
        if (body.Length > BudgetLine.LongestBody)
        {
            throw new ArgumentException("An entry is longer than a line may be.", nameof(next));
        }

        var refusal = Account.Take(next);
        if (refusal == BudgetRefusal.None)
        {
            var line = BudgetLine.Seal(body, Key.Sign(BudgetLine.Signed(body)));
            Guard(() => write((byte[])[.. line, (byte)'\n']));
            _bytes.Write(line);
            _bytes.WriteByte((byte)'\n');
            _heads.Add(new(entry.Number, BudgetChain.Digest(line)));
        }

        return refusal;
    }
}
