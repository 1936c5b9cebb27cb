namespace Impact.Architecture.Tests.House;

public sealed class FolderNameTests
{
    // Names that say what files are and not what they are about; anything fits in, so everything ends there.
    private static readonly string[] Forbidden =
    [
        "Common",
        "Shared",
        "Utils",
        "Utilities",
        "Helpers",
        "Models",
        "Services",
        "Interfaces",
        "Managers",
        "Infrastructure",
    ];

    [Test]
    public void Folders_are_named_after_the_journey_of_the_data() => Assert.That(Nameless(Repository.Files), Is.Empty);

    [Test]
    public void A_folder_that_anything_fits_in_is_seen() =>
        Assert.That(
            Nameless(["Impact.Core/Ledger/Gift.cs", "Impact.Web/helpers/Dates.cs"]),
            Is.EqualTo((string[])["Impact.Web/helpers/Dates.cs"])
        );

    private static IEnumerable<string> Nameless(IEnumerable<string> files) =>
        files.Where(path =>
            path.Split('/')[..^1].Any(folder => Forbidden.Contains(folder, StringComparer.OrdinalIgnoreCase))
        );
}
