namespace Impact.Core;

/// <summary>The data directory: private ledgers and keys, public releases, and the public keys to check them with.</summary>
/// <param name="Path">The directory, <c>D</c>.</param>
internal sealed record DataFolder(string Path)
{
    /// <summary>Ledgers, keys and everything else that never leaves.</summary>
    public string Private => System.IO.Path.Combine(Path, "private");

    /// <summary>Releases, a folder a fund.</summary>
    public string Public => System.IO.Path.Combine(Path, "public");

    /// <summary>Public keys, a file a fund.</summary>
    public string Trust => System.IO.Path.Combine(Path, "trust");

    /// <summary>The folder of a fund's ledger and description.</summary>
    public string Fund(string fund) => System.IO.Path.Combine(Private, "funds", fund);

    /// <summary>A fund's description.</summary>
    public string Description(string fund) => System.IO.Path.Combine(Fund(fund), "fund.json");

    /// <summary>A fund's token key. It lies apart from the ledger, so that a copy of one is not a copy of both.</summary>
    public string TokenKey(string fund) => System.IO.Path.Combine(Private, "keys", fund + ".token");

    /// <summary>A fund's ledger.</summary>
    public string Ledger(string fund) => System.IO.Path.Combine(Fund(fund), "ledger");

    /// <summary>A fund's privacy budget, its noisy results and frozen counts.</summary>
    public string Budget(string fund) => System.IO.Path.Combine(Private, "budget", fund);

    /// <summary>What the stages of one pipeline run hand on.</summary>
    public string Run(string run) => System.IO.Path.Combine(Private, "runs", run);
}
