using Impact.Core;
using Impact.Core.Catalogue;
using Impact.Core.Catalogue.Derivations;
using Impact.Core.Charts;
using Impact.Core.Disclosure;
using Impact.Core.Quantities;
using Impact.Core.Releases;
using Impact.Core.Releases.Gifts;
using Impact.Core.Releases.Keys;
using Impact.Core.Releases.States;

namespace Impact.Testing.Releases;

/// <summary>A data directory with two published funds: a small one that tells everything, and a large one that tells little.</summary>
/// <remarks>The figures are made by arithmetic alone, so every run publishes the same tables.</remarks>
internal sealed class ExampleReleases : IDisposable
{
    private ExampleReleases(string folder) => Folder = folder;

    /// <summary>The data directory, <c>D</c>; deleted on disposal.</summary>
    public string Folder { get; }

    /// <summary>The folder of releases.</summary>
    public string Public => Path.Combine(Folder, "public");

    /// <summary>The folder of public keys.</summary>
    public string Trust => Path.Combine(Folder, "trust");

    /// <summary>A data directory in which nothing is published yet.</summary>
    public static ExampleReleases Empty() => new(Directory.CreateTempSubdirectory("impact-example-").FullName);

    /// <summary>Publishes both funds: the small one twice, the large one once.</summary>
    /// <param name="charts">Whether charts are drawn, which takes some seconds.</param>
    public static ExampleReleases Publish(bool charts = true)
    {
        var examples = Empty();
        try
        {
            examples.Publish(new SmallFund(closedQuarters: 5), charts);
            examples.Publish(new SmallFund(closedQuarters: SmallFund.MostQuarters), charts);
            examples.Publish(new LargeFund(), charts);
            return examples;
        }
        catch
        {
            examples.Dispose();
            throw;
        }
    }

    /// <summary>Publishes one fund.</summary>
    public Release Publish(ExampleFund fund, bool charts) => Publish(fund, [.. fund.Tables()], charts, openGifts: null);

    /// <summary>Publishes one fund with so many invented gifts behind its statement, the first of them refunded.</summary>
    public Release PublishWithGifts(ExampleFund fund, int gifts, long refunded)
    {
        var schema = PublishedTables.FundingStatus;
        var statement = fund.Tables().Single(table => table.Schema == schema);
        var contributions = statement.Rows.Single(row => row.Text("line") == "contributions").Integer("amount_minor");
        var source = ListedGifts.For(contributions!.Value, refunded, gifts, fund.CutOff);
        var changed = new PublishedTable(
            schema,
            statement.Rows.Select(row => row.Text("line") == "gift_refunds" ? Refunded(row, refunded) : row.Cells)
        );
        return Publish(
            fund,
            [.. fund.Tables().Where(table => table.Schema != schema), changed],
            charts: false,
            () => source
        );
    }

    /// <summary>The receipt code of an invented gift, by its number from 0.</summary>
    public string ReceiptCodeOf(string fund, int gift) =>
        ReceiptCode.Of(GiftKeys.Open(Folder, fund).Receipt, ListedGifts.TransactionOf(gift)).ToString();

    /// <summary>Publishes the small fund with counts of families and donors, drawn now from a budget of its own, without charts.</summary>
    public static ExampleReleases PublishCounted()
    {
        var examples = Empty();
        var fund = new SmallFund(SmallFund.MostQuarters);
        var counted = new CountedFund(fund.Describe(), fund.CutOff);
        using var counts = counted.Open(new DataFolder(examples.Folder));
        var draft = Draft(counted.Description, fund.CutOff, [.. fund.Tables()]);
        var noisy = counted.Tables(counts);
        examples.Publish(draft with { Tables = [.. draft.Tables, .. noisy], Privacy = counts.Published() }, fund.Clock);
        return examples;
    }

    private Release Publish(ExampleFund fund, List<PublishedTable> tables, bool charts, Func<IGiftSource?>? openGifts)
    {
        var description = fund.Describe();
        var draft = Draft(description, fund.CutOff, tables) with
        {
            OpenGifts = openGifts,
            DescribeCharts = version => charts ? Pictures(ChartBook.Describe, fund, tables, version) : [],
            DrawCharts = version => charts ? Pictures(ChartBook.Draw, fund, tables, version) : [],
        };
        return Publish(draft, fund.Clock);
    }

