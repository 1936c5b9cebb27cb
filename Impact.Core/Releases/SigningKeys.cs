using System.Security.Cryptography;
using Impact.Core.Catalogue;
using NSec.Cryptography;

namespace Impact.Core.Releases;

/// <summary>The signing key of each fund: private under <c>D/private/keys</c>, public under <c>D/trust</c>.</summary>
internal static class SigningKeys
{
    private const UnixFileMode OwnerOnly = UnixFileMode.UserRead | UnixFileMode.UserWrite | UnixFileMode.UserExecute;

    /// <summary>Where a fund's private key is kept.</summary>
    public static string PathOf(string dataFolder, string fund) =>
        Path.Combine(dataFolder, "private", "keys", RequireFund(fund) + ".signing");

    /// <summary>The folder of public keys.</summary>
    public static string TrustFolder(string dataFolder) => Path.Combine(dataFolder, "trust");

    /// <summary>Makes a fund's key pair. The fund must not have one.</summary>
    /// <returns>The key's identifier.</returns>
    /// <exception cref="FaultException">The fund has a private or a public key already.</exception>
    public static string Create(string dataFolder, string fund)
    {
        var path = PathOf(dataFolder, fund);
        var trusted = TrustedKey.PathOf(TrustFolder(dataFolder), fund);
        if (File.Exists(path) || File.Exists(trusted))
        {
            throw new FaultException(new(Faults.KeyExists, File.Exists(path) ? path : trusted));
        }

        CreateOwnerFolder(Path.GetDirectoryName(path)!);
        var parameters = new KeyCreationParameters { ExportPolicy = KeyExportPolicies.AllowPlaintextExport };
        using var key = Key.Create(SignatureAlgorithm.Ed25519, parameters);
        var bytes = key.Export(KeyBlobFormat.RawPrivateKey);
        DurableFile.Replace(path, bytes, onlyOwner: true);
        CryptographicOperations.ZeroMemory(bytes);
        using var made = Load(dataFolder, fund);
        return made.Public.Id;
    }

    /// <summary>Loads a fund's key. A public key that is missing, after a crash, is written again from the private one.</summary>
    /// <exception cref="FaultException">The private key is missing or damaged, or the public key is not its own.</exception>
    public static SigningKey Load(string dataFolder, string fund)
    {
        var path = PathOf(dataFolder, fund);
        var key = File.Exists(path) ? Import(path) : null;
        if (key is null)
        {
            throw new FaultException(new(Faults.KeyUnreadable, path));
        }

        var signing = new SigningKey(key);
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

    private static Key? Import(string path)
    {
        var bytes = File.ReadAllBytes(path);
        _ = Key.TryImport(SignatureAlgorithm.Ed25519, bytes, KeyBlobFormat.RawPrivateKey, out var key);
        CryptographicOperations.ZeroMemory(bytes);
        return key;
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

    /// <inheritdoc />
    public void Dispose() => _key.Dispose();
}
