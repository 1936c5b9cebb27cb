using Impact.Web.Hosting;

var reading = SiteArguments.Read(args);
if (reading.Options is not { } options)
{
    await Console.Error.WriteLineAsync(reading.Fault);
    return SiteArguments.FaultExitCode;
}

var builder = WebApplication.CreateBuilder(SiteArguments.HostOptions(args));
builder.AddImpactSite(options);
var app = builder.Build();
app.UseImpactSite();
return await app.RunImpactSiteAsync();

/// <summary>The public site: it reads releases and nothing else.</summary>
public sealed partial class Program
{
    private Program() { }
}
