using System.Text.Encodings.Web;
using System.Text.Json;
using System.Text.Json.Serialization;
using Impact.Core.Catalogue;
using Spectre.Console;

namespace Impact.Jobs.Cli;

/// <summary>Everything the program says: results on standard output, faults on standard error, as text or as JSON.</summary>
internal static class Output
{
    /// <summary>All is done.</summary>
    public const int Done = 0;

    /// <summary>A defect of ours.</summary>
    public const int Defect = 1;

    /// <summary>The input or the state is at fault.</summary>
    public const int AtFault = 2;

    /// <summary>Two hundred characters fit every table of ours.</summary>
    private const int WidthWithoutTerminal = 200;

    private static readonly JsonSerializerOptions Options = new()
    {
        WriteIndented = true,
        PropertyNamingPolicy = JsonNamingPolicy.CamelCase,
        Encoder = JavaScriptEncoder.UnsafeRelaxedJsonEscaping,
        Converters = { new JsonStringEnumConverter(JsonNamingPolicy.CamelCase) },
    };

    /// <summary>Writes a result as JSON.</summary>
    public static void Json<T>(T value) => Console.Out.WriteLine(JsonSerializer.Serialize(value, Options));

    /// <summary>Writes a line of text.</summary>
    public static void Line(string text) => Console.Out.WriteLine(text);

    /// <summary>Writes a table that fits the terminal; plain lines when there is none.</summary>
    public static void Table(IReadOnlyList<string> headings, IEnumerable<IReadOnlyList<string>> rows)
    {
        var table = new Table().Border(TableBorder.Minimal).NoSafeBorder();
        foreach (var heading in headings)
        {
            table.AddColumn(new Spectre.Console.TableColumn(new Text(heading)));
        }

        foreach (var row in rows)
        {
            table.AddRow(row.Select(cell => new Text(cell)));
        }

        if (!AnsiConsole.Profile.Out.IsTerminal)
        {
            // A file or a pipe has no width; names and amounts are not broken for one.
            AnsiConsole.Profile.Width = WidthWithoutTerminal;
        }

        AnsiConsole.Write(table);
    }

    /// <summary>Writes a fault: its message, with the code; in Spanish where the user's language is Spanish.</summary>
    /// <returns>Exit code 2.</returns>
    public static int Fault(Fault fault, bool json)
    {
        if (json)
        {
            Json(
                new
                {
                    error = new
                    {
                        code = fault.Code,
                        path = fault.Path,
                        en = fault.Message(Language.English),
                        es = fault.Message(Language.Spanish),
                    },
                }
            );
        }

        Console.Error.WriteLine($"impact: [{fault.Code}] {fault.Message(UserLanguage)}");
        return AtFault;
    }

    /// <summary>Spanish where the user's language is Spanish, else English.</summary>
    public static Language UserLanguage =>
        (
            Environment.GetEnvironmentVariable("LC_ALL") ?? Environment.GetEnvironmentVariable("LANG") ?? string.Empty
        ).StartsWith("es", StringComparison.Ordinal)
            ? Language.Spanish
            : Language.English;
}
