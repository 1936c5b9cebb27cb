namespace Impact.Core.Releases;

/// <summary>Reads files of which nothing is known yet: one that cannot be read is as one that is not there.</summary>
internal static class ReadableFile
{
    /// <summary>The bytes of a file; null where it is missing, is a folder, or may not be read.</summary>
    public static byte[]? Bytes(params ReadOnlySpan<string> path)
    {
        var file = Path.Combine(path);
        try
        {
            return File.Exists(file) ? File.ReadAllBytes(file) : null;
        }
        catch (Exception error) when (error is IOException or UnauthorizedAccessException)
        {
            return null;
        }
    }
}
