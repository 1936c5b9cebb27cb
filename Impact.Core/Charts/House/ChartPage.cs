using System.Text;
using Impact.Core.Catalogue;
using Impact.Core.Charts.Words;

namespace Impact.Core.Charts.House;

/// <summary>One chart in one language on one page.</summary>
internal sealed record ChartPage(
    string Chart,
    Language Language,
    PageShape Shape,
    ChartStory Story,
    ChartContext Context
)
{
    private Picture? _picture;

    /// <summary>The page, laid out once for both file formats.</summary>
    public Picture Picture => _picture ??= Frame.Compose(Story, Shape, Context, Language);

    /// <summary>The long description: headline, subtitle, what is drawn, notes and foot; one paragraph a line.</summary>
    public string Description =>
        string.Join(
            '\n',
            (string[])
                [
                    Story.Headline,
                    Story.Subtitle,
                    string.Empty,
                    .. Story.Description,
                    .. Story.Notes,
                    .. Foot.Lines(Context, Language),
                ]
        ) + "\n";

    private string Code => Language == Language.Spanish ? "es" : "en";

    private string Path => $"charts/{Chart}.{Code}.{Shape.Name}";

    /// <summary>The three files.</summary>
    public IEnumerable<ChartFile> Files()
    {
        yield return new(Path + ".svg", PictureSvg.Write(Picture, Path, Code, Story.Headline, Description));
        yield return new(Path + ".png", PicturePng.Write(Picture));
        yield return DescriptionFile();
    }

    /// <summary>The long description's file.</summary>
    public ChartFile DescriptionFile() => new(Path + ".txt", Encoding.UTF8.GetBytes(Description));
}
