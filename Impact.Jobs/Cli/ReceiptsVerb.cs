using System.CommandLine;
using Impact.Core.Catalogue;

namespace Impact.Jobs.Cli;

/// <summary><c>impact receipts export FUND</c>: the codes that the payment page puts on its receipts.</summary>
internal static class ReceiptsVerb
{
    private const string Heading = "transaction_id,receipt_code";

    /// <summary>Builds the verb.</summary>
    public static Command Build()
    {
        var fund = new Argument<string>("fund") { Description = "The fund" };
        var file = new Option<string?>("--out")
        {
            Description = "A new file that only its owner may read; the default is standard output",
        };
        return new Command("receipts", "The codes of donors' receipts")
        {
            Verbs.Verb(
                "export",
                "Write transaction id and receipt code of every gift as CSV. Private: a code opens its giver's record in every release",
                [fund, file],
                parsed => Export(parsed, parsed.GetValue(fund)!, parsed.GetValue(file))
            ),
        };
    }

    private static int Export(ParseResult parsed, string fund, string? file)
    {
        var receipts = new ReceiptExport(Verbs.DataOf(parsed)).Of(fund);
        if (file is null)
        {
            if (parsed.GetValue(Verbs.Json))
            {
                Output.Json(receipts);
            }
            else
            {
                Write(receipts, Console.Out);
            }
        }
        else
        {
            using var text = NewFile(file);
            var count = Write(receipts, text);
            Output.Line($"Wrote {count} receipt codes to {file}");
        }

        Console.Error.WriteLine(
            "impact: this is private. Give each donor their own code alone, and keep no copy of the list."
        );
        return Output.Done;
    }

    private static long Write(IEnumerable<Receipt> receipts, TextWriter text)
    {
        var count = 0L;
        text.Write(Heading + "\n");
        foreach (var receipt in receipts)
        {
            text.Write(ReceiptExport.Line(receipt) + "\n");
            count++;
        }

        return count;
    }

    private static StreamWriter NewFile(string path)
    {
        var options = new FileStreamOptions { Mode = FileMode.CreateNew, Access = FileAccess.Write };
        if (!OperatingSystem.IsWindows())
        {
            options.UnixCreateMode = UnixFileMode.UserRead | UnixFileMode.UserWrite;
        }

        try
        {
            return new(path, options);
        }
        catch (Exception error) when (error is IOException or UnauthorizedAccessException)
        {
            throw new FaultException(new Fault(Faults.FileUnwritten, Path.GetFileName(path)));
        }
    }
}
