using System.Text;
using System.Text.Json;
using Impact.Core.Catalogue;
using Impact.Core.Disclosure;
using Impact.Core.Intake;
using Impact.Core.Releases;
using Impact.Core.Releases.Gifts;

namespace Impact.Core;

/// <summary>The funds of a data directory: made once, described by their file, found by any name a source knows them by.</summary>
internal sealed class FundRegister(DataFolder data)
{
    private const int LongestId = 60;

    /// <summary>Identifiers of all funds, in ordinal order.</summary>
    public IReadOnlyList<string> Ids
    {
        get
        {
            var folder = Path.Combine(data.Private, "funds");
            return Directory.Exists(folder)
                ?
                [
                    .. Directory
                        .GetDirectories(folder)
                        .Select(path => Path.GetFileName(path))
                        .Where(id => File.Exists(data.Description(id)))
                        .Order(StringComparer.Ordinal),
                ]
                : [];
        }
    }

    /// <summary>The description of a fund.</summary>
    /// <exception cref="FaultException"><see cref="Faults.FundUnknown"/> or <see cref="Faults.FundFile"/>.</exception>
    public FundDescription Get(string id) =>
        IsValidId(id) && File.Exists(data.Description(id))
            ? ReadFile(data.Description(id))
            : throw new FaultException(new Fault(Faults.FundUnknown, id));

    /// <summary>Reads and checks a fund file anywhere.</summary>
    /// <exception cref="FaultException"><see cref="Faults.FileUnreadable"/> or <see cref="Faults.FundFile"/> with the place in the file.</exception>
    public static FundDescription ReadFile(string path)
    {
        var name = Path.GetFileName(path);
        try
        {
            var fund = FundDescriptionJson.Read(File.ReadAllText(path));
            return FundFileCheck.FirstProblem(fund) is { } problem
                ? throw new FaultException(new Fault(Faults.FundFile, name, problem))
                : fund;
        }
        catch (JsonException error)
        {
            throw new FaultException(new Fault(Faults.FundFile, name, error.Path ?? "no JSON"));
        }
        catch (Exception error) when (error is IOException or UnauthorizedAccessException)
        {
            throw new FaultException(new Fault(Faults.FileUnreadable, name));
        }
    }

    /// <summary>Makes a fund from its file and, where the file names one, the policy beside it.</summary>
    /// <exception cref="FaultException">A file is not right, or the fund is there already; nothing was made.</exception>
    public FundDescription CreateFrom(string fundFile)
    {
        var fund = ReadFile(fundFile);
        if (fund.Policy is not { } beside)
        {
            Create(fund);
            return fund;
        }

        var policy = FundPolicies.ReadFile(Path.Combine(Path.GetDirectoryName(Path.GetFullPath(fundFile))!, beside));
        new FundPolicies(data).RequireNewVersion(fund.Id, policy);
        fund = fund with { Policy = FundDescription.NameOfPolicy(policy.Sha256) };
        Create(fund, policy);
        return fund;
    }

    /// <summary>Makes a fund: its keys and its own policy first, its description last, so that a fund that is seen is whole.</summary>
    /// <exception cref="FaultException"><see cref="Faults.FundExists"/>.</exception>
    public void Create(FundDescription fund, DisclosurePolicy? policy = null)
    {
        if (File.Exists(data.Description(fund.Id)))
        {
            throw new FaultException(new Fault(Faults.FundExists, fund.Id));
        }

        Directory.CreateDirectory(data.Fund(fund.Id));
        _ = TokenKey.Open(data.TokenKey(fund.Id), mayCreate: true);
        if (!File.Exists(SigningKeys.PathOf(data.Path, fund.Id)))
        {
            SigningKeys.Create(data.Path, fund.Id);
        }

        if (!fund.IsFromPublicSources)
        {
            _ = GiftKeys.Open(data.Path, fund.Id);
        }

        if (policy is not null)
        {
            new FundPolicies(data).Keep(fund.Id, policy);
        }

        Save(fund);
    }

    /// <summary>Writes a fund's description anew.</summary>
    public void Save(FundDescription fund)
    {
        DurableFile.Replace(data.Description(fund.Id), Encoding.UTF8.GetBytes(FundDescriptionJson.Write(fund)));
    }

    /// <summary>The fund that one of these names belongs to, or null.</summary>
    public FundDescription? Find(IReadOnlyList<FundAlias> names) =>
        names
            .Select(name => Ids.Select(Get).FirstOrDefault(fund => fund.Aliases.Contains(name)))
            .FirstOrDefault(fund => fund is not null);

    /// <summary>An identifier for a fund of this name that no fund has yet.</summary>
    public string NewId(string name)
    {
        var letters = name.Normalize(NormalizationForm.FormD)
            .Where(letter => !char.IsLetter(letter) || char.IsAscii(letter));
        var words = new string([
            .. letters.Select(letter => char.IsAsciiLetterOrDigit(letter) ? char.ToLowerInvariant(letter) : '-'),
        ]);
        var slug = string.Join('-', words.Split('-', StringSplitOptions.RemoveEmptyEntries));
        slug = slug.Length == 0 ? "fund" : slug[..Math.Min(slug.Length, LongestId - 3)].TrimEnd('-');
        return Enumerable
            .Range(1, int.MaxValue - 1)
            .Select(number => number == 1 ? slug : $"{slug}-{number}")
            .First(id => !Ids.Contains(id, StringComparer.Ordinal));
    }

    /// <summary>Whether a text may be a fund's identifier.</summary>
    public static bool IsValidId(string id) =>
        id.Length is > 0 and <= LongestId
        && id[0] != '-'
        && id.All(letter => char.IsAsciiLetterLower(letter) || char.IsAsciiDigit(letter) || letter == '-');
}
