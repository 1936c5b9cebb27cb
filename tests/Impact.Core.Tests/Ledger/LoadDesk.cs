using System.Text;
using Impact.Core.Catalogue;
using Impact.Core.Intake;
using Impact.Core.Ledger;
using Microsoft.Extensions.Time.Testing;

namespace Impact.Core.Tests.Ledger;

/// <summary>A small fund in a folder of its own, and files to load into it.</summary>
internal sealed class LoadDesk : IDisposable
{
    public const string GiftHeading =
        "transaction_id,donor,giver_kind,giver_name,occurred_on,cleared_on,amount,currency,base_amount,designation,region,recurring";

    public static readonly DateTimeOffset Now = new(2021, 1, 15, 12, 0, 0, TimeSpan.Zero);

    private static readonly byte[] KeyBytes =
    [
        .. Enumerable.Range(0, TokenKey.KeyBytes).Select(number => (byte)number),
    ];

    public LoadDesk() => Directory.CreateDirectory(Folder);

    public string Folder { get; } = Path.Combine(Path.GetTempPath(), "impact-" + Path.GetRandomFileName());

    public TokenKey Key { get; } = TokenKey.FromBytes(KeyBytes);

    public static FundDescription Fund { get; } =
        new()
        {
            Id = "test",
            Name = BilingualText.Same("Test"),
            Purpose = BilingualText.Same("Test"),
            Currency = "USD",
            Organisations = [new("XI-TEST-1", "One", "national_ngo"), new("XI-TEST-2", "Two", "national_ngo")],
            Designations = [new("legal-help", BilingualText.Same("Legal help"), "XI-TEST-1")],
            Indicators =
            [
                new("workshops", BilingualText.Same("Workshops"), IndicatorPopulation.Statement, Aggregation.People),
            ],
        };

    public static string Gift(
        string id,
        string amount = "10.00",
        string donor = "donor@example.org",
        string day = "2020-01-02"
    ) => $"{id},{donor},individual,,{day},{day},{amount},USD,,,,";

    public string Write(string name, string text) => Write(name, Encoding.UTF8.GetBytes(text));

    public string Write(string name, byte[] bytes)
    {
        var path = Path.Combine(Folder, name);
        File.WriteAllBytes(path, bytes);
        return path;
    }

    public string WriteGifts(params ReadOnlySpan<string> rows) =>
        Write("gifts.csv", GiftHeading + "\n" + string.Join("\n", rows.ToArray()) + "\n");

    public LoadReport Load(
        string path,
        string profile = "impact",
        FundDescription? fund = null,
        bool acceptRemovals = false
    )
    {
        using var ledger = LedgerStore.Open(Path.Combine(Folder, "ledger"));
        var load = new LedgerLoad(ledger, new FakeTimeProvider(Now));
        return load.Load(
            SourceFile.Open(path),
            Profiles.For(profile, path),
            fund ?? Fund,
            new LoadOptions(Key, acceptRemovals)
        );
    }

    public IReadOnlyList<T> Query<T>(string sql, Func<LedgerRow, T> map)
    {
        using var ledger = LedgerStore.Open(Path.Combine(Folder, "ledger"));
        return ledger.Query("test", sql, map);
    }

    public long Count(string table) =>
        Query($"SELECT count(*) AS rows FROM {table}", row => row.Integer("rows")).Single();

    public Fault FaultOf(string path, string profile = "impact") =>
        Assert.Throws<FaultException>(() => Load(path, profile))!.Fault;

    public void Dispose() => Directory.Delete(Folder, recursive: true);
}
