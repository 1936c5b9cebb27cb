namespace Impact.Core.Rehearsal;

/// <summary>The files of a rehearsal fund, as written.</summary>
/// <param name="Folder">The folder they are in.</param>
/// <param name="FundFile">Path of <c>fund.json</c>.</param>
/// <param name="Sheets">The nine sheets of the input layout, in its order.</param>
public sealed record RehearsalFiles(string Folder, string FundFile, IReadOnlyList<RehearsalSheet> Sheets)
{
    /// <summary>The sheet of a name, for example <c>gifts</c>.</summary>
    /// <exception cref="KeyNotFoundException">The layout has no such sheet.</exception>
    public RehearsalSheet Sheet(string name) =>
        Sheets.FirstOrDefault(sheet => string.Equals(sheet.Name, name, StringComparison.Ordinal))
        ?? throw new KeyNotFoundException($"The input layout has no sheet {name}.");
}

/// <summary>One sheet as a CSV file.</summary>
/// <param name="Name">Name of the sheet in the input layout, for example <c>fund_entries</c>.</param>
/// <param name="Path">Path of the file.</param>
/// <param name="Rows">Rows below the heading; 0 where a fund of this size has none (a fund without households has no services).</param>
public sealed record RehearsalSheet(string Name, string Path, long Rows);
