namespace Impact.Core.Disclosure.Budget;

/// <summary>The private files of one fund's budget, held by one writer. What a call has written is on the disk when it returns.</summary>
/// <remarks>The boundary to the disk: tests put one behind it that fails in the middle.</remarks>
internal interface IBudgetFiles : IDisposable
{
    /// <summary>The folder, for messages.</summary>
    string Place { get; }

    /// <summary>A file's bytes; null when it is not there.</summary>
    /// <param name="name">A path below the folder, with <c>/</c>.</param>
    byte[]? Read(string name);

    /// <summary>The files below a folder, whole ones only, in ordinal order; empty when it is not there.</summary>
    IReadOnlyList<string> List(string folder);

    /// <summary>Adds to the end of a file, which is made when it is not there. Interrupted, it may leave a part.</summary>
    void Append(string name, ReadOnlySpan<byte> bytes);

    /// <summary>Puts a file in place of another or of none; interrupted, the old one or the new one is there.</summary>
    void Replace(string name, ReadOnlySpan<byte> bytes);

    /// <summary>Removes a file; one that is not there is no fault.</summary>
    void Delete(string name);
}
