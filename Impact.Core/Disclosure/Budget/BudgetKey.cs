using System.Security.Cryptography;
using NSec.Cryptography;

namespace Impact.Core.Disclosure.Budget;

/// <summary>The key that signs a fund's budget ledger. It signs nothing else, and is never replaced.</summary>
internal sealed class BudgetKey : IDisposable
{
    private readonly Key _key;

    private BudgetKey(Key key)
    {
        _key = key;
        Public = key.PublicKey.Export(KeyBlobFormat.RawPublicKey);
    }

    /// <summary>The thirty-two bytes of the public half.</summary>
    public byte[] Public { get; }

    /// <summary>SHA-256 of the public half, lower-case hexadecimal.</summary>
    public string PublicSha256 => Convert.ToHexStringLower(SHA256.HashData(Public));

    /// <summary>A new key from the system's generator, written durably.</summary>
    public static BudgetKey Create(IBudgetFiles files)
    {
        var made = new BudgetKey(
            Key.Create(
                SignatureAlgorithm.Ed25519,
                new KeyCreationParameters { ExportPolicy = KeyExportPolicies.AllowPlaintextExport }
            )
        );
        made.Write(files, BudgetFileNames.NewKey);
        return made;
    }

    /// <summary>Reads a key; null when the file is not there or is damaged.</summary>
    public static BudgetKey? Read(IBudgetFiles files, string name)
    {
        if (files.Read(name) is not { } bytes)
        {
            return null;
        }

        _ = Key.TryImport(
            SignatureAlgorithm.Ed25519,
            bytes,
            KeyBlobFormat.RawPrivateKey,
            out var key,
            new KeyCreationParameters { ExportPolicy = KeyExportPolicies.AllowPlaintextExport }
        );
        CryptographicOperations.ZeroMemory(bytes);
        return key is null ? null : new(key);
    }

    /// <summary>Gives the key its lasting name, once the chain has begun.</summary>
    public void Settle(IBudgetFiles files)
    {
        Write(files, BudgetFileNames.Key);
        files.Delete(BudgetFileNames.NewKey);
    }

    /// <summary>The signature of a message, sixty-four bytes.</summary>
    public byte[] Sign(ReadOnlySpan<byte> message) => SignatureAlgorithm.Ed25519.Sign(_key, message);

    /// <inheritdoc />
    public void Dispose() => _key.Dispose();

    private void Write(IBudgetFiles files, string name)
    {
        var bytes = _key.Export(KeyBlobFormat.RawPrivateKey);
        files.Replace(name, bytes);
        CryptographicOperations.ZeroMemory(bytes);
    }
}
