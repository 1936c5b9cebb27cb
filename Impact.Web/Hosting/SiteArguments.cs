namespace Impact.Web.Hosting;

/// <summary>Reads the command line. What is missing, unknown or wrong is one sentence, never a stack trace.</summary>
public static class SiteArguments
{
    /// <summary>The exit code that says the input is at fault: two.</summary>
    public const int FaultExitCode = 2;

    private const string Usage =
        "Usage: Impact.Web --releases FOLDER --trust FOLDER [--urls URL[;URL]] [--address PUBLIC-URL]";

    private static readonly string[] Own = ["releases", "trust", "urls", "address"];

    // ASP.NET Core's own host settings, which a test host passes too.
    private static readonly string[] Hosts =
    [
        "environment",
        "contentroot",
        "applicationname",
        "webroot",
        "hostbuilder",
    ];

    /// <summary>Reads <c>--name value</c> and <c>--name=value</c>.</summary>
    /// <param name="args">The arguments as given.</param>
    /// <returns>Checked options, or the fault.</returns>
    public static SiteReading Read(IReadOnlyList<string> args)
    {
        var (values, fault) = Pairs(args);
        fault ??= MissingFolder(values, "releases", "the folder of published releases");
        fault ??= MissingFolder(values, "trust", "the folder of public keys");
        fault ??= WrongUrls(values.GetValueOrDefault("urls"));
        fault ??= WrongAddress(values.GetValueOrDefault("address"));
        return fault is null ? new(Options(values), Fault: null) : new(Options: null, $"{fault} {Usage}");
    }

    /// <summary>Host options whose content root is the program's own folder, wherever it was started from.</summary>
    public static WebApplicationOptions HostOptions(string[] args) =>
        new() { Args = args, ContentRootPath = AppContext.BaseDirectory };

    private static SiteOptions Options(Dictionary<string, string> values) =>
        new(
            Path.GetFullPath(values["releases"]),
            Path.GetFullPath(values["trust"]),
            SplitUrls(values.GetValueOrDefault("urls") ?? SiteOptions.DefaultUrl),
            (values.GetValueOrDefault("address") ?? string.Empty).TrimEnd('/')
        );

    private static (Dictionary<string, string> Values, string? Fault) Pairs(IReadOnlyList<string> args)
    {
        var values = new Dictionary<string, string>(StringComparer.OrdinalIgnoreCase);
        for (var index = 0; index < args.Count; index++)
        {
            var argument = args[index];
            if (!argument.StartsWith("--", StringComparison.Ordinal))
            {
                return (values, $"Unexpected argument '{argument}'.");
            }

            var name = argument[2..].Split('=', 2)[0];
            if (!Own.Concat(Hosts).Contains(name.Split(':')[0], StringComparer.OrdinalIgnoreCase))
            {
                return (values, $"Unknown option '--{name}'.");
            }

            var inline = argument.Contains('=', StringComparison.Ordinal);
            if (!inline && (index + 1 >= args.Count || args[index + 1].StartsWith("--", StringComparison.Ordinal)))
            {
                return (values, $"Option '--{name}' needs a value.");
            }

            values[name] = inline ? argument[(name.Length + 3)..] : args[++index];
        }

        return (values, null);
    }

    private static string? MissingFolder(Dictionary<string, string> values, string name, string meaning)
    {
        if (!values.TryGetValue(name, out var folder) || string.IsNullOrWhiteSpace(folder))
        {
            return $"Option '--{name}' is missing: {meaning}.";
        }

        return Directory.Exists(folder) ? null : $"The folder of '--{name}' does not exist: {folder}.";
    }

    private static string? WrongUrls(string? urls) =>
        urls is null || (SplitUrls(urls) is { Length: > 0 } all && all.All(IsListenUrl))
            ? null
            : $"Option '--urls' must be addresses such as {SiteOptions.DefaultUrl}; encryption belongs to the proxy in front.";

    private static string[] SplitUrls(string urls) =>
        urls.Split(';', StringSplitOptions.RemoveEmptyEntries | StringSplitOptions.TrimEntries);

    private static bool IsListenUrl(string url)
    {
        try
        {
            var address = BindingAddress.Parse(url);
            return string.Equals(address.Scheme, Uri.UriSchemeHttp, StringComparison.OrdinalIgnoreCase)
                && string.IsNullOrEmpty(address.PathBase);
        }
        catch (FormatException)
        {
            return false;
        }
    }

    private static string? WrongAddress(string? address) =>
        address is null
        || (
            Uri.TryCreate(address, UriKind.Absolute, out var uri)
            && uri.Scheme is "http" or "https"
            && uri.Query.Length == 0
        )
            ? null
            : "Option '--address' must be the site's public address, for example https://impact.example.org.";
}
