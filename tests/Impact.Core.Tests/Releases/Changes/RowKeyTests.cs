using CsCheck;
using Impact.Core.Catalogue;
using Impact.Core.Releases.Changes;

namespace Impact.Core.Tests.Releases.Changes;

/// <summary>A row's key as text: it is read back, and no two rows share one.</summary>
internal sealed class RowKeyTests
{
    private static readonly Gen<string> Names = Gen.String[Gen.Char["ab;= \\"], 1, 8];

    [Test]
    public void Whatever_a_cell_holds_its_key_reads_back() =>
        Gen.Select(Names, Names)
            .Sample(pair =>
            {
                var key = RowKey.Of(Giver(pair.Item1, pair.Item2));
                Assert.That(
                    RowKey.Parts(key).Where(part => part.Column is "giver" or "year"),
                    Is.EqualTo([("giver", pair.Item1), ("year", pair.Item2)])
                );
            });

    [Test]
    public void Two_rows_that_would_read_alike_without_marks_have_two_keys() =>
        Assert.That(RowKey.Of(Giver("a; year=b", "c")), Is.Not.EqualTo(RowKey.Of(Giver("a", "b; year=c"))));

    private static TableRow Giver(string giver, string year) =>
        SampleTables
            .Table(
                PublishedTables.Contributions,
                [
                    SampleTables.Row([
                        SampleTables.Fund,
                        "organisation",
                        giver,
                        year,
                        new DateOnly(2020, 1, 1),
                        new DateOnly(2020, 12, 31),
                        "received",
                        .. SampleTables.Amount(1),
                    ]),
                ]
            )
            .Rows.Single();
}
