using System.CommandLine;
using Impact.Core.Catalogue;
using Impact.Core.Disclosure;
using Impact.Core.Ledger;
using Impact.Core.Releases;

namespace Impact.Jobs.Cli;

/// <summary>Options every verb has, and the one way a verb is run: faults become exit code 2, defects 1.</summary>
internal static class Verbs
{
    /// <summary>Where ledgers, keys and releases are; the default is <c>impact-data</c> in the current folder.</summary>
    public static Option<string> Data { get; } =
        new("--data")
        {
            Description = "The data directory",
            DefaultValueFactory = _ => "impact-data",
            Recursive = true,
        };

    /// <summary>Results as JSON.</summary>
    public static Option<bool> Json { get; } =
        new("--json") { Description = "Write the result as JSON", Recursive = true };

    /// <summary>A verb with its work.</summary>
    public static Command Verb(
        string name,
        string description,
        IEnumerable<Symbol> symbols,
        Func<ParseResult, CancellationToken, Task<int>> work
    )
    {
        var command = new Command(name, description);
        foreach (var symbol in symbols)
        {
            if (symbol is Argument argument)
            {
                command.Arguments.Add(argument);
            }
            else
            {
                command.Options.Add((Option)symbol);
            }
        }

        command.SetAction((parsed, cancellation) => RunAsync(parsed, work, cancellation));
        return command;
    }

    /// <summary>A verb whose work waits for nothing.</summary>
    public static Command Verb(
        string name,
        string description,
        IEnumerable<Symbol> symbols,
        Func<ParseResult, int> work
    ) => Verb(name, description, symbols, (parsed, _) => Task.FromResult(work(parsed)));

    /// <summary>The data directory of a call.</summary>
    public static DataFolder DataOf(ParseResult parsed) => new(Path.GetFullPath(parsed.GetValue(Data)!));

    private static async Task<int> RunAsync(
        ParseResult parsed,
        Func<ParseResult, CancellationToken, Task<int>> work,
        CancellationToken cancellation
    )
    {
        try
        {
            return await work(parsed, cancellation);
        }
        catch (FaultException error)
        {
            return Output.Fault(error.Fault, parsed.GetValue(Json));
        }
        catch (OperationCanceledException)
        {
            await Console.Error.WriteLineAsync("impact: stopped. Run the same command again to go on.");
            return Output.AtFault;
        }
        catch (Exception error)
        {
            // The message of a defect may quote a record, except where it is our own and made not to.
            var what = error is LedgerException or UncontrolledTableException or ReleaseRefusedException
                ? error.Message
                : error.GetType().Name;
            await Console.Error.WriteLineAsync(
                $"impact: a defect of the program: {what} Nothing half-done was published."
            );
            await Console.Error.WriteLineAsync(error.StackTrace);
            return Output.Defect;
        }
    }
}
