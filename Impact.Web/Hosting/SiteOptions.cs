namespace Impact.Web.Hosting;

/// <summary>What the site was told when it was started.</summary>
/// <param name="Releases">Full path of the folder of published releases, one folder a fund. It exists.</param>
/// <param name="Trust">Full path of the folder of public keys, one file a fund. It exists.</param>
/// <param name="Urls">Addresses to listen on, at least one.</param>
/// <param name="Address">Public address of the site without a slash at its end, for canonical links; empty: links stay relative.</param>
public sealed record SiteOptions(string Releases, string Trust, IReadOnlyList<string> Urls, string Address)
{
    /// <summary>Where the site listens when nothing is said: this machine only, port 5080.</summary>
    public const string DefaultUrl = "http://127.0.0.1:5080";
}

/// <summary>The options, or one sentence that says what is wrong with them.</summary>
/// <param name="Options">The options, or null.</param>
/// <param name="Fault">One sentence in English, or null.</param>
public sealed record SiteReading(SiteOptions? Options, string? Fault);
