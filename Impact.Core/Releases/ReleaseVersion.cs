using System.Globalization;

namespace Impact.Core.Releases;

/// <summary>A version number of three parts, each 0 to 999,999, without leading zeros.</summary>
internal readonly record struct ReleaseVersion(int Major, int Minor, int Patch)
{
    private const int Parts = 3;

    /// <summary>A part has at most six digits.</summary>
    private const int LongestPart = 6;

    /// <summary>The version every fund starts with.</summary>
    public static ReleaseVersion First => new(1, 0, 0);

    /// <summary>The version after this one when something was removed, withdrawn or defined anew.</summary>
    public ReleaseVersion NextMajor => new(Major + 1, 0, 0);

    /// <summary>The version after this one when errors were corrected and nothing else.</summary>
    public ReleaseVersion NextPatch => new(Major, Minor, Patch + 1);

    /// <summary>The version after this one when figures were added or changed.</summary>
    public ReleaseVersion NextMinor => new(Major, Minor + 1, 0);

    /// <summary>Reads a version; false for whatever is not written exactly as <see cref="ToString"/> writes it.</summary>
    public static bool TryParse(string? text, out ReleaseVersion version)
    {
        version = default;
        var parts = text?.Split('.') ?? [];
        if (parts.Length != Parts || !parts.All(IsPart))
        {
            return false;
        }

        var numbers = parts.Select(part => int.Parse(part, NumberStyles.None, CultureInfo.InvariantCulture)).ToArray();
        version = new(numbers[0], numbers[1], numbers[2]);
        return true;
    }

    /// <summary>Reads a version that is known to be one.</summary>
    /// <exception cref="FormatException">It is none.</exception>
    public static ReleaseVersion Parse(string text) =>
        TryParse(text, out var version) ? version : throw new FormatException("This is no version of a release.");

    /// <summary>Whether this version is older than the other.</summary>
    public bool IsBefore(ReleaseVersion other) =>
        (Major, Minor, Patch).CompareTo((other.Major, other.Minor, other.Patch)) < 0;

    /// <inheritdoc />
    public override string ToString() => string.Create(CultureInfo.InvariantCulture, $"{Major}.{Minor}.{Patch}");

    private static bool IsPart(string part) =>
        part.Length is > 0 and <= LongestPart && part.All(char.IsAsciiDigit) && (part.Length == 1 || part[0] != '0');
}
