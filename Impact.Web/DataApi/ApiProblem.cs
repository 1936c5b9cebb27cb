using Impact.Core.Catalogue;
using Microsoft.AspNetCore.WebUtilities;

namespace Impact.Web.DataApi;

/// <summary>A refusal as RFC 9457 writes it, with the errors listed as the EES data set API lists them.</summary>
internal sealed record ApiProblem(
    string Type,
    string Title,
    int Status,
    string Detail,
    IReadOnlyList<ApiError> Errors,
    IReadOnlyList<ApiWarning> Warnings
)
{
    /// <summary>The media type.</summary>
    public const string MediaType = "application/problem+json";

    /// <summary>A refusal in the reader's language.</summary>
    public static ApiProblem Of(ApiRefusal refusal, Language language)
    {
        var kind = refusal.Kind;
        var detail = refusal.Detail?.In(language) ?? string.Empty;
        return new(
            "about:blank",
            ReasonPhrases.GetReasonPhrase(refusal.Status),
            refusal.Status,
            new Fault(kind, refusal.Path, detail).Message(language),
            [
                new(
                    kind.Code,
                    refusal.Path,
                    kind.What.In(language),
                    kind.Why.In(language),
                    kind.Fix.In(language),
                    detail
                ),
            ],
            []
        );
    }

    /// <summary>The language a program asks for: the best liked of English and Spanish, else English.</summary>
    public static Language LanguageOf(HttpRequest request) =>
        request
            .GetTypedHeaders()
            .AcceptLanguage.OrderByDescending(language => language.Quality ?? 1)
            .Where(language => language.Quality is not 0)
            .Select(language => language.Value.ToString().Split('-')[0].ToUpperInvariant())
            .FirstOrDefault(tag => tag is "EN" or "ES")
            is "ES"
            ? Language.Spanish
            : Language.English;
}

/// <summary>One thing that is wrong: the stable code, where, what, why it matters and how to put it right.</summary>
internal sealed record ApiError(string Code, string Path, string Message, string Why, string Fix, string Detail);

/// <summary>What a reader of an answer must know.</summary>
/// <param name="Code">Stable code.</param>
/// <param name="Path">What it is about; empty for the whole answer.</param>
/// <param name="Message">What is to be known.</param>
internal sealed record ApiWarning(string Code, string Path, BilingualText Message);
