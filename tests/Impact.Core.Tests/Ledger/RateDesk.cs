using Impact.Core.Ledger;

namespace Impact.Core.Tests.Ledger;

/// <summary>A desk whose fund takes gifts in several currencies, and rate tables to load.</summary>
internal sealed class RateDesk : IDisposable
{
    public const string Entries =
        "entry_id,kind,occurred_on,cleared_on,amount,currency,base_amount,organisation_id,designation,gift,reverses,reason";

    private int _files;

    public LoadDesk Desk { get; } = new();

    /// <summary>The bank's own layout: newest day first, a comma at the end of each line, nothing for a currency that is no more.</summary>
    public LoadReport LoadBank(params ReadOnlySpan<string> days) =>
        Load("eurofxref-hist.csv", "Date,USD,JPY,EEK,GBP,", days, "ecb-rates");

    public LoadReport LoadOwn(params ReadOnlySpan<string> rows) =>
        Load("rates.csv", "day,currency,base,rate,source", rows, "impact-rates");

    public LoadReport LoadGifts(params ReadOnlySpan<string> rows) =>
        Load("gifts.csv", LoadDesk.GiftHeading, rows, "impact-gifts");

    public LoadReport LoadEntries(params ReadOnlySpan<string> rows) =>
        Load("fund_entries.csv", Entries, rows, "impact-fund-entries");

    public static string Gift(string id, string amount, string currency, string day, string baseAmount = "") =>
        $"{id},donor@example.org,individual,,{day},{day},{amount},{currency},{baseAmount},,,";

    /// <summary>What an entry came to: the fund's amount, and day, batch and line of its rate.</summary>
    public (long Base, DateOnly? Day, long? Batch, long? Line) Entry(string id) =>
        Desk.Query(
                $"SELECT base_minor, rate_day, rate_batch, rate_line FROM entry WHERE source_id = '{id}'",
                row =>
                    (
                        row.Integer("base_minor"),
                        row.Day("rate_day"),
                        row.WholeOrNone("rate_batch"),
                        row.WholeOrNone("rate_line")
                    )
            )
            .Single();

    public void Dispose() => Desk.Dispose();

    private LoadReport Load(string name, string heading, ReadOnlySpan<string> rows, string profile)
    {
        var folder = Path.Combine(Desk.Folder, $"{++_files}");
        Directory.CreateDirectory(folder);
        var path = Path.Combine(folder, name);
        File.WriteAllText(path, heading + "\n" + string.Join("\n", rows.ToArray()) + "\n");
        return Desk.Load(path, profile);
    }
}
