using System.CommandLine;
using System.Globalization;
using Impact.Core.Catalogue;
using Impact.Core.Rehearsal;
using Impact.Jobs.Hosting;
using Impact.Jobs.Pipeline;

namespace Impact.Jobs.Cli;

/// <summary><c>impact demo</c>: an invented fund from its first gift to its public page, by the same path as a real one.</summary>
internal static class DemoVerb
{
    private static readonly RehearsalOptions Defaults = new();

    private static readonly Option<int> Port = new("--port")
    {
        Description = "Port of the page; 0 takes a free one",
        DefaultValueFactory = _ => 0,
    };
    private static readonly Option<bool> NoServe = new("--no-serve")
    {
        Description = "Publish and end, without the page",
    };
    private static readonly Option<ulong> Seed = new("--seed")
    {
        Description = "Same seed, same files",
        DefaultValueFactory = _ => Defaults.Seed,
    };
    private static readonly Option<long> Gifts = new("--gifts")
    {
        Description = "Gifts, 1 to 100,000,000",
        DefaultValueFactory = _ => Defaults.Gifts,
    };
    private static readonly Option<int> Households = new("--households")
    {
        Description = "Households, 0 to 10,000,000",
        DefaultValueFactory = _ => Defaults.Households,
    };

    /// <summary>Builds the verb.</summary>
    public static Command Build() =>
        Verbs.Verb(
            "demo",
            "Publish an invented fund and serve its page",
            [Port, NoServe, Seed, Gifts, Households],
            RunAsync
        );

    private static async Task<int> RunAsync(ParseResult parsed, CancellationToken cancellation)
    {
        var data = Verbs.DataOf(parsed);
        var options = Options(parsed);
        var input = Path.Combine(data.Path, "rehearsal");
        var files = await Task.Run(() => RehearsalFund.Write(options, input, cancellation), cancellation);
        Say(
            parsed,
            $"Wrote the invented fund {RehearsalFund.Describe(options).Id}: {Text(options.Gifts)} gifts, {Text(options.Households)} households, seed {options.Seed}"
        );
        var fund = MakeFund(data, files.FundFile);

        RunRecord run;
        using (var host = new PipelineHost(data, TimeProvider.System))
        {
            var sheets = files.Sheets.Select(sheet => sheet.Path).ToList();
            var start = new RunRecord
            {
                Id = PipelineHost.NewRunId(),
                Fund = fund.Id,
                Files = sheets,
                Profile = "impact",
            };
            run = await ProgressDisplay.ShowAsync(
                parsed.GetValue(Verbs.Json),
                progress => host.RunAsync(start, progress, cancellation)
            );
        }

        if (run.Fault.Length > 0)
        {
            await Console.Error.WriteLineAsync($"impact: [{run.Fault}] {run.FaultMessage}");
            return Output.AtFault;
        }

        var release = Path.Combine(data.Public, fund.Id, run.Version);
        if (parsed.GetValue(Verbs.Json))
        {
            Output.Json(
                new
                {
                    fund = fund.Id,
                    version = run.Version,
                    release,
                }
            );
        }

        Say(parsed, $"Published release {run.Version} in {release}");
        return parsed.GetValue(NoServe)
            ? Output.Done
            : await WebProcess.ServeAsync(data, fund.Id, parsed.GetValue(Port), cancellation);
    }

    private static RehearsalOptions Options(ParseResult parsed)
    {
        try
        {
            return new RehearsalOptions(parsed.GetValue(Seed), parsed.GetValue(Gifts), parsed.GetValue(Households));
        }
        catch (ArgumentOutOfRangeException error)
        {
            throw new FaultException(new Fault(Faults.OptionWrong, $"--{error.ParamName?.ToLowerInvariant()}"));
        }
    }

    /// <summary>The rehearsal's fund, made on the first run; another seed or size has another description and needs another folder.</summary>
    private static FundDescription MakeFund(DataFolder data, string fundFile)
    {
        var described = FundRegister.ReadFile(fundFile);
        var register = new FundRegister(data);
        if (!register.Ids.Contains(described.Id, StringComparer.Ordinal))
        {
            register.Create(described);
        }
        else if (FundDescriptionJson.Write(register.Get(described.Id)) != FundDescriptionJson.Write(described))
        {
            throw new FaultException(
                new Fault(Faults.FundExists, described.Id, "with another seed or size; give another --data")
            );
        }

        return described;
    }

    private static void Say(ParseResult parsed, string text)
    {
        if (!parsed.GetValue(Verbs.Json))
        {
            Output.Line(text);
        }
    }

    private static string Text(long number) => number.ToString("#,0", CultureInfo.InvariantCulture);
}
