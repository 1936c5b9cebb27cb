using Impact.Core.Catalogue;
using Impact.Web.Reading;
using Impact.Web.Wording;
using Microsoft.AspNetCore.Components;

namespace Impact.Web.Pages;

/// <summary>What stands in the head of a page and around its content.</summary>
/// <param name="Title">The page's own title, without the fund and the site.</param>
/// <param name="Description">One sentence for search engines and previews.</param>
/// <param name="Fund">The fund the page is about, or null.</param>
/// <param name="Section">Which entry of the fund’s navigation is current, for example <c>data</c>; empty for none.</param>
public sealed record PageHead(
    BilingualText Title,
    BilingualText Description,
    FundReading? Fund = null,
    string Section = ""
);

/// <summary>A page ready to be printed: a component with its model.</summary>
/// <param name="Component">The page's component; it takes the parameters <c>Head</c> and <c>Model</c>.</param>
/// <param name="Head">What stands in its head.</param>
/// <param name="Model">What it shows.</param>
internal sealed record Page(Type Component, PageHead Head, object Model)
{
    /// <summary>The HTTP status it is sent with; 200 unless it says that something is not there.</summary>
    public int Status { get; init; } = StatusCodes.Status200OK;
}

/// <summary>A piece of a page. It knows its reader.</summary>
public abstract class PagePart : ComponentBase
{
    /// <summary>The reader: language and place on the site.</summary>
    [CascadingParameter]
    public required Reader Reader { get; set; }
}

/// <summary>A whole page.</summary>
/// <typeparam name="TModel">What the page shows.</typeparam>
public abstract class PageView<TModel> : ComponentBase
    where TModel : class
{
    /// <summary>What stands in the head.</summary>
    [Parameter, EditorRequired]
    public required PageHead Head { get; set; }

    /// <summary>What the page shows.</summary>
    [Parameter, EditorRequired]
    public required TModel Model { get; set; }

    /// <summary>The reader: language and place on the site.</summary>
    [Parameter, EditorRequired]
    public required Reader Reader { get; set; }

    /// <summary>The text in the reader's language.</summary>
    protected string Say(string en, string es) => Reader.Say(en, es);
}
