using Impact.Core.Catalogue;
using Impact.Core.Intake;
using Impact.Core.Ledger;

namespace Impact.Core;

/// <summary>What became of one file: rows in = rows stored + rows known + rows rejected, over all its funds and the rows that name none.</summary>
/// <param name="File">The file's name.</param>
/// <param name="Sha256">Its digest.</param>
/// <param name="Profile">The profile it was read by.</param>
/// <param name="Funds">One report a fund.</param>
/// <param name="RowsWithoutFund">Rows rejected because they name no fund (rule <c>fund-missing</c>).</param>
/// <param name="FirstLineWithoutFund">Line of the first of them, or 0.</param>
/// <param name="Merged">Funds that turned out to be another fund under a second name, and were joined to it.</param>
internal sealed record IngestReport(
    string File,
    string Sha256,
    string Profile,
    IReadOnlyList<LoadReport> Funds,
    long RowsWithoutFund,
    long FirstLineWithoutFund,
    IReadOnlyList<string> Merged
);

/// <summary>Takes files in: for one fund, or for each fund that a file of many names.</summary>
internal sealed class FundIngest(DataFolder data, TimeProvider clock)
{
    private readonly FundRegister _register = new(data);

    /// <summary>Loads a file into one fund.</summary>
    /// <param name="fund">The fund's identifier.</param>
    /// <param name="path">The file.</param>
    /// <param name="profileName">A profile, or <c>impact</c> to find it by the file's name.</param>
    /// <param name="acceptRemovals">Whether many rows gone from a source may be taken back.</param>
    public IngestReport Ingest(string fund, string path, string profileName, bool acceptRemovals = false)
    {
        var profile = Profiles.For(profileName, path);
        var description = _register.Get(fund);
        var file = SourceFile.Open(path);
        description = Describe(description, profile, []);
        return new(file.Name, file.Sha256, profile.Id, [Load(file, profile, description, acceptRemovals)], 0, 0, []);
    }

    /// <summary>Loads a file of many funds, and makes the funds that are not there yet.</summary>
    /// <exception cref="FaultException">The profile names no fund column, or the file is not what it says.</exception>
    public IngestReport IngestAll(string path, string profileName, bool acceptRemovals = false)
    {
        var profile = Profiles.For(profileName, path);
        if (profile.Funds.Count == 0)
        {
            throw new FaultException(
                new Fault(Faults.OptionWrong, "all", $"a file of profile {profile.Id} belongs to one fund")
            );
        }

        var file = SourceFile.Open(path);
        var named = FileFunds.Read(file, profile);
        var merged = new List<string>();
        var descriptions = named
            .Funds.Select(names => FindOrMake(names, profile, merged))
            .DistinctBy(fund => fund.Id)
            .ToList();
        var reports = descriptions.Select(fund => Load(file, profile, _register.Get(fund.Id), acceptRemovals)).ToList();
        return new(file.Name, file.Sha256, profile.Id, reports, named.RowsWithout, named.FirstLineWithout, merged);
    }

    private FundDescription FindOrMake(IReadOnlyList<FundAlias> names, Profile profile, List<string> merged)
    {
        var found = names
            .Select(name => _register.Find([name]))
            .OfType<FundDescription>()
            .DistinctBy(fund => fund.Id)
            .ToList();
        if (found.Count == 0)
        {
            return Make(names, profile);
        }

        // The fund that has the more telling name keeps it: the last scheme of a profile is the name, the first a number.
        var kept = found[^1];
        foreach (var other in found.Where(fund => fund.Id != kept.Id))
        {
            if (new FundMerge(data).TryMerge(other, kept))
            {
                kept = _register.Get(kept.Id);
                merged.Add(other.Id);
            }
            else
            {
                kept = other;
            }
        }

        return Describe(kept, profile, names);
    }

    private FundDescription Make(IReadOnlyList<FundAlias> names, Profile profile)
    {
        var shown = ShownName(names[^1].Value);
        var fund = new FundDescription
        {
            Id = _register.NewId(shown),
            Name = BilingualText.Same(shown),
            Purpose = new(
                "A pooled humanitarian fund, as its public source shows it.",
                "Un fondo humanitario mancomunado, tal como lo muestra su fuente pública."
            ),
            Currency = profile.FundCurrency!,
            Aliases = names,
            Indicators = profile.Indicators,
            Sources = profile.Source is null ? [] : [profile.Source],
        };
        _register.Create(fund);
        return fund;
    }

    /// <summary>A fund that is known by its number only is called by it until a source tells its name.</summary>
    private static string ShownName(string name) => char.IsAsciiDigit(name[0]) ? NumberedName(name) : name;

    private static string NumberedName(string number) => $"Pooled fund {number}";

    /// <summary>Adds what a profile brings to a fund's description: other names, its source, its indicators.</summary>
    private FundDescription Describe(FundDescription fund, Profile profile, IReadOnlyList<FundAlias> names)
    {
        var told =
            names.Count > 0 && fund.Name.En == NumberedName(fund.Aliases[0].Value)
                ? ShownName(names[^1].Value)
                : fund.Name.En;
        var described = fund with
        {
            Name = told == fund.Name.En ? fund.Name : BilingualText.Same(told),
            Aliases =
            [
                .. fund.Aliases,
                .. names.Where(name => !fund.Aliases.Contains(name) && _register.Find([name]) is null),
            ],
            Sources =
                profile.Source is { } source && fund.Sources.All(known => known.Id != source.Id)
                    ? [.. fund.Sources, source]
                    : fund.Sources,
            Indicators =
            [
                .. fund.Indicators,
                .. profile.Indicators.Where(added => fund.Indicators.All(known => known.Id != added.Id)),
            ],
        };
        var changed =
            told != fund.Name.En
            || described.Aliases.Count + described.Sources.Count + described.Indicators.Count
                != fund.Aliases.Count + fund.Sources.Count + fund.Indicators.Count;
        if (changed)
        {
            _register.Save(described);
        }

        return changed ? described : fund;
    }

    private LoadReport Load(SourceFile file, Profile profile, FundDescription fund, bool acceptRemovals)
    {
        using var ledger = LedgerStore.Open(data.Ledger(fund.Id));
        var isNew = new BatchBook(ledger).Last == 0;
        var key = TokenKey.Open(data.TokenKey(fund.Id), mayCreate: isNew);
        return new LedgerLoad(ledger, clock).Load(file, profile, fund, new LoadOptions(key, acceptRemovals));
    }
}
