using Impact.Core.Catalogue;
using Impact.Core.Releases;
using Impact.Core.Releases.States;
using Impact.Web.Reading;

namespace Impact.Web.Feeds;

/// <summary>What the feeds tell: of releases from the signed lists, of corrections from the newest releases.</summary>
internal static class FeedEntries
{
    /// <summary>Older entries are in the list of releases and the table <c>corrections</c>.</summary>
    private const int Most = 200;

    /// <summary>Every release of every fund, newest first; a changed state is an update of its entry.</summary>
    public static IReadOnlyList<FeedEntry> Releases(ReleaseShelf shelf) =>
        Newest(Funds(shelf).SelectMany(fund => fund.Index.Versions.Select(entry => Release(fund, entry))));

    /// <summary>Corrections and withdrawals, newest first.</summary>
    public static IReadOnlyList<FeedEntry> Corrections(ReleaseShelf shelf) =>
        Newest(
            Funds(shelf)
                .SelectMany(fund =>
                    fund.Rows(PublishedTables.Corrections.Id)
                        .Select(row => Correction(fund, row))
                        .Concat(
                            fund.Index.Versions.Where(entry => entry.Reason is not null)
                                .Select(entry => Withdrawal(fund, entry))
                        )
                )
        );

    private static IReadOnlyList<FeedEntry> Newest(IEnumerable<FeedEntry> entries) =>
        [
            .. entries
                .OrderByDescending(entry => entry.Updated)
                .ThenBy(entry => entry.Name, StringComparer.Ordinal)
                .Take(Most),
        ];

    private static IEnumerable<FundReading> Funds(ReleaseShelf shelf)
    {
        foreach (var id in shelf.Funds)
        {
            FundReading? fund = null;
            try
            {
                fund = shelf.Index(id) is { } index && shelf.Latest(id) is { } release ? new(index, release) : null;
                fund?.Release.FindTable(PublishedTables.Corrections.Id);
            }
            catch (FaultException)
            {
                // A fund that fails its check is told on the list of funds; nothing of it is sent.
                fund = null;
            }

            if (fund is not null)
            {
                yield return fund;
            }
        }
    }

    private static FeedEntry Release(FundReading fund, ReleaseIndexEntry entry)
    {
        var state = ReleaseStates.Of(entry.State);
        var reason = entry.Reason ?? state.Readers;
        return new(
            $"release {fund.Id} {entry.Version}",
            new($"{fund.Name.En} {entry.Version}", $"{fund.Name.Es} {entry.Version}"),
            new(
                $"{Fiction(fund).En}{state.Name.En}. Figures up to {entry.CutOff:yyyy-MM-dd}. {reason.En}",
                $"{Fiction(fund).Es}{state.Name.Es}. Cifras hasta el {entry.CutOff:yyyy-MM-dd}. {reason.Es}"
            ),
            entry.ChangedAt ?? entry.PublishedAt,
            $"{fund.Path}/releases/{entry.Version}"
        );
    }

    private static FeedEntry Withdrawal(FundReading fund, ReleaseIndexEntry entry) =>
        Release(fund, entry) with
        {
            Name = $"withdrawal {fund.Id} {entry.Version}",
        };

    private static FeedEntry Correction(FundReading fund, TableRow row)
    {
        var (number, code) = (row.Text("correction"), row.Text("state"));
        var state = CodeLists.CorrectionStatus.Label(code);
        return new(
            $"correction {fund.Id} {number} {code}",
            new($"{fund.Name.En}: correction {number}, {state.En}", $"{fund.Name.Es}: corrección {number}, {state.Es}"),
            new(
                $"{Fiction(fund).En}{row.Text("what_en")} {row.Text("why_en")}",
                $"{Fiction(fund).Es}{row.Text("what_es")} {row.Text("why_es")}"
            ),
            new(row.Date("recorded_on")!.Value, TimeOnly.MinValue, TimeSpan.Zero),
            fund.Path
        );
    }

    private static BilingualText Fiction(FundReading fund) =>
        fund.Fiction ? new("Invented figures. ", "Cifras inventadas. ") : BilingualText.Same(string.Empty);
}
