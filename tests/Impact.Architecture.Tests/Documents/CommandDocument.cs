using System.CommandLine;
using System.Reflection;
using System.Text;

namespace Impact.Architecture.Tests.Documents;

/// <summary><c>docs/commands.md</c>: every verb of the operator's program with its options.</summary>
internal static class CommandDocument
{
    /// <summary>The whole document.</summary>
    public static string Write()
    {
        var text = new StringBuilder("# Commands of impact\n\n").Append(GeneratedDocument.Notice);
        text.Append(
            "Exit codes: 0 done; 2 the input or the state is at fault, said with its code (see [faults.md](faults.md)); "
        );
        text.Append("1 a defect of the program.\n\n## Every verb\n\n");
        List(text, Jobs.Cli.Verbs.Data);
        List(text, Jobs.Cli.Verbs.Json);
        foreach (var verb in Verbs())
        {
            Section(text, "impact", verb);
        }

        return text.ToString();
    }

    private static IEnumerable<Command> Verbs() =>
        typeof(Jobs.Cli.Verbs)
            .Assembly.GetTypes()
            .Where(type =>
                type.Namespace == typeof(Jobs.Cli.Verbs).Namespace
                && type.Name.EndsWith("Verb", StringComparison.Ordinal)
            )
            .OrderBy(type => type.Name, StringComparer.Ordinal)
            .Select(type =>
                (Command)type.GetMethod("Build", BindingFlags.Public | BindingFlags.Static)!.Invoke(obj: null, [])!
            );

    private static void Section(StringBuilder text, string before, Command command)
    {
        var name = $"{before} {command.Name}";
        if (command.Subcommands.Count == 0)
        {
            text.Append("\n## ").Append(name);
            foreach (var argument in command.Arguments)
            {
                text.Append(" <").Append(argument.Name).Append('>');
            }

            text.Append("\n\n").Append(command.Description).Append(".\n");
            var symbols = command.Arguments.Concat<Symbol>(command.Options).ToList();
            text.Append(symbols.Count > 0 ? "\n" : string.Empty);
            symbols.ForEach(symbol => List(text, symbol));
        }

        foreach (var part in command.Subcommands)
        {
            Section(text, name, part);
        }
    }

    private static void List(StringBuilder text, Symbol symbol)
    {
        var name = symbol is Argument ? $"<{symbol.Name}>" : symbol.Name;
        var needed = symbol is Option { Required: true } ? " (needed)" : string.Empty;
        text.Append("- `").Append(name).Append('`').Append(needed).Append(": ").Append(symbol.Description).Append('\n');
    }
}
