using System.Security.Cryptography;
using Impact.Core.Catalogue;

namespace Impact.Core.Releases.Gifts;

/// <summary>
/// The two keys of a fund's gift proofs, thirty-two bytes each, made once and never changed: the receipt key, from which every donor's code
/// follows, and the proof key, which orders and fills the trees. A fund that once had keys never silently gets others.
/// </summary>
internal sealed class GiftKeys
{
    /// <summary>Thirty-two bytes; that is, 256 bits.</summary>
    public const int KeyBytes = 32;

    private const UnixFileMode OwnerOnly = UnixFileMode.UserRead | UnixFileMode.UserWrite | UnixFileMode.UserExecute;

    private GiftKeys(byte[] receipt, byte[] proof)
    {
        Receipt = receipt;
        Proof = proof;
    }

    /// <summary>The receipt key.</summary>
    public byte[] Receipt { get; }

    /// <summary>The proof key.</summary>
    public byte[] Proof { get; }

    /// <summary>Where a fund's receipt key is kept.</summary>
    public static string ReceiptPath(string dataFolder, string fund) => PathOf(dataFolder, fund, ".receipt");

    /// <summary>Where a fund's proof key is kept.</summary>
    public static string ProofPath(string dataFolder, string fund) => PathOf(dataFolder, fund, ".proof");

    /// <summary>Keys for tests and measurements.</summary>
    public static GiftKeys FromBytes(byte[] receipt, byte[] proof) => new(receipt, proof);

    /// <summary>A fund's keys; made when the fund never had any.</summary>
    /// <exception cref="FaultException"><see cref="Faults.KeyUnreadable"/>: a key is missing, damaged or another than the fund's.</exception>
    public static GiftKeys Open(string dataFolder, string fund)
    {
        var (receipt, proof) = (ReceiptPath(dataFolder, fund), ProofPath(dataFolder, fund));
        var seal = SealPath(dataFolder, fund);
        if (!File.Exists(seal) && !HasPublished(dataFolder, fund))
        {
            // Stopped between the two, the next run goes on: what is there is kept.
            Make(receipt);
            Make(proof);
        }

        var keys = new GiftKeys(Read(receipt), Read(proof));
        var known = SHA256.HashData([.. GiftDerivation.Fields("gift-keys", fund), .. keys.Receipt, .. keys.Proof]);
        if (!File.Exists(seal))
        {
            Directory.CreateDirectory(Path.GetDirectoryName(seal)!);
            DurableFile.Replace(seal, known, onlyOwner: true);
        }
        else if (!CryptographicOperations.FixedTimeEquals(File.ReadAllBytes(seal), known))
        {
            throw new FaultException(new(Faults.KeyUnreadable, receipt));
        }

        return keys;
    }

    /// <summary>A digest of both keys beside the ledger: it says which keys are the fund's, and opens nothing.</summary>
    private static string SealPath(string dataFolder, string fund) =>
        Path.Combine(dataFolder, "private", "funds", RequireFund(fund), "gift-keys.sha256");

    private static string PathOf(string dataFolder, string fund, string ending) =>
        Path.Combine(dataFolder, "private", "keys", RequireFund(fund) + ending);

    private static bool HasPublished(string dataFolder, string fund)
    {
        var folder = Path.Combine(dataFolder, "public", fund);
        return Directory.Exists(folder)
            && Directory
                .EnumerateDirectories(folder)
                .Any(release => Directory.Exists(Path.Combine(release, GiftPaths.Folder)) && IsVersion(release));
    }

    private static bool IsVersion(string release) => ReleaseVersion.TryParse(Path.GetFileName(release), out _);

    private static void Make(string path)
    {
        if (File.Exists(path))
        {
            return;
        }

        var folder = Path.GetDirectoryName(path)!;
        if (OperatingSystem.IsWindows())
        {
            Directory.CreateDirectory(folder);
        }
        else
        {
            Directory.CreateDirectory(folder, OwnerOnly);
        }

        DurableFile.Replace(path, RandomNumberGenerator.GetBytes(KeyBytes), onlyOwner: true);
    }

    private static byte[] Read(string path)
    {
        try
        {
            var key = File.ReadAllBytes(path);
            return key.Length == KeyBytes ? key : throw new FaultException(new(Faults.KeyUnreadable, path));
        }
        catch (Exception error) when (error is IOException or UnauthorizedAccessException)
        {
            throw new FaultException(new(Faults.KeyUnreadable, path));
        }
    }

    private static string RequireFund(string fund) =>
        ReleaseNames.IsFund(fund) ? fund : throw new FaultException(new(Faults.FundUnknown, "fund"));
}
