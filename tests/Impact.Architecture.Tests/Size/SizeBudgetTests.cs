namespace Impact.Architecture.Tests.Size;

public sealed class SizeBudgetTests
{
    private const int LongestFile = 300;
    private const int UsualFile = 150;
    private const int LongestTestFile = 400;
    private const int LongestMethod = 60;
    private const int UsualMethod = 25;
    private const int MostParameters = 6;
    private const int UsualParameters = 4;

    private static readonly List<(string Path, string Text)> Product =
    [
        .. Repository.ProductFiles.Select(path => (path, Repository.Read(path))),
    ];

    [Test]
    public void A_file_is_short_enough_to_be_read_at_once()
    {
        var files = Product.Select(file => new Measured(file.Path, SourceSizes.Lines(file.Text))).ToList();

        Assert.That(Over(files, LongestFile), Is.Empty);
        Assert.That(SourceSizes.NinthDecile(files.Select(file => file.Size)), Is.AtMost(UsualFile));
    }

    [Test]
    public void A_test_file_tells_one_story()
    {
        var files = Repository.TestFiles.Select(path => new Measured(path, SourceSizes.Lines(Repository.Read(path))));

        Assert.That(Over(files, LongestTestFile), Is.Empty);
    }

    [Test]
    public void A_method_does_one_thing()
    {
        var methods = Product.SelectMany(file => SourceSizes.Methods(file.Path, file.Text)).ToList();

        Assert.That(methods, Has.Count.AtLeast(500), "methods are found at all");
        Assert.That(Over(methods, LongestMethod), Is.Empty);
        Assert.That(SourceSizes.NinthDecile(methods.Select(method => method.Size)), Is.AtMost(UsualMethod));
    }

    [Test]
    public void A_call_can_be_read_without_counting_its_arguments()
    {
        var lists = Product.SelectMany(file => SourceSizes.Parameters(file.Path, file.Text)).ToList();

        Assert.That(Over(lists, MostParameters), Is.Empty);
        Assert.That(SourceSizes.NinthDecile(lists.Select(list => list.Size)), Is.AtMost(UsualParameters));
    }

    [Test]
    public void What_is_too_long_is_seen()
    {
        var body = string.Concat(Enumerable.Repeat("        x++;\n", LongestMethod - 2));
        var source =
            "class Planted(int a, int b, int c, int d, int e, int f, int g)\n{\n    [Obsolete]\n    public void Long(int x)\n    {\n"
            + body
            + "    }\n}\n";

        Assert.That(
            Over(SourceSizes.Methods("planted", source), LongestMethod),
            Is.EqualTo((Measured[])[new("planted:4", LongestMethod + 1)])
        );
        Assert.That(
            Over(SourceSizes.Parameters("planted", source), MostParameters),
            Is.EqualTo((Measured[])[new("planted:1", MostParameters + 1)])
        );
        Assert.That(SourceSizes.Lines(source), Is.EqualTo(LongestMethod + 5));
    }

    [Test]
    public void A_record_may_hold_as_much_as_it_tells() =>
        Assert.That(
            SourceSizes.Parameters("planted", "record Row(int a, int b, int c, int d, int e, int f, int g);"),
            Is.Empty
        );

    [Test]
    public void Nine_of_ten_are_counted_from_below()
    {
        Assert.That(SourceSizes.NinthDecile(Enumerable.Range(1, 10)), Is.EqualTo(9));
        Assert.That(SourceSizes.NinthDecile([7]), Is.EqualTo(7));
        Assert.That(SourceSizes.NinthDecile([]), Is.Zero);
    }

    private static IEnumerable<Measured> Over(IEnumerable<Measured> measured, int most) =>
        measured.Where(one => one.Size > most);
}
