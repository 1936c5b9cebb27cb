namespace Impact.Core.Catalogue;

/// <summary>The worked example of a card: a few rows of the books, and what the published table shows for them. A test runs each.</summary>
/// <param name="Card">Identifier of the card.</param>
/// <param name="CutOff">Last day that counts.</param>
/// <param name="Remark">What to notice; may be empty.</param>
/// <param name="Given">The books: entries, and what partners state.</param>
/// <param name="Table">The published table.</param>
/// <param name="Shown">Rows of it, by some of its columns; amounts of columns in minor units stand in major units without the suffix.</param>
public sealed record WorkedExample(
    string Card,
    DateOnly CutOff,
    string Remark,
    IReadOnlyList<ExampleTable> Given,
    string Table,
    ExampleTable Shown
);

/// <summary>A table of texts as a document shows it.</summary>
/// <param name="Columns">Names of columns.</param>
/// <param name="Rows">Rows with as many cells; an empty cell is no value.</param>
public sealed record ExampleTable(IReadOnlyList<string> Columns, IReadOnlyList<IReadOnlyList<string>> Rows);
