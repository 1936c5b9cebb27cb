using System.Text;
using Impact.Core.Catalogue;

namespace Impact.Core.Rehearsal;

/// <summary>A whole invented fund of any size: its fund file and its records in the input layout, for demonstrations, tests and benchmarks.</summary>
/// <remarks>
/// Every name and identifier is invented and says so. The same options give the same bytes on every machine. Gifts are streamed, so
/// memory does not grow with the fund. The books pass every hard gate: the fund is never short, in total or in a designation.
/// </remarks>
public static class RehearsalFund
{
    /// <summary>Name of the fund file.</summary>
    public const string FundFileName = "fund.json";

    private const string HiddenFundFileName = ".fund.json.part";

    /// <summary>The fund file's content.</summary>
    /// <param name="options">The fund; its seed and size are named in the source's title.</param>
    public static FundDescription Describe(RehearsalOptions options) => RehearsalDescription.Of(options);

    /// <summary>Writes the fund file and the nine sheets of the input layout as CSV. A file gets its name only when it is whole.</summary>
    /// <param name="options">The fund.</param>
    /// <param name="folder">The folder, made if it is not there; older files of the same names are replaced.</param>
    /// <param name="cancellationToken">Asks to stop; unfinished files are removed.</param>
    /// <exception cref="OperationCanceledException">The writing was stopped.</exception>
    /// <exception cref="IOException">The folder cannot be written; unfinished files are removed.</exception>
    public static RehearsalFiles Write(RehearsalOptions options, string folder, CancellationToken cancellationToken)
    {
        Directory.CreateDirectory(folder);
        using var gifts = new CsvSheet(folder, "gifts", GiftSheets.GiftHeading);
        using var fundEntries = new CsvSheet(folder, "fund_entries", FundEntrySheet.Heading);
        using var partnerEntries = new CsvSheet(folder, "partner_entries", PartnerEntrySheet.Heading);
        using var services = new CsvSheet(folder, "services", ServiceSheet.Heading);
        using var indicators = new CsvSheet(folder, "indicators", IndicatorSheet.Heading);
        using var balances = new CsvSheet(folder, "balances", BankAccounts.Heading);
        using var report = new CsvSheet(folder, "processor_report", ProcessorReportSheet.Heading);
        using var statement = new CsvSheet(folder, "bank_statement", BankStatementSheet.Heading);
        using var explanations = new CsvSheet(folder, "explanations", ExplanationSheet.Heading);
        var reasons = new ExplanationSheet(explanations);
        var processor = new ProcessorReportSheet(report, reasons, options.Gifts);
        var books = new BookSheets(fundEntries, partnerEntries, balances, processor, new(statement), reasons);
        RehearsalBooks.Write(options, GiftSheets.Write(options, gifts, books, cancellationToken), books);
        IndicatorSheet.Write(options, indicators, ServiceSheet.Write(options, services, cancellationToken));
        CsvSheet[] sheets =
        [
            gifts,
            fundEntries,
            partnerEntries,
            services,
            indicators,
            balances,
            report,
            statement,
            explanations,
        ];
        return new(folder, WriteFundFile(options, folder), [.. sheets.Select(sheet => sheet.Finish())]);
    }

    /// <summary>Writes the sheet <c>gifts</c> alone, the fastest way to a large file. It has the bytes that <see cref="Write"/> gives it.</summary>
    /// <param name="options">The fund; households do not matter.</param>
    /// <param name="folder">The folder, made if it is not there; an older <c>gifts.csv</c> is replaced.</param>
    /// <param name="cancellationToken">Asks to stop; an unfinished file is removed.</param>
    /// <exception cref="OperationCanceledException">The writing was stopped.</exception>
    /// <exception cref="IOException">The folder cannot be written; an unfinished file is removed.</exception>
    public static RehearsalSheet WriteGifts(
        RehearsalOptions options,
        string folder,
        CancellationToken cancellationToken
    )
    {
        Directory.CreateDirectory(folder);
        using var gifts = new CsvSheet(folder, "gifts", GiftSheets.GiftHeading);
        GiftSheets.Write(options, gifts, books: null, cancellationToken);
        return gifts.Finish();
    }

    private static string WriteFundFile(RehearsalOptions options, string folder)
    {
        var path = Path.Combine(folder, FundFileName);
        var hidden = Path.Combine(folder, HiddenFundFileName);
        try
        {
            // Every machine ends lines alike.
            var text = FundDescriptionJson.Write(Describe(options)).ReplaceLineEndings("\n");
            File.WriteAllText(hidden, text, new UTF8Encoding(encoderShouldEmitUTF8Identifier: false));
            File.Move(hidden, path, overwrite: true);
            return path;
        }
        finally
        {
            File.Delete(hidden);
        }
    }
}
