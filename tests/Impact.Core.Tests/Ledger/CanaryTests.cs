using System.Globalization;
using System.Text;

namespace Impact.Core.Tests.Ledger;

/// <summary>Identifiers of people never reach the disk: every byte under the fund's folder is searched for them.</summary>
[TestFixture]
internal sealed class CanaryTests
{
    private const string Canary = "canary-7f3a";
    private const int Rows = 300_000;

    [Test]
    public void No_identifier_of_a_person_is_in_any_file_of_the_ledger()
    {
        using var desk = new LoadDesk();
        var outside = Directory.CreateTempSubdirectory("impact-canary").FullName;
        try
        {
            var file = Path.Combine(outside, "gifts.csv");
            WriteGifts(file);
            desk.Load(file);
            Assert.Multiple(() =>
            {
                Assert.That(desk.Count("entry"), Is.EqualTo(Rows));
                Assert.That(FilesWith(desk.Folder, Canary), Is.Empty);
                Assert.That(
                    FilesWith(outside, Canary),
                    Is.EqualTo(new[] { "gifts.csv" }),
                    "the search finds what is there"
                );
            });
        }
        finally
        {
            Directory.Delete(outside, recursive: true);
        }
    }

    [Test]
    public void The_name_of_an_individual_in_the_column_of_organisations_is_not_kept()
    {
        using var desk = new LoadDesk();
        desk.Load(desk.WriteGifts("a,d,individual,Canary Person,2020-01-02,2020-01-02,5.00,USD,,,,"));
        Assert.That(desk.Query("SELECT giver FROM entry", row => row.Text("giver")).Single(), Is.Null);
    }

    private static void WriteGifts(string path)
    {
        using var writer = new StreamWriter(
            path,
            append: false,
            new UTF8Encoding(encoderShouldEmitUTF8Identifier: false)
        );
        writer.Write(LoadDesk.GiftHeading + "\n");
        for (var row = 0; row < Rows; row++)
        {
            var number = row.ToString(CultureInfo.InvariantCulture);
            writer.Write(LoadDesk.Gift("t" + number, donor: $"{Canary}-{number}@example.org") + "\n");
        }
    }

    private static List<string> FilesWith(string folder, string text)
    {
        var wanted = Encoding.UTF8.GetBytes(text);
        return
        [
            .. Directory
                .EnumerateFiles(folder, "*", SearchOption.AllDirectories)
                .Where(file => File.ReadAllBytes(file).AsSpan().IndexOf(wanted) >= 0)
                .Select(file => Path.GetFileName(file)),
        ];
    }
}
