using System.Security.Cryptography;
using Impact.Core.Catalogue;
using Impact.Core.Releases.Keys;
using NSec.Cryptography;

namespace Impact.Core.Releases;

/// <summary>The signing key of each fund: private under <c>D/private/keys</c>, public under <c>D/trust</c>.</summary>
internal static class SigningKeys
{
    private const UnixFileMode OwnerOnly = UnixFileMode.UserRead | UnixFileMode.UserWrite | UnixFileMode.UserExecute;

    /// <summary>Where a fund's private key is kept.</summary>
    public static string PathOf(string dataFolder, string fund) =>
        Path.Combine(dataFolder, "private", "keys", RequireFund(fund) + ".signing");

    /// <summary>Where the key that is to follow is kept while the key is being rotated.</summary>
    public static string NextPathOf(string dataFolder, string fund) => PathOf(dataFolder, fund) + ".next";

    /// <summary>The folder of public keys.</summary>
    public static string TrustFolder(string dataFolder) => Path.Combine(dataFolder, "trust");

    /// <summary>Makes a fund's key pair. The fund must not have one, nor anything that one has signed.</summary>
    /// <returns>The key's identifier.</returns>
    /// <exception cref="FaultException">The fund has a private or a public key already, or has published and lost its key.</exception>
    public static string Create(string dataFolder, string fund)
    {
        var path = PathOf(dataFolder, fund);
        var trusted = TrustedKey.PathOf(TrustFolder(dataFolder), fund);
        if (File.Exists(path) || File.Exists(trusted))
        {
            throw new FaultException(new(Faults.KeyExists, File.Exists(path) ? path : trusted));
        }

        // A new key could sign nothing that readers of the releases there are would accept.
        if (File.Exists(Path.Combine(dataFolder, "public", fund, ReleaseNames.Index)))
        {
            throw new FaultException(new(Faults.KeyUnreadable, path));
        }

        using (var key = new SigningKey(NewKey()))
        {
            Write(path, key);
        }

        using var made = Load(dataFolder, fund);
        return made.Public.Id;
    }

    /// <summary>A new key from the system's generator.</summary>
    public static Key NewKey() =>
        Key.Create(
            SignatureAlgorithm.Ed25519,
            new KeyCreationParameters { ExportPolicy = KeyExportPolicies.AllowPlaintextExport }
        );

    /// <summary>Writes a private key that only its owner may read.</summary>
    public static void Write(string path, SigningKey key)
    {
        CreateOwnerFolder(Path.GetDirectoryName(path)!);
        var bytes = key.ExportPrivate();
        DurableFile.Replace(path, bytes, onlyOwner: true);
        CryptographicOperations.ZeroMemory(bytes);
    }

    /// <summary>
    /// Loads a fund's key. A rotation that was stopped is ended first, and a public key that is missing, after a crash, is written again
    /// from the private one.
    /// </summary>
    /// <exception cref="FaultException">The private key is missing or damaged, or the public key is not its own.</exception>
    public static SigningKey Load(string dataFolder, string fund)
    {
        var path = PathOf(dataFolder, fund);
        KeyRotation.Finish(dataFolder, fund);
        var signing = Import(path) ?? throw new FaultException(new(Faults.KeyUnreadable, path));
        var trusted = TrustedKey.PathOf(TrustFolder(dataFolder), fund);
        if (!File.Exists(trusted))
        {
            Directory.CreateDirectory(TrustFolder(dataFolder));
            DurableFile.Replace(trusted, signing.Public.Write());
        }
        else if (!File.ReadAllBytes(trusted).AsSpan().SequenceEqual(signing.Public.Write()))
        {
            signing.Dispose();
            throw new FaultException(new(Faults.KeyUnreadable, trusted));
        }

        return signing;
    }

    /// <summary>The private key in a file; null when there is none or it is damaged.</summary>
    public static SigningKey? Import(string path)
    {
        if (!File.Exists(path))
        {
            return null;
        }

        var bytes = File.ReadAllBytes(path);
        _ = Key.TryImport(SignatureAlgorithm.Ed25519, bytes, KeyBlobFormat.RawPrivateKey, out var key);
        CryptographicOperations.ZeroMemory(bytes);
        return key is null ? null : new SigningKey(key);
    }

    private static void CreateOwnerFolder(string folder)
    {
        if (OperatingSystem.IsWindows())
        {
            Directory.CreateDirectory(folder);
        }
        else
        {
            Directory.CreateDirectory(folder, OwnerOnly);
        }
    }

    private static string RequireFund(string fund) =>
        ReleaseNames.IsFund(fund) ? fund : throw new FaultException(new(Faults.FundUnknown, "fund"));
}

/// <summary>A fund's signing key while it is in use; close it soon.</summary>
internal sealed class SigningKey : IDisposable
{
    private readonly Key _key;

    internal SigningKey(Key key)
    {
        _key = key;
        Public = new TrustedKey(key.PublicKey);
    }

    /// <summary>The public half, as readers trust it.</summary>
    public TrustedKey Public { get; }

    /// <summary>The text of a signature file over each of the contents: the signatures in their order.</summary>
    public byte[] Sign(params IEnumerable<byte[]> contents) =>
        new SignatureFile(
            Public.Id,
            [.. contents.Select(content => SignatureAlgorithm.Ed25519.Sign(_key, content))]
        ).Write();

    /// <summary>The bare signature of a content, sixty-four bytes.</summary>
    public byte[] Signature(byte[] content) => SignatureAlgorithm.Ed25519.Sign(_key, content);

    /// <summary>The thirty-two secret bytes, for the key's own file; whoever asks wipes them.</summary>
    internal byte[] ExportPrivate() => _key.Export(KeyBlobFormat.RawPrivateKey);

    /// <inheritdoc />
    public void Dispose() => _key.Dispose();
}
