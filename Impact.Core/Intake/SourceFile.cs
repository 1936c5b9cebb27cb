using Impact.Core.Catalogue;

namespace Impact.Core.Intake;

/// <summary>A file as it lies outside: its digest, its headings and its lines, read once as a stream and never copied.</summary>
internal sealed record SourceFile
{
    /// <summary>One mebibyte is read at a time.</summary>
    private const int BufferBytes = 1024 * 1024;

    private SourceFile(string path, FileSurvey survey)
    {
        Path = path;
        Sha256 = survey.Sha256;
        Headings = survey.Headings;
        LineBreaks = survey.LineBreaks;
        HasCarriageReturns = survey.HasCarriageReturns;
        BlankLines = survey.BlankLines;
    }

    /// <summary>Full path.</summary>
    public string Path { get; }

    /// <summary>The file's name, for messages.</summary>
    public string Name => System.IO.Path.GetFileName(Path);

    /// <summary>SHA-256 of all bytes, lower-case hexadecimal.</summary>
    public string Sha256 { get; }

    /// <summary>The headings of the first line, in order; none for Parquet.</summary>
    public IReadOnlyList<string> Headings { get; }

    /// <summary>Line feeds in the whole file; more than rows when cells hold line breaks.</summary>
    public long LineBreaks { get; }

    /// <summary>Whether lines end with a carriage return and a line feed.</summary>
    public bool HasCarriageReturns { get; }

    /// <summary>Lines without anything on them, also those inside cells: the engine passes over the former.</summary>
    public long BlankLines { get; }

    /// <summary>Whether the file is Parquet, which has no lines.</summary>
    public bool IsParquet => HasEnding(Path, ".parquet");

    /// <summary>Whether the file is an XML document, whose rows must be unfolded first.</summary>
    public bool IsXml => HasEnding(Path, ".xml");

    /// <summary>Reads a file through once.</summary>
    /// <exception cref="FaultException">
    /// <see cref="Faults.FileUnreadable"/>, <see cref="Faults.FileEmpty"/>, or <see cref="Faults.FileBroken"/> with what is broken and where.
    /// </exception>
    public static SourceFile Open(string path)
    {
        var name = System.IO.Path.GetFileName(path);
        try
        {
            using var stream = new FileStream(
                path,
                FileMode.Open,
                FileAccess.Read,
                FileShare.Read,
                BufferBytes,
                FileOptions.SequentialScan
            );
            var survey = new FileSurvey(isText: !HasEnding(path, ".parquet"), isOfRows: !HasEnding(path, ".xml"));
            var buffer = new byte[BufferBytes];
            for (var count = stream.Read(buffer); count > 0; count = stream.Read(buffer))
            {
                survey.Read(buffer.AsSpan(0, count));
            }

            survey.End(name);
            return new(System.IO.Path.GetFullPath(path), survey);
        }
        catch (Exception error) when (error is IOException or UnauthorizedAccessException or ArgumentException)
        {
            throw new FaultException(new Fault(Faults.FileUnreadable, name.Length == 0 ? "file" : name));
        }
    }

    private static bool HasEnding(string path, string ending) =>
        System.IO.Path.GetExtension(path).Equals(ending, StringComparison.OrdinalIgnoreCase);
}
