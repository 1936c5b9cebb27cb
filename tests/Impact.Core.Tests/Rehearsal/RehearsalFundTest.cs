using System.Globalization;
using System.Security.Cryptography;
using Impact.Core.Catalogue;
using Impact.Core.Quantities;
using Impact.Core.Rehearsal;

namespace Impact.Core.Tests.Rehearsal;

internal sealed class RehearsalFundTest
{
    private static readonly string[] AllFiles =
    [
        RehearsalFund.FundFileName,
        .. PlainBooks.SheetNames.Select(sheet => sheet + ".csv"),
    ];

    [Test]
    public void The_same_options_give_the_same_bytes()
    {
        using var first = new RehearsalFolder(new());
        using var second = new RehearsalFolder(new());
        Assert.That(Directory.GetFiles(first.Path).Select(Path.GetFileName), Is.EquivalentTo(AllFiles));
        Assert.Multiple(() =>
        {
            foreach (var file in AllFiles)
            {
                Assert.That(second.Bytes(file), Is.EqualTo(first.Bytes(file)), file);
            }
        });
    }

    /// <summary>Written down once, so that another machine, runtime or number of threads that writes other bytes is found.</summary>
    [Test]
    public void The_default_fund_has_the_bytes_it_always_had()
    {
        using var fund = new RehearsalFolder(new());
        var digest = SHA256.HashData([.. PlainBooks.SheetNames.SelectMany(sheet => fund.Bytes(sheet + ".csv"))]);
        Assert.That(
            Convert.ToHexStringLower(digest),
            Is.EqualTo("5c609ba997ef091391c9897407af5d16934ece489979b0a21ad079d46d62ee6c")
        );
    }

    [Test]
    public async Task Funds_written_at_the_same_time_do_not_disturb_each_other()
    {
        var options = new RehearsalOptions(Gifts: 500, Households: 50);
        using var alone = new RehearsalFolder(options);
        var together = await Task.WhenAll(
            Enumerable.Range(0, 4).Select(_ => Task.Run(() => new RehearsalFolder(options)))
        );
        foreach (var fund in together)
        {
            Assert.That(AllFiles.All(file => fund.Bytes(file).SequenceEqual(alone.Bytes(file))), Is.True);
            fund.Dispose();
        }
    }

    [Test]
    public void Another_seed_gives_other_bytes_in_every_file()
    {
        using var first = new RehearsalFolder(new());
        using var second = new RehearsalFolder(new(Seed: 20190808));
        Assert.Multiple(() =>
        {
            foreach (var file in AllFiles)
            {
                Assert.That(second.Bytes(file), Is.Not.EqualTo(first.Bytes(file)), file);
            }
        });
    }

    [Test]
    public void Gifts_alone_have_the_bytes_they_have_in_the_whole_fund()
    {
        using var fund = new RehearsalFolder(new());
        var whole = fund.Bytes("gifts.csv");
        var sheet = RehearsalFund.WriteGifts(new(Households: 0), fund.Path, CancellationToken.None);
        Assert.That(sheet.Rows, Is.EqualTo(5000));
        Assert.That(File.ReadAllBytes(sheet.Path), Is.EqualTo(whole));
    }

    [TestCase(1, 0)]
    [TestCase(1, 1)]
    [TestCase(99, 0)]
    [TestCase(1000, 1)]
    [TestCase(50_000, 600)]
    public void There_are_as_many_gifts_and_households_as_asked_for(int gifts, int households)
    {
        using var fund = new RehearsalFolder(new(Gifts: gifts, Households: households));
        var books = fund.Read();
        Assert.That(books["gifts"], Has.Count.EqualTo(gifts));
        Assert.That(
            fund.Files.Sheets.Select(sheet => sheet.Rows),
            Is.EqualTo(PlainBooks.SheetNames.Select(name => books[name].Count))
        );
        // A household has a case at one partner at least and at three at most.
        var cases = books["services"].Select(row => row["household"]).Distinct(StringComparer.Ordinal).Count();
        Assert.That(cases, Is.InRange(households, 3 * households));
    }

    [Test]
    public void The_fund_file_reads_back_as_the_description()
    {
        using var fund = new RehearsalFolder(new(Gifts: 1, Households: 0));
        var text = File.ReadAllText(fund.Files.FundFile);
        var description = FundDescriptionJson.Read(text);
        Assert.That(FundDescriptionJson.Write(description), Is.EqualTo(text));
        Assert.That(description.Fiction, Is.True);
        Assert.That(description.FinalUntil, Is.EqualTo(new DateOnly(2020, 9, 30)));
        Assert.That(description.IsFromPublicSources, Is.False);
        Assert.That(description.Sources.Single().Licence, Is.EqualTo("CC0-1.0"));
    }

