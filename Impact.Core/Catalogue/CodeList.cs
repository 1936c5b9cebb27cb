namespace Impact.Core.Catalogue;

/// <summary>One code and what it means.</summary>
/// <param name="Value">The code as published, lower case.</param>
/// <param name="Label">Its meaning in plain words.</param>
public sealed record Code(string Value, BilingualText Label);

/// <summary>A closed list of codes, in the order they are shown.</summary>
/// <param name="Name">Name of the list, lower case with underscores.</param>
/// <param name="Codes">The codes; each value once.</param>
public sealed record CodeList(string Name, IReadOnlyList<Code> Codes)
{
    /// <summary>The label of a code.</summary>
    /// <exception cref="KeyNotFoundException">The list has no such code.</exception>
    public BilingualText Label(string value) =>
        Codes.FirstOrDefault(code => string.Equals(code.Value, value, StringComparison.Ordinal))?.Label
        ?? throw new KeyNotFoundException($"Code list {Name} has no such code.");

    /// <summary>Whether the list has a code.</summary>
    public bool Has(string value) => Codes.Any(code => string.Equals(code.Value, value, StringComparison.Ordinal));
}
