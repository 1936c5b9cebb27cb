using System.CommandLine;
using Impact.Jobs.Cli;

var root = new RootCommand(
    "Impact: shows where the money of a pooled humanitarian fund went, and protects the people it helps."
)
{
    DemoVerb.Build(),
    FundVerb.Build(),
    KeyVerb.Build(),
    IngestVerb.Build(),
    ProfileVerb.Build(),
    MetricsVerb.Build(),
    PrivacyVerb.Build(),
    TraceVerb.Build(),
    GiftVerb.Build(),
    ReleaseVerb.Build(),
    VerifyVerb.Build(),
    ReceiptsVerb.Build(),
    ProofVerb.Build(),
};
root.Options.Add(Verbs.Data);
root.Options.Add(Verbs.Json);
var parsed = root.Parse(args);
if (parsed.Errors.Count > 0)
{
    foreach (var error in parsed.Errors)
    {
        await Console.Error.WriteLineAsync($"impact: [option-wrong] {error.Message}");
    }

    await Console.Error.WriteLineAsync("impact: see --help.");
    return Output.AtFault;
}

return await parsed.InvokeAsync();
