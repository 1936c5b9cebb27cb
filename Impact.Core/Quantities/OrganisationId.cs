namespace Impact.Core.Quantities;

/// <summary>The identifier of an organisation, as its register writes it, for example <c>US-EIN-640000000</c>.</summary>
/// <remarks>Shape: register code, a hyphen, the register's number (org-id.guide). A fund's own register has the form <c>XI-…</c> or <c>impact-…</c>.</remarks>
public sealed record OrganisationId
{
    /// <summary>No identifier is longer than one hundred characters.</summary>
    public const int LongestLength = 100;

    private OrganisationId(string value) => Value = value;

    /// <summary>The identifier's text: 1 to 100 characters, letters, digits, <c>.</c>, <c>_</c>, <c>:</c> and <c>-</c>.</summary>
    public string Value { get; }

    /// <summary>Reads an identifier.</summary>
    /// <exception cref="ArgumentException">The text is empty, longer than 100 characters, or has another character.</exception>
    public static OrganisationId Parse(string text) =>
        IsValid(text) ? new(text) : throw new ArgumentException("Not an organisation identifier.", nameof(text));

    /// <summary>Whether a text has the shape of an identifier.</summary>
    public static bool IsValid(string? text) =>
        text is { Length: > 0 and <= LongestLength }
        && text.All(letter => char.IsAsciiLetterOrDigit(letter) || letter is '.' or '_' or ':' or '-');

    /// <summary>The identifier as a name of a file or a page: lower case, other signs as hyphens.</summary>
    public string ToSlug() =>
        new([.. Value.Select(letter => char.IsAsciiLetterOrDigit(letter) ? char.ToLowerInvariant(letter) : '-')]);

    /// <inheritdoc />
    public override string ToString() => Value;
}
