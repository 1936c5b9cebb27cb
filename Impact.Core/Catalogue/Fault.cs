using System.Globalization;

namespace Impact.Core.Catalogue;

/// <summary>Bad input or a state at fault, as a value: what, where, why and how to put it right. It never quotes a record.</summary>
/// <param name="Kind">Which fault, with its texts.</param>
/// <param name="Path">Where: a file name, an option, a fund, a rule, a column; never a cell's content.</param>
/// <param name="Detail">A count, a line number, an amount of the fund or a list of codes that helps; may be empty.</param>
public sealed record Fault(FaultKind Kind, string Path, string Detail = "")
{
    /// <summary>The stable code, for example <c>profile-unknown</c>.</summary>
    public string Code => Kind.Code;

    /// <summary>The whole message in a language, one to three sentences.</summary>
    public string Message(Language language)
    {
        var detail = Detail.Length == 0 ? string.Empty : string.Create(CultureInfo.InvariantCulture, $" ({Detail})");
        return $"{Path}: {Kind.What.In(language)}{detail}. {Kind.Why.In(language)} {Kind.Fix.In(language)}";
    }
}

/// <summary>One kind of fault of the catalogue <see cref="Faults"/>.</summary>
/// <param name="Code">Stable code, lower case with hyphens.</param>
/// <param name="What">What is wrong, without a full stop.</param>
/// <param name="Why">Why it matters, a sentence.</param>
/// <param name="Fix">What to do, a sentence.</param>
public sealed record FaultKind(string Code, BilingualText What, BilingualText Why, BilingualText Fix);

/// <summary>A fault on its way out of a room that cannot go on; the program's door turns it into exit code 2 and its message.</summary>
public sealed class FaultException : Exception
{
    /// <summary>Carries one fault.</summary>
    public FaultException(Fault fault)
        : base(fault.Message(Language.English)) => Fault = fault;

    /// <summary>The fault.</summary>
    public Fault Fault { get; }
}
