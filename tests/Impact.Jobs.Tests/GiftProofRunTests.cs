using System.Globalization;
using System.Text.Json;
using Impact.Core.Catalogue;
using Impact.Core.Rehearsal;
using Impact.Core.Releases;
using Impact.Core.Releases.Gifts;

namespace Impact.Jobs.Tests;

/// <summary>The invented fund's donors check their gifts: from the sheets through the ledger and the release to each receipt.</summary>
[TestFixture]
internal sealed class GiftProofRunTests
{
    private string _folder = null!;
    private Release _release = null!;
    private string _gifts = null!;

    private string Trust => Path.Combine(_folder, "trust");

    [OneTimeSetUp]
    public void Publish()
    {
        _folder = Directory.CreateTempSubdirectory("impact-proofs").FullName;
        var files = RehearsalFund.Write(
            new RehearsalOptions(Gifts: 500, Households: 20),
            Path.Combine(_folder, "in"),
            CancellationToken.None
        );
        var fund = Fund.Create(_folder, files.FundFile, TimeProvider.System);
        foreach (var sheet in files.Sheets)
        {
            fund.Ingest(sheet.Path, "impact");
        }

        _gifts = files.Sheet("gifts").Path;
        _release = fund.Publish();
    }

    [OneTimeTearDown]
    public void Remove() => Directory.Delete(_folder, recursive: true);

    [Test]
    public void Every_receipt_proves_its_gift_and_all_of_them_are_the_statements_lines()
    {
        var paid = PlainCsv.Read(_gifts).ToDictionary(row => row["transaction_id"], StringComparer.Ordinal);
        var receipts = new ReceiptExport(new DataFolder(_folder)).Of(_release.Manifest.Fund.Id).ToList();
        Assert.That(receipts.Select(receipt => receipt.Transaction), Is.EquivalentTo(paid.Keys));
        var (gifts, refunds) = (0L, 0L);
        foreach (var receipt in receipts)
        {
            Assert.That(ReceiptCodeText.TryRead(receipt.Code, out var code));
            var proof = GiftProof.Open(_release, code!).Gift;
            var row = paid[receipt.Transaction];
            Assert.That(proof.Transaction, Is.EqualTo(receipt.Transaction));
            Assert.That(proof.Currency, Is.EqualTo(row["currency"]));
            Assert.That(
                proof.AmountMinor,
                Is.EqualTo((long)(decimal.Parse(row["amount"], CultureInfo.InvariantCulture) * 100))
            );
            Assert.That(
                proof.ClearedOn!.Value.ToString("O", CultureInfo.InvariantCulture),
                Is.EqualTo(row["cleared_on"])
            );
            Assert.That(proof.Lots.Sum(lot => lot.AmountMinor), Is.EqualTo(proof.BaseMinor));
            gifts += proof.BaseMinor;
            refunds += proof.RefundedMinor;
        }

        Assert.That(gifts, Is.EqualTo(Line("contributions")));
        Assert.That(refunds, Is.EqualTo(Line("gift_refunds") + Line("chargebacks")).And.Positive);
    }

    [Test]
    public void The_commands_export_codes_and_prove_a_gift()
    {
        var file = Path.Combine(_folder, "codes.csv");
        var export = ImpactProcess.Run(
            "receipts",
            "export",
            _release.Manifest.Fund.Id,
            "--out",
            file,
            "--data",
            _folder
        );
        Assert.That(export.ExitCode, Is.Zero, export.Error);
        Assert.That(export.Error, Does.Contain("private"));
        if (!OperatingSystem.IsWindows())
        {
            Assert.That(File.GetUnixFileMode(file), Is.EqualTo(UnixFileMode.UserRead | UnixFileMode.UserWrite));
        }

        var again = ImpactProcess.Run(
            "receipts",
            "export",
            _release.Manifest.Fund.Id,
            "--out",
            file,
            "--data",
            _folder
        );
        Assert.That(again.Error, Does.Contain("[file-unwritten]"));
        var (transaction, code) = (
            File.ReadLines(file).ElementAt(1).Split(',')[0],
            File.ReadLines(file).ElementAt(1).Split(',')[1]
        );
        var proof = ImpactProcess.RunWith(
            code.ToLowerInvariant(),
            "proof",
            _release.Folder,
            "--trust",
            Trust,
            "--json"
        );
        Assert.That(proof.ExitCode, Is.Zero, proof.Error);
        using var json = JsonDocument.Parse(proof.Output);
        Assert.That(
            json.RootElement.GetProperty("gift").GetProperty("transaction").GetString(),
            Is.EqualTo(transaction)
        );
        Assert.That(json.RootElement.GetProperty("notProved").GetArrayLength(), Is.Positive);
        Assert.That(
            ImpactProcess.RunWith(code, "proof", _release.Folder, "--trust", Trust).Output,
            Does.Contain(transaction)
        );
        var mistyped = ImpactProcess.RunWith(code[1..], "proof", _release.Folder, "--trust", Trust);
        Assert.That(mistyped.ExitCode, Is.EqualTo(2));
        Assert.That(mistyped.Error, Does.Contain("[receipt-code]").And.Not.Contain(code[1..]));
    }

    private long Line(string line) =>
        _release
            .Table(PublishedTables.FundingStatus.Id)
            .Rows.Where(row => row.Text("line") == line)
            .Sum(row => row.Integer("amount_minor") ?? 0);
}
