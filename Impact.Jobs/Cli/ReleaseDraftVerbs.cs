using System.CommandLine;
using System.Text.Json;
using Impact.Core.Catalogue;
using Impact.Core.Metrics;
using Impact.Core.Releases;
using Impact.Jobs.Hosting;
using Impact.Jobs.Pipeline;

namespace Impact.Jobs.Cli;

/// <summary><c>impact release build|approve|rebuild</c>: what would be published, who agrees, and whether it can be made again.</summary>
internal static class ReleaseDraftVerbs
{
    /// <summary>The last day that counts.</summary>
    public static Option<DateOnly?> CutOff { get; } =
        new("--cut-off")
        {
            Description =
                "The last day that counts, YYYY-MM-DD, not later than today; the default is figuresUpTo of the fund file, else the last month end before today",
        };

    /// <summary>The fund's own note, in English.</summary>
    public static Option<string?> NoteEn { get; } =
        new("--note-en") { Description = "A note to the release, in English; needs --note-es" };

    /// <summary>The fund's own note, in Spanish.</summary>
    public static Option<string?> NoteEs { get; } =
        new("--note-es") { Description = "The same note in Spanish; needs --note-en" };

    private static readonly Option<string?> Lang = new("--lang")
    {
        Description = "Language of what is shown, en or es; the default is the system's",
    };

    private static readonly Argument<string> Fund = new("fund") { Description = "The fund" };

    /// <summary>The verbs.</summary>
    public static IEnumerable<Command> Build()
    {
        var approver = new Option<string>("--by") { Description = "One of the fund's approvers", Required = true };
        var version = new Argument<string>("version") { Description = "A version, or 'all'" };
        var check = new Option<bool>("--check") { Description = "End with 2 when a table is not as published" };
        return
        [
            Verbs.Verb(
                "build",
                "Show what would be published: version and why, checklist, largest changes",
                [Fund, CutOff, NoteEn, NoteEs, Lang],
                BuildAsync
            ),
            Verbs.Verb(
                "approve",
                "Approve the draft that was built last",
                [Fund, approver],
                parsed => Approve(parsed, parsed.GetValue(approver)!)
            ),
            Verbs.Verb(
                "rebuild",
                "Compute a release again from its records and compare every table",
                [Fund, version, check],
                parsed => Rebuild(parsed, parsed.GetValue(version)!, parsed.GetValue(check))
            ),
        ];
    }

    /// <summary>A run for a fund with the options of building and publishing.</summary>
    /// <exception cref="FaultException">A note is given in one language only.</exception>
    public static RunRecord Run(ParseResult parsed, string fund)
    {
        var (en, es) = (parsed.GetValue(NoteEn) ?? string.Empty, parsed.GetValue(NoteEs) ?? string.Empty);
        return (en.Length == 0) == (es.Length == 0)
            ? new()
            {
                Id = PipelineHost.NewRunId(),
                Fund = fund,
                Files = [],
                Profile = string.Empty,
                CutOff = parsed.GetValue(CutOff),
                NoteEn = en,
                NoteEs = es,
            }
            : throw new FaultException(new Fault(Faults.OptionWrong, en.Length == 0 ? "--note-en" : "--note-es"));
    }

    private static async Task<int> BuildAsync(ParseResult parsed, CancellationToken cancellation)
    {
        var data = Verbs.DataOf(parsed);
        var fund = new FundRegister(data).Get(parsed.GetValue(Fund)!);
        using var host = new PipelineHost(data, TimeProvider.System);
        var start = Run(parsed, fund.Id) with { LastStage = Stage.Build };
        var run = await host.RunAsync(start, _ => { }, cancellation);
        if (run.Fault.Length > 0)
        {
            ShowGates(parsed, data, run);
            await Console.Error.WriteLineAsync($"impact: [{run.Fault}] {run.FaultMessage}");
            return Output.AtFault;
        }

        var report = JsonSerializer.Deserialize<BuildReport>(new RunStore(data).Read(run.Id, BuildJob.Plan))!;
        if (parsed.GetValue(Verbs.Json))
        {
            Output.Json(report);
        }
        else
        {
            BuildReportText.Show(report, LanguageOf(parsed));
        }

        var failed = report.Checks.Where(one => one.Outcome == CheckOutcome.Failed).Select(one => one.Id).ToList();
        return failed.Count == 0
            ? Output.Done
            : Output.Fault(new Fault(Faults.ReleaseStopped, fund.Id, string.Join(", ", failed)), json: false);
    }

    /// <summary>Where a gate stopped the run there is no draft: the gates are the checklist, as far as it goes.</summary>
    private static void ShowGates(ParseResult parsed, DataFolder data, RunRecord run)
    {
        if (run.Fault != Faults.GateFailed.Code)
        {
            return;
        }

        var gates = JsonSerializer.Deserialize<IReadOnlyList<GateResult>>(
            new RunStore(data).Read(run.Id, ComputeJob.Gates)
        )!;
        var checks = FundPublication.Checks(gates);
        if (parsed.GetValue(Verbs.Json))
        {
            Output.Json(new { Checks = checks });
        }
        else
        {
            BuildReportText.Show(checks, LanguageOf(parsed));
        }
    }

    private static Language LanguageOf(ParseResult parsed) =>
        parsed.GetValue(Lang) switch
        {
            null => Output.UserLanguage,
            "en" => Language.English,
            "es" => Language.Spanish,
            _ => throw new FaultException(new Fault(Faults.OptionWrong, "--lang")),
        };

    private static int Approve(ParseResult parsed, string approver)
    {
        var data = Verbs.DataOf(parsed);
        var fund = new FundRegister(data).Get(parsed.GetValue(Fund)!);
        var built = new ReleaseApprovals(data.Path, fund).Approve(approver);
        if (parsed.GetValue(Verbs.Json))
        {
            Output.Json(built);
        }
        else
        {
            Output.Line($"{fund.Id} {built.Version}: approved by {string.Join(", ", built.Approvals)}");
        }

        return Output.Done;
    }

    private static int Rebuild(ParseResult parsed, string version, bool check)
    {
        var data = Verbs.DataOf(parsed);
        var fund = new FundRegister(data).Get(parsed.GetValue(Fund)!).Id;
        var versions = version == "all" ? FundPublication.Bases(data, fund).Select(basis => basis.Version) : [version];
        var rebuilt = versions.ToDictionary(one => one, one => new FundRebuild(data).Compare(fund, one));
        var differing = rebuilt
            .SelectMany(pair => pair.Value.Where(table => !table.IsSame).Select(table => $"{pair.Key} {table.Table}"))
            .ToList();
        if (parsed.GetValue(Verbs.Json))
        {
            Output.Json(rebuilt);
        }
        else
        {
            foreach (var (one, tables) in rebuilt)
            {
                Output.Line(
                    $"{fund} {one}: {tables.Count(table => table.IsSame)} of {tables.Count} tables are the same"
                );
            }
        }

        return check && differing.Count > 0
            ? throw new FaultException(new Fault(Faults.ReleaseDiffers, fund, string.Join(", ", differing)))
            : Output.Done;
    }
}