    private Release Publish(ReleaseDraft draft, TimeProvider clock)
    {
        if (!File.Exists(SigningKeys.PathOf(Folder, draft.Fund.Id)))
        {
            SigningKeys.Create(Folder, draft.Fund.Id);
        }

        return new ReleaseBuilder(Folder, clock).Publish(draft).Release;
    }

    private static ReleaseDraft Draft(FundDescription description, DateOnly cutOff, List<PublishedTable> tables) =>
        new()
        {
            Fund = description,
            CutOff = cutOff,
            Policy = new("impact-default", "1", new string('a', 64)),
            RulesVersion = "1",
            Tool = "impact 0.0.0",
            Metrics = [.. MetricCards.All.Select(card => new ManifestMetric(card.Id, card.Version, card.Table))],
            Checks =
            [
                new(
                    "money-exact",
                    CheckOutcome.Passed,
                    new("Every identity holds to the cent.", "Cada identidad se cumple al centavo.")
                ),
                new(
                    "bank-statements",
                    CheckOutcome.NotChecked,
                    new("No bank statements were given.", "No se entregaron extractos bancarios.")
                ),
            ],
            Tables = [.. tables.Select(Decide)],
            DescribeCharts = _ => [],
            DrawCharts = _ => [],
        };

    /// <summary>
    /// Publishes the small fund four times without charts, with its key changed once: 1.1.0 is withdrawn for safety, 1.3.0 withdrawn,
    /// and 1.2.0 is the fund's release again.
    /// </summary>
    public static ExampleReleases PublishAndWithdraw()
    {
        const int firstQuarters = 2;
        var examples = Empty();
        for (var more = 0; more < 4; more++)
        {
            examples.Publish(new SmallFund(firstQuarters + more), charts: false);
        }

        examples.Rotate(SmallFund.Id);
        examples.Withdraw(
            SmallFund.Id,
            "1.1.0",
            new("A table could have pointed to families.", "Una tabla podía señalar a familias."),
            forSafety: true
        );
        examples.Withdraw(
            SmallFund.Id,
            "1.3.0",
            new(
                "The transfers to one organisation were counted twice.",
                "Las transferencias a una organización se contaron dos veces."
            )
        );
        return examples;
    }

    /// <summary>Withdraws a release.</summary>
    public void Withdraw(string fund, string version, BilingualText reason, bool forSafety = false)
    {
        var clock = new SmallFund(SmallFund.MostQuarters).Clock;
        new ReleaseWithdrawal(Folder).Withdraw(fund, version, Withdrawal.For(reason, forSafety, clock));
    }

    /// <summary>Replaces a fund's key.</summary>
    public void Rotate(string fund) =>
        new KeyRotation(Folder, new SmallFund(SmallFund.MostQuarters).Clock).Rotate(fund);

    public void Dispose() => Directory.Delete(Folder, recursive: true);

    private static IReadOnlyList<object?> Refunded(TableRow row, long minor)
    {
        var cells = row.Cells.ToArray();
        cells[row.Schema.IndexOf("amount_minor")] = minor;
        cells[row.Schema.IndexOf("amount")] = new Money(minor, Currency.Parse(row.Text("currency"))).Major;
        return cells;
    }

    private static ControlledTable Decide(PublishedTable table)
    {
        var decision =
            Derivation.IsDerived(table.Schema) ? "derived"
            : table.Schema.Protection == ProtectionClass.PartnerStatement ? "statement-rounded"
            : "exact";
        return ControlledTable.Decide(table.Schema, [.. table.Rows.Select(row => (row.Cells, decision))]);
    }

    private static IEnumerable<ReleaseChart> Pictures(
        Func<IReadOnlyDictionary<string, PublishedTable>, ChartContext, IEnumerable<ChartFile>> draw,
        ExampleFund fund,
        List<PublishedTable> tables,
        string version
    )
    {
        var described = fund.Describe();
        var context = new ChartContext(
            described.Name,
            described.Currency,
            fund.CutOff,
            version,
            described.Fiction,
            described.Sources[0].Attribution
        );
        return draw(tables.ToDictionary(table => table.Schema.Id, StringComparer.Ordinal), context)
            .Select(file => new ReleaseChart(file.Path, file.Bytes));
    }
}