    [Test]
    public void Every_name_says_that_it_is_invented_and_every_identifier_that_it_is_rehearsal()
    {
        var fund = RehearsalFund.Describe(new());
        using var written = new RehearsalFolder(new(Gifts: 50_000));
        var givers = written
            .Read()["gifts"]
            .Select(row => row["giver_name"])
            .Where(name => name is not "")
            .Distinct(StringComparer.Ordinal);
        string[] names =
        [
            fund.Name.En,
            .. fund.Organisations.Select(o => o.Name),
            .. fund.Places.Select(p => p.Label.En),
            .. givers,
        ];
        string[] identifiers = [.. fund.Organisations.Select(o => o.Id), .. fund.Places.Select(p => p.Value)];
        Assert.That(names, Has.All.EndsWith(" (invented)"));
        Assert.That(names, Has.Length.EqualTo(1 + 6 + 8 + 12));
        Assert.That(fund.Places.Select(p => p.Label.Es).Append(fund.Name.Es), Has.All.EndsWith(" (inventado)"));
        Assert.That(identifiers, Has.All.StartsWith("XI-REHEARSAL-"));
        Assert.That(identifiers, Has.All.Matches<string>(OrganisationId.IsValid));
    }

    [Test]
    public void The_description_keeps_its_own_rules()
    {
        var fund = RehearsalFund.Describe(new());
        var partners = fund.Organisations.Select(o => o.Id).ToList();
        Assert.That(partners, Is.Unique.And.Count.EqualTo(6));
        Assert.That(fund.Organisations.Count(o => o.CashProgramme), Is.EqualTo(2));
        Assert.That(
            fund.Organisations,
            Has.All.Matches<FundOrganisation>(o => CodeLists.OrganisationType.Has(o!.Type))
        );
        Assert.That(
            fund.Designations.Where(d => d.OrganisationId is not null).Select(d => d.OrganisationId),
            Is.SubsetOf(partners)
        );
        Assert.That(fund.Designations, Has.Some.Matches<FundDesignation>(d => d!.OrganisationId is null));
        Assert.That(fund.Indicators.Count(i => i.Population == IndicatorPopulation.Statement), Is.EqualTo(2));
        Assert.That(fund.Indicators.Count(i => i.Population == IndicatorPopulation.Households), Is.EqualTo(1));
    }

    [Test]
    public void Only_partners_with_a_cash_programme_pay_cash()
    {
        using var fund = new RehearsalFolder(new());
        var paying = RehearsalFund.Describe(new()).Organisations.Where(o => o.CashProgramme).Select(o => o.Id);
        var books = fund.Read();
        var spent = books["partner_entries"]
            .Where(row => row["category"] is "cash_aid")
            .Select(row => row["organisation_id"]);
        var served = books["services"]
            .Where(row => row["service"] is "cash_assistance")
            .Select(row => row["organisation_id"]);
        Assert.That(spent.Concat(served).Distinct(StringComparer.Ordinal), Is.EquivalentTo(paying));
    }

    [Test]
    public void A_stopped_writing_leaves_nothing_behind()
    {
        var folder = Directory.CreateTempSubdirectory("impact-rehearsal-");
        using var stopped = new CancellationTokenSource();
        stopped.Cancel();
        Assert.That(
            () => RehearsalFund.Write(new(Gifts: 100_000), folder.FullName, stopped.Token),
            Throws.InstanceOf<OperationCanceledException>()
        );
        Assert.That(folder.GetFiles(), Is.Empty);
        folder.Delete();
    }

    [Test]
    public void The_culture_of_the_machine_does_not_matter()
    {
        var options = new RehearsalOptions(Gifts: 300, Households: 20);
        using var plain = new RehearsalFolder(options);
        var before = CultureInfo.CurrentCulture;
        try
        {
            CultureInfo.CurrentCulture = new CultureInfo("ar-SA");
            using var arabic = new RehearsalFolder(options);
            Assert.That(AllFiles.All(file => arabic.Bytes(file).SequenceEqual(plain.Bytes(file))), Is.True);
        }
        finally
        {
            CultureInfo.CurrentCulture = before;
        }
    }
}
