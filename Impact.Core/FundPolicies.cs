using System.Security.Cryptography;
using Impact.Core.Catalogue;
using Impact.Core.Disclosure;
using Impact.Core.Disclosure.Budget;
using Impact.Core.Releases;

namespace Impact.Core;

/// <summary>
/// The disclosure policies of the funds: a fund's own lie in its private folder, each under its digest, and are never edited or removed, so
/// that every release can be computed again under the policy that its manifest names.
/// </summary>
internal sealed class FundPolicies(DataFolder data)
{
    /// <summary>The policy that holds for a fund now: its own, or where its file names none the one shipped with Impact.</summary>
    /// <exception cref="FaultException"><see cref="Faults.PolicyUnknown"/>: protection fails closed.</exception>
    public DisclosurePolicy Of(FundDescription fund) =>
        fund.Policy is not { } name ? DisclosurePolicy.Default
        : FundDescription.DigestOfPolicy(name) is { } digest ? Read(fund.Id, digest)
        : throw new FaultException(new Fault(Faults.PolicyUnknown, fund.Id, name));

    /// <summary>The policy with a digest: the one shipped, or one that the fund has kept.</summary>
    /// <exception cref="FaultException"><see cref="Faults.PolicyUnknown"/>.</exception>
    public DisclosurePolicy Find(string fund, string sha256) =>
        sha256 == DisclosurePolicy.Default.Sha256 ? DisclosurePolicy.Default : Read(fund, sha256);

    /// <summary>Keeps a policy for as long as the fund's folder is kept.</summary>
    public void Keep(string fund, DisclosurePolicy policy)
    {
        if (TryRead(fund, policy.Sha256) is null)
        {
            var path = PathOf(fund, policy.Sha256);
            Directory.CreateDirectory(Path.GetDirectoryName(path)!);
            DurableFile.Replace(path, policy.File.ToArray(), onlyOwner: true);
        }
    }

    /// <summary>Reads a fund's own policy file anywhere: one that somebody signs for.</summary>
    /// <exception cref="FaultException"><see cref="Faults.FileUnreadable"/> or <see cref="Faults.PolicyFile"/> with the place in the file.</exception>
    public static DisclosurePolicy ReadFile(string path)
    {
        var name = Path.GetFileName(path);
        try
        {
            var policy = DisclosurePolicy.Read(File.ReadAllBytes(path));
            return policy.IsSigned
                ? policy
                : throw new FaultException(new Fault(Faults.PolicyFile, name, "signedBy, signedOn: a name and a day"));
        }
        catch (InvalidDataException error)
        {
            throw new FaultException(new Fault(Faults.PolicyFile, name, error.Message));
        }
        catch (Exception error) when (error is IOException or UnauthorizedAccessException)
        {
            throw new FaultException(new Fault(Faults.FileUnreadable, name));
        }
    }

    /// <summary>Gives a fund a new version of its policy. What was drawn, and what is being drawn, stays as it was promised.</summary>
    /// <param name="fund">The fund.</param>
    /// <param name="path">The policy file.</param>
    /// <exception cref="FaultException">The file is not right, its name and version belong to another one, or it touches the unit or a running series.</exception>
    public DisclosurePolicy Change(FundDescription fund, string path)
    {
        var policy = ReadFile(path);
        RequireNewVersion(fund.Id, policy);
        RequireUntouchedSeries(fund, policy);
        Keep(fund.Id, policy);
        new FundRegister(data).Save(fund with { Policy = FundDescription.NameOfPolicy(policy.Sha256) });
        return policy;
    }

    /// <summary>A version is one file: the same name and version with other bytes would say two things under one name.</summary>
    public void RequireNewVersion(string fund, DisclosurePolicy policy)
    {
        if (Kept(fund).Append(DisclosurePolicy.Default).Any(IsOther))
        {
            throw new FaultException(new Fault(Faults.PolicyVersion, fund, $"{policy.Id} {policy.Version}"));
        }

        bool IsOther(DisclosurePolicy kept) =>
            kept.Id == policy.Id && kept.Version == policy.Version && kept.Sha256 != policy.Sha256;
    }

    private void RequireUntouchedSeries(FundDescription fund, DisclosurePolicy policy)
    {
        if (!File.Exists(Path.Combine(data.Budget(fund.Id), BudgetFileNames.Chain)))
        {
            return;
        }

        using var counts = Opened(fund, policy);
        var touched = counts
            .Account.Series.Where(running => counts.Plan.Series.All(series => series.Terms != running))
            .Select(running => running.Series)
            .ToList();
        if (touched.Count > 0)
        {
            throw new FaultException(new Fault(Faults.PolicySeries, fund.Id, string.Join(", ", touched)));
        }
    }

    /// <summary>The fund's budget under a policy: its ledger itself says whether lifetime and unit are those it was opened with.</summary>
    private FundCounts Opened(FundDescription fund, DisclosurePolicy policy)
    {
        try
        {
            return FundCounts.Open(data, fund, policy) ?? throw new FaultException(Other());
        }
        catch (FaultException error) when (error.Fault.Kind == Faults.BudgetTerms)
        {
            throw new FaultException(Other());
        }

        Fault Other() => new(Faults.PolicySeries, fund.Id, "lifetime, unit");
    }

    private IEnumerable<DisclosurePolicy> Kept(string fund)
    {
        var folder = Path.GetDirectoryName(PathOf(fund, string.Empty))!;
        return Directory.Exists(folder)
            ? Directory
                .EnumerateFiles(folder, "*.json")
                .Select(path => TryRead(fund, Path.GetFileNameWithoutExtension(path)))
                .OfType<DisclosurePolicy>()
            : [];
    }

    private DisclosurePolicy Read(string fund, string sha256) =>
        TryRead(fund, sha256) ?? throw new FaultException(new Fault(Faults.PolicyUnknown, fund, sha256));

    /// <summary>A kept policy; null where there is none of this digest, or its bytes are others.</summary>
    private DisclosurePolicy? TryRead(string fund, string sha256)
    {
        if (!ReleaseNames.IsDigest(sha256) || !File.Exists(PathOf(fund, sha256)))
        {
            return null;
        }

        var file = File.ReadAllBytes(PathOf(fund, sha256));
        return Convert.ToHexStringLower(SHA256.HashData(file)) == sha256 ? DisclosurePolicy.Read(file) : null;
    }

    private string PathOf(string fund, string sha256) =>
        Path.Combine(data.Fund(fund), FundDescription.NameOfPolicy(sha256));
}
