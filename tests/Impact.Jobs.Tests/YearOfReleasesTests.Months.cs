using Impact.Core.Rehearsal;

namespace Impact.Jobs.Tests;

/// <content>What happens between two releases of the year, and how it is read.</content>
internal sealed partial class YearOfReleasesTests
{
    private static DateOnly CutOff(int month) => new DateOnly(2019, 9, 1).AddMonths(month).AddDays(-1);

    /// <summary>Of late autumn one partner's spending, half of the services and one partner's certified quarter come in in February.</summary>
    private static DateOnly? LateUntil(RehearsalReplay.Row row) =>
        row.Sheet switch
        {
            "partner_entries"
                when row["kind"] == "expenditure"
                    && row["organisation_id"] == Spender
                    && IsIn(row, "cleared_on", "2019-11") => LateDay,
            "services" when IsIn(row, "occurred_on", "2019-12") && row["service_id"][^1] % 2 == 0 => LateDay,
            "indicators"
                when IsIn(row, "period", "2019-Q4")
                    && row["measure"] == "reached"
                    && row["organisation_id"] == RehearsalCast.Partners[RehearsalCast.Network].Id => LateDay,
            _ => null,
        };

    private static bool IsIn(RehearsalReplay.Row row, string column, string start) =>
        row[column].StartsWith(start, StringComparison.Ordinal);

    private long? Spent(string version, string organisation, string quarter) =>
        Shelf
            .Open(Id, version)!
            .Table("money_by_organisation")
            .Rows.SingleOrDefault(row =>
                row.Text("organisation_id") == organisation
                && row.Text("quarter") == quarter
                && row.Text("measure") == "spent"
            )
            ?.Integer("amount_minor");

    private IEnumerable<long?> Workshops(string version) =>
        Shelf
            .Open(Id, version)!
            .Table("people")
            .Rows.Where(row =>
                row.Text("organisation_id") == _stating
                && row.Text("indicator") == RehearsalDescription.Workshops
                && row.Text("measure") == "reached"
                && row.Text("split") == "total"
            )
            .Select(row => row.Integer("value"));

    private void Between(int month, DateOnly cutOff)
    {
        if (month == BookedAnewMonth + 1)
        {
            // One dollar too much was booked in February: the row is taken back, and booked anew.
            Ingest(
                _replay.Write(
                    cutOff,
                    "partner_entries",
                    [_wrong.Heading, _wrong.Again("-back", "2020-04-10", 0), _wrong.Again("-anew", "2020-04-10", -1)]
                )
            );
        }

        if (month == WithdrawnMonth)
        {
            Ingest(Corrected($"W-1,withdrawn,2020-05-20,,{_stating},,{RehearsalDescription.Workshops},people"));
        }
    }

    private string Corrected(string step) =>
        _replay.Write(
            new(2020, 6, 30),
            "corrections",
            [Corrections, $"{step},,fund,It was wrong.,Estaba mal.,A mistake.,Un error."]
        );

    /// <summary>Pictures are left out: they take most of the time and are not what is looked at.</summary>
    private string Publish(DateOnly cutOff)
    {
        var publication = new FundPublication(new DataFolder(_folder), TimeProvider.System);
        var draft = publication.Draft(_fund.Description, cutOff) with { DescribeCharts = null, DrawCharts = _ => [] };
        return publication.Publish(draft).Release.Manifest.Version;
    }

    private void Ingest(string path)
    {
        var result = _fund.Ingest(path, "impact");
        Assert.That(result.RowsRejected, Is.Zero, Path.GetFileName(path));
    }
}
