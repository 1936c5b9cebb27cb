namespace Impact.Core.Releases;

/// <summary>The only names a release may use for funds, files and charts; whatever else is asked for is not there.</summary>
internal static class ReleaseNames
{
    public const string Manifest = "manifest.json";
    public const string ManifestSignature = "manifest.sig";
    public const string Index = "index.json";
    public const string IndexSignature = "index.sig";
    public const string HandOvers = "hand-overs.txt";
    public const string Tombstone = "tombstone.json";
    public const string TombstoneSignature = "tombstone.sig";
    public const string DataPackage = "datapackage.json";
    public const string ReadMe = "README.md";
    public const string Database = "release.duckdb";

    /// <summary>A fund's identifier has at most sixty characters.</summary>
    private const int LongestFund = 60;

    /// <summary>A path inside a release has at most two hundred characters.</summary>
    private const int LongestPath = 200;

    /// <summary>SHA-256 in hexadecimal has sixty-four digits.</summary>
    private const int DigestDigits = 64;

    /// <summary>Whether a text is a fund's identifier: lower case letters, digits and hyphens, not starting with a hyphen.</summary>
    public static bool IsFund(string? name) =>
        name is { Length: > 0 and <= LongestFund }
        && name[0] != '-'
        && name.All(letter => IsLowerOrDigit(letter) || letter == '-');

    /// <summary>Whether a text is a path inside a release: plain segments with forward slashes, none starting with a point.</summary>
    public static bool IsFilePath(string? path) =>
        path is { Length: > 0 and <= LongestPath } && path.Split('/').All(IsFileName);

    /// <summary>Whether a text is a SHA-256 digest: sixty-four lower-case hexadecimal digits.</summary>
    public static bool IsDigest(string? text) =>
        text is { Length: DigestDigits } && text.All(char.IsAsciiHexDigitLower);

    /// <summary>Path of a table's text form.</summary>
    public static string Csv(string table) => $"data/{table}.csv";

    /// <summary>Path of a table's Parquet form.</summary>
    public static string Parquet(string table) => $"data/{table}.parquet";

    /// <summary>Whether a path is a table's Parquet form.</summary>
    public static bool IsParquet(string path) => path.EndsWith(".parquet", StringComparison.Ordinal);

    private static bool IsFileName(string name) =>
        name.Length > 0
        && name[0] != '.'
        && name.All(letter => char.IsAsciiLetterOrDigit(letter) || letter is '-' or '_' or '.');

    private static bool IsLowerOrDigit(char letter) => char.IsAsciiLetterLower(letter) || char.IsAsciiDigit(letter);
}
