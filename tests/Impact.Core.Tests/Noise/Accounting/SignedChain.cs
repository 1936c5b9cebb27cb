using System.Security.Cryptography;
using Impact.Core.Noise.Accounting;
using NSec.Cryptography;

namespace Impact.Core.Tests.Noise.Accounting;

/// <summary>Writes a chain with a true key and asks no rule: what a dishonest keeper of the key could publish.</summary>
internal sealed class SignedChain : IDisposable
{
    private readonly Key _key = Key.Create(SignatureAlgorithm.Ed25519);
    private readonly MemoryStream _lines = new();
    private long _entries;
    private string _previous = BudgetHead.Empty.Sha256;

    public byte[] PublicKey => _key.PublicKey.Export(KeyBlobFormat.RawPublicKey);

    public string KeySha256 => Convert.ToHexStringLower(SHA256.HashData(PublicKey));

    public BudgetVerdict Verdict => BudgetChain.Verify(_lines.ToArray(), PublicKey);

    public SignedChain Add(BudgetEvent next, long? number = null, string? previous = null)
    {
        _entries++;
        var body = BudgetLine.Body(new(number ?? _entries, previous ?? _previous, next));
        var line = BudgetLine.Seal(body, SignatureAlgorithm.Ed25519.Sign(_key, BudgetLine.Signed(body)));
        _lines.Write(line);
        _lines.WriteByte((byte)'\n');
        _previous = BudgetChain.Digest(line);
        return this;
    }

    public void Dispose()
    {
        _key.Dispose();
        _lines.Dispose();
    }
}
