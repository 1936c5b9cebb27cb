using Impact.Core.Catalogue;
using Impact.Core.Disclosure;
using Impact.Core.Ledger;
using Impact.Core.Noise.Accounting;
using Impact.Core.Tests.Releases;

namespace Impact.Core.Tests.Disclosure.Counts;

/// <summary>A fund from its files on: one gift of a foundation, and the services a test tells.</summary>
internal sealed class CountedFund : IDisposable
{
    public const string First = "XI-EXAMPLE-1";
    public const string Second = "XI-EXAMPLE-2";

    private const string Id = "counted";

    private readonly TemporaryFolder _folder = new();
    private int _files;

    public CountedFund(string sources = "[]")
    {
        Fund = Fund.Create(_folder.Path, Written("fund.json", Described(sources)), TimeProvider.System);
        Data = new(_folder.Path);
        IngestGift("foundation", "organisation", "Example Foundation");
    }

    public static DateOnly CutOff { get; } = new(2019, 9, 30);

    public Fund Fund { get; }

    public DataFolder Data { get; }

    /// <summary>The description as the next command finds it.</summary>
    public FundDescription Description => new FundRegister(Data).Get(Id);

    public void IngestGift(string donor, string kind, string name) =>
        Ingest(
            "gifts",
            "transaction_id,donor,giver_kind,giver_name,occurred_on,cleared_on,amount,currency,base_amount,designation,region,recurring",
            $"gift {donor},{donor},{kind},{name},2019-08-01,2019-08-01,1000.00,USD,,,,"
        );

    /// <summary>Takes a file of services in: one household a given organisation.</summary>
    public void IngestServices(params IEnumerable<string> organisations) =>
        Ingest(
            "services",
            "service_id,household,organisation_id,service,occurred_on,place,household_size",
            [.. organisations.Select((one, place) => $"{place},case {place},{one},food_assistance,2019-08-10,,")]
        );

    /// <summary>Writes the fund file anew.</summary>
    public void Describe(Func<FundDescription, FundDescription> change) =>
        new FundRegister(Data).Save(change(Description));

    /// <summary>The draft of a release; counts are drawn.</summary>
    public void Draft() => _ = new FundPublication(Data, TimeProvider.System).Draft(Description, CutOff);

    /// <summary>The ledger, for a moment.</summary>
    public T InLedger<T>(Func<LedgerStore, T> work)
    {
        using var ledger = LedgerStore.Open(Data.Ledger(Id));
        return work(ledger);
    }

    /// <summary>Entries of the budget; none where it was never opened.</summary>
    public IReadOnlyList<BudgetEvent> Budget()
    {
        if (!Directory.Exists(Data.Budget(Id)))
        {
            return [];
        }

        using var counts = FundCounts.Open(Data, Description, DisclosurePolicy.Default)!;
        var published = counts.Published();
        var key = Convert.FromHexString(published.Numbers.BudgetKey);
        return [.. BudgetChain.Verify(published.BudgetLines, key).Entries.Select(entry => entry.Event)];
    }

    public void Dispose() => _folder.Dispose();

    private static string Described(string sources) =>
        $$"""
            {
              "id": "counted",
              "name": { "en": "Counted", "es": "Contado" },
              "purpose": { "en": "To be tested.", "es": "Para probarse." },
              "currency": "USD",
              "fiction": true,
              "organisations": [
                { "id": "XI-EXAMPLE-1", "name": "Example Legal Aid", "type": "national_ngo" },
                { "id": "XI-EXAMPLE-2", "name": "Example Kitchen", "type": "national_ngo" }
              ],
              "designations": [],
              "sources": {{sources}},
              "counting": { "from": "2019-07-01" }
            }
            """;

    private void Ingest(string sheet, string heading, params IEnumerable<string> rows)
    {
        var folder = Directory.CreateDirectory(Path.Combine(_folder.Path, $"input-{_files++}")).FullName;
        var path = Path.Combine(folder, sheet + ".csv");
        File.WriteAllLines(path, rows.Prepend(heading));
        Assert.That(Fund.Ingest(path, "impact").RowsRejected, Is.Zero, sheet);
    }

    private string Written(string name, string text)
    {
        var path = Path.Combine(_folder.Path, name);
        File.WriteAllText(path, text);
        return path;
    }
}
