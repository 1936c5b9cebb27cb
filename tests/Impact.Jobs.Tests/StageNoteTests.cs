using Impact.Core.Catalogue;
using Impact.Core.Disclosure;
using Impact.Core.Metrics;
using Impact.Jobs.Pipeline;

namespace Impact.Jobs.Tests;

/// <summary>What a stage writes down of itself is the same whoever is in the data.</summary>
[TestFixture]
internal sealed class StageNoteTests
{
    [TestCaseSource(typeof(PublishedTables), nameof(PublishedTables.OfCounts))]
    public void A_filled_cell_of_people_changes_no_note(TableSchema schema)
    {
        Assert.That(
            ControlJob.NoteOf([Raw(schema, 1)], [Shown(schema, 0)]),
            Is.EqualTo(ControlJob.NoteOf([Raw(schema, 0)], [Shown(schema, 0)]))
        );
    }

    [Test]
    public void A_row_of_money_does()
    {
        var money = PublishedTables.Register;
        Assert.That(
            ControlJob.NoteOf([Raw(money, 3)], [Shown(money, 0)]),
            Is.EqualTo("1 tables let out, 3 rows kept in")
        );
    }

    private static RawTable Raw(TableSchema schema, int rows) =>
        new(
            schema,
            [
                .. Enumerable
                    .Range(0, rows)
                    .Select(_ => new RawRow([.. schema.Columns.Select(_ => (object?)null)], Evidence: null)),
            ]
        );

    private static ControlledTable Shown(TableSchema schema, int rows) =>
        ControlledTable.Decide(
            schema,
            [
                .. Enumerable
                    .Range(0, rows)
                    .Select(_ => ((IReadOnlyList<object?>)[.. schema.Columns.Select(_ => (object?)null)], "exact")),
            ]
        );
}
