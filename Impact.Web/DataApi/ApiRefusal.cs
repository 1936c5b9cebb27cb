using Impact.Core.Catalogue;

namespace Impact.Web.DataApi;

/// <summary>Why a question is not answered.</summary>
/// <param name="Status">HTTP status.</param>
/// <param name="Kind">The fault.</param>
/// <param name="Path">Which part of the question: a parameter's or a part's name.</param>
/// <param name="Detail">What would do instead, or the notice of a withdrawal; may be null.</param>
internal sealed record ApiRefusal(int Status, FaultKind Kind, string Path, BilingualText? Detail = null)
{
    /// <summary>The question is wrong in itself.</summary>
    public static ApiRefusal Wrong(FaultKind kind, string path, string detail = "") =>
        new(StatusCodes.Status400BadRequest, kind, path, BilingualText.Same(detail));

    /// <summary>What is asked for is not there.</summary>
    public static ApiRefusal Absent(FaultKind kind, string path, string detail = "") =>
        new(StatusCodes.Status404NotFound, kind, path, BilingualText.Same(detail));
}

/// <summary>What was asked for, or why it is refused: exactly one of the two.</summary>
/// <param name="Value">What was asked for.</param>
/// <param name="Refusal">Why it is refused.</param>
internal readonly record struct Asked<T>(T? Value, ApiRefusal? Refusal)
    where T : class
{
    public static implicit operator Asked<T>(T value) => new(value, Refusal: null);

    public static implicit operator Asked<T>(ApiRefusal refusal) => new(Value: null, refusal);

    /// <summary>Goes on with the value, or hands the refusal on.</summary>
    public Asked<TNext> Then<TNext>(Func<T, Asked<TNext>> next)
        where TNext : class => Refusal is { } refusal ? refusal : next(Value!);
}
