namespace Impact.Core.Releases.Gifts;

/// <summary>The page of every release that checks a gift without a network: one file, the same bytes everywhere.</summary>
internal static class CheckPage
{
    private const string Resource = "pages/check.html";

    /// <summary>The page, UTF-8.</summary>
    public static byte[] Bytes { get; } = Read();

    private static byte[] Read()
    {
        using var stream =
            typeof(CheckPage).Assembly.GetManifestResourceStream(Resource)
            ?? throw new FileNotFoundException("No such page.", Resource);
        using var memory = new MemoryStream();
        stream.CopyTo(memory);
        return memory.ToArray();
    }
}
