using System.CommandLine;
using Impact.Core.Catalogue;
using Impact.Core.Releases;
using Impact.Core.Releases.States;
using Impact.Jobs.Hosting;

namespace Impact.Jobs.Cli;

/// <summary><c>impact release publish|withdraw|list FUND</c>: publishes what the ledger holds, takes it back, and names what is published.</summary>
internal static class ReleaseVerb
{
    /// <summary>Builds the verb.</summary>
    public static Command Build()
    {
        var fund = new Argument<string>("fund") { Description = "The fund, or 'all'" };
        var listed = new Argument<string>("fund") { Description = "The fund" };
        var verb = new Command("release", "Releases")
        {
            Verbs.Verb(
                "publish",
                "Compute, control, build, sign and publish what the ledger holds",
                [fund, ReleaseDraftVerbs.CutOff, ReleaseDraftVerbs.NoteEn, ReleaseDraftVerbs.NoteEs],
                (parsed, cancellation) => PublishAsync(parsed, parsed.GetValue(fund)!, cancellation)
            ),
            WithdrawCommand.Build(),
            Verbs.Verb("list", "The versions of a fund", [listed], parsed => List(parsed, parsed.GetValue(listed)!)),
        };
        foreach (var draft in ReleaseDraftVerbs.Build())
        {
            verb.Subcommands.Add(draft);
        }

        return verb;
    }

    private static async Task<int> PublishAsync(ParseResult parsed, string fund, CancellationToken cancellation)
    {
        var data = Verbs.DataOf(parsed);
        var register = new FundRegister(data);
        var funds = fund == "all" ? register.Ids : [register.Get(fund).Id];
        using var host = new PipelineHost(data, TimeProvider.System);
        var published = new List<object>();
        foreach (var id in funds)
        {
            var start = ReleaseDraftVerbs.Run(parsed, id);
            var run = await host.RunAsync(start, _ => { }, cancellation);
            if (run.Fault.Length > 0)
            {
                await Console.Error.WriteLineAsync($"impact: [{run.Fault}] {run.FaultMessage}");
                return Output.AtFault;
            }

            published.Add(
                new
                {
                    fund = id,
                    version = run.Version,
                    note = run.Note,
                }
            );
            if (!parsed.GetValue(Verbs.Json))
            {
                Output.Line($"{id}: {run.Note}");
            }
        }

        if (parsed.GetValue(Verbs.Json))
        {
            Output.Json(published);
        }

        return Output.Done;
    }

    private static int List(ParseResult parsed, string fund)
    {
        var data = Verbs.DataOf(parsed);
        var index =
            new ReleaseShelf(data.Public, data.Trust).Index(new FundRegister(data).Get(fund).Id)
            ?? throw new FaultException(new Fault(Faults.NothingToPublish, fund));
        if (parsed.GetValue(Verbs.Json))
        {
            Output.Json(index);
            return Output.Done;
        }

        foreach (var version in index.Versions)
        {
            Output.Line(
                $"{version.Version}  {ReleaseStates.Of(version.State).Code}  up to {version.CutOff:O}  published {version.PublishedAt:u}"
                    + (version.Reason is { } reason ? $"  since {version.ChangedAt:u}: {reason.En}" : string.Empty)
            );
        }

        return Output.Done;
    }
}
