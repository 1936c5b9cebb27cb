using System.Globalization;
using Impact.Core.Catalogue;

namespace Impact.Core.Intake;

/// <summary>The scan of one source file: every cell as text, every option fixed, nothing guessed.</summary>
internal static class FileScan
{
    /// <summary>One mebibyte is the longest line that is a row; a longer one has lost a quotation mark.</summary>
    private const int LongestLineBytes = 1024 * 1024;

    /// <summary>Checks the headings and writes the scan.</summary>
    /// <param name="file">The file, already surveyed.</param>
    /// <param name="headings">Its headings (a Parquet file's columns).</param>
    /// <param name="profile">What the file should be.</param>
    /// <exception cref="FaultException"><see cref="Faults.FileColumns"/>: names the columns that lack, repeat, or are not known.</exception>
    public static string Sql(SourceFile file, IReadOnlyList<string> headings, Profile profile)
    {
        RequireColumns(file.Name, headings, profile);
        if (profile.Wide is not null)
        {
            return WideScan.Sql(file, headings, profile, named => Csv(file, named, string.Empty));
        }

        var absent = profile.Columns.Where(column => !headings.Contains(column.Name, StringComparer.Ordinal));
        var empty = string.Concat(absent.Select(column => $", '' AS {SqlLiteral.Name(column.Name)}"));
        return file.IsParquet ? Parquet(file, headings, empty) : Csv(file, headings, empty);
    }

    /// <summary>How many rows one line of the file becomes: one, or in a table with a column a currency one for each.</summary>
    public static int RowsPerLine(IReadOnlyList<string> headings, Profile profile) =>
        profile.Wide is null ? 1 : headings.Count(WideLayout.IsCurrency);

    private static void RequireColumns(string name, IReadOnlyList<string> headings, Profile profile)
    {
        var lacking = profile
            .Columns.Where(column =>
                column.Needed
                && !WideScan.IsMade(column.Name, profile)
                && !headings.Contains(column.Name, StringComparer.Ordinal)
            )
            .Select(column => column.Name);
        var repeated = headings
            .GroupBy(heading => heading, StringComparer.Ordinal)
            .Where(group => group.Count() > 1)
            .Select(group => group.Key);
        var unknown = profile.OtherColumnsAllowed
            ? 0
            : headings.Count(heading =>
                profile.Columns.All(column => column.Name != heading) && !WideScan.Knows(heading, profile)
            );
        var lack = lacking.ToList();
        if (lack.Count > 0)
        {
            throw new FaultException(new Fault(Faults.FileColumns, name, $"missing: {string.Join(", ", lack)}"));
        }

        // These names are the profile's own words, so they may be told.
        var ofOthers = profile.ColumnsOfOthers.Intersect(headings, StringComparer.Ordinal).ToList();
        if (ofOthers.Count > 0)
        {
            throw new FaultException(
                new Fault(Faults.FileColumns, name, $"columns of another kind of file: {string.Join(", ", ofOthers)}")
            );
        }

        // A heading that the profile does not know may be a cell of a file without headings, so it is counted and not quoted.
        if (unknown > 0 || repeated.Any())
        {
            var detail = string.Create(
                CultureInfo.InvariantCulture,
                $"{unknown} unknown columns, {repeated.Count()} headings twice"
            );
            throw new FaultException(new Fault(Faults.FileColumns, name, detail));
        }
    }

    private static string Csv(SourceFile file, IReadOnlyList<string> headings, string empty)
    {
        var columns =
            "{" + string.Join(", ", headings.Select(heading => $"{SqlLiteral.Text(heading)}: 'VARCHAR'")) + "}";
        var path = SqlLiteral.Text(file.Path);
        // Told that lines end with two characters, the engine reads no row and says nothing; left alone it finds out.
        var newLine = file.HasCarriageReturns ? string.Empty : @"new_line = '\n', ";
        return string.Create(
            CultureInfo.InvariantCulture,
            $"""
            (SELECT *{empty} FROM read_csv({path}, auto_detect = false, header = true, delim = ',', quote = '"',
                escape = '"', {newLine}strict_mode = true, null_padding = false, ignore_errors = false,
                max_line_size = {LongestLineBytes}, columns = {columns}, force_not_null = {SqlLiteral.List(headings)}))
            """
        );
    }

    private static string Parquet(SourceFile file, IReadOnlyList<string> headings, string empty)
    {
        var texts = string.Join(
            ", ",
            headings.Select(heading =>
                $"coalesce(CAST({SqlLiteral.Name(heading)} AS VARCHAR), '') AS {SqlLiteral.Name(heading)}"
            )
        );
        return $"(SELECT {texts}{empty} FROM read_parquet({SqlLiteral.Text(file.Path)}))";
    }
}
