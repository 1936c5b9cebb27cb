using Impact.Core.Catalogue;

namespace Impact.Testing.Ledgers;

/// <summary>The fund that generated ledgers belong to.</summary>
internal static class TestFunds
{
    public const string Partner = "XI-TEST-1";

    public const string OtherPartner = "XI-TEST-2";

    /// <summary>A designation that is for <see cref="Partner"/> alone.</summary>
    public const string PartnerOnly = "for-one";

    /// <summary>A designation that any partner may serve.</summary>
    public const string LegalHelp = "legal-help";

    public static FundDescription Plain { get; } =
        new()
        {
            Id = "test-fund",
            Name = BilingualText.Same("Test fund"),
            Purpose = BilingualText.Same("To be tested."),
            Currency = "USD",
            Fiction = true,
            Organisations = [new(Partner, "One", "national_ngo"), new(OtherPartner, "Two", "foundation")],
            Designations =
            [
                new(LegalHelp, BilingualText.Same("Legal help")),
                new(PartnerOnly, BilingualText.Same("One"), Partner),
            ],
        };

    /// <summary>The same fund, all of whose sources are public.</summary>
    public static FundDescription FromPublicSources { get; } =
        Plain with
        {
            Sources = [new("source", "A source", "none stated", "Somebody", "https://example.org")],
        };
}
