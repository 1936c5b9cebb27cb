using System.Security.Cryptography;
using System.Text;
using Impact.Core.Catalogue;

namespace Impact.Core.Intake;

/// <summary>The fund's one key for the tokens of donors and households: made once, never changed, shredded at the fund's end.</summary>
/// <remarks>Source: privacy specification §5.1. Whoever has it and a list of people can find them, so it lies beside nothing else.</remarks>
internal sealed class TokenKey
{
    /// <summary>Thirty-two bytes; that is, 256 bits.</summary>
    public const int KeyBytes = 32;

    /// <summary>A token has sixteen bytes; that is, 128 bits.</summary>
    public const int TokenBytes = 16;

    private readonly byte[] _key;

    private TokenKey(byte[] key) => _key = key;

    /// <summary>Reads the key of a fund, and makes it when the fund has none.</summary>
    /// <param name="path">The key's file; only its owner may read it.</param>
    /// <param name="mayCreate">Whether the fund is new: a fund with records must have its key.</param>
    /// <exception cref="FaultException"><see cref="Faults.KeyUnreadable"/>.</exception>
    public static TokenKey Open(string path, bool mayCreate)
    {
        if (!File.Exists(path) && mayCreate)
        {
            Create(path);
        }

        try
        {
            var key = File.ReadAllBytes(path);
            return key.Length == KeyBytes ? new(key) : throw Unreadable(path);
        }
        catch (Exception error) when (error is IOException or UnauthorizedAccessException)
        {
            throw Unreadable(path);
        }
    }

    /// <summary>A key for tests and measurements.</summary>
    public static TokenKey FromBytes(byte[] key) => new(key);

    /// <summary>The token of an identifier given as text.</summary>
    public Guid Compute(string domain, string within, string identifier)
    {
        Span<byte> token = stackalloc byte[TokenBytes];
        var hasher = TokenHasher.OfThread(this);
        hasher.Compute(
            Encoding.UTF8.GetBytes(domain),
            Encoding.UTF8.GetBytes(within),
            Encoding.UTF8.GetBytes(identifier),
            token
        );
        return new Guid(token, bigEndian: true);
    }

    /// <summary>A keyed state of HMAC-SHA-256.</summary>
    public IncrementalHash Keyed() => IncrementalHash.CreateHMAC(HashAlgorithmName.SHA256, _key);

    /// <summary>The canonical form: compatibility-composed, upper case, without blanks at its ends, so that spelling makes no second person.</summary>
    public static string Canonical(string identifier) =>
        identifier.Normalize(NormalizationForm.FormKC).Trim().ToUpperInvariant();

    private static void Create(string path)
    {
        Directory.CreateDirectory(System.IO.Path.GetDirectoryName(path)!);
        var temporary = path + ".new";
        var options = new FileStreamOptions { Mode = FileMode.Create, Access = FileAccess.Write };
        if (!OperatingSystem.IsWindows())
        {
            options.UnixCreateMode = UnixFileMode.UserRead | UnixFileMode.UserWrite;
        }

        using (var stream = new FileStream(temporary, options))
        {
            stream.Write(RandomNumberGenerator.GetBytes(KeyBytes));
            stream.Flush(flushToDisk: true);
        }

        File.Move(temporary, path, overwrite: false);
    }

    private static FaultException Unreadable(string path) =>
        new(new Fault(Faults.KeyUnreadable, System.IO.Path.GetFileName(path)));
}
