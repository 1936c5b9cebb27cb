using Impact.Core.Catalogue;
using Impact.Core.Noise.Accounting;

namespace Impact.Core.Releases.Privacy;

/// <summary>The claims about noisy tables, recomputed from the published budget ledger.</summary>
internal static class PrivacyClaims
{
    private static readonly BilingualText NoCounts = new(
        "the release shows no count of single people",
        "la versión no muestra ningún recuento de personas"
    );

    /// <summary>Checks both claims.</summary>
    /// <param name="folder">The release's folder.</param>
    /// <param name="manifest">Its manifest.</param>
    /// <param name="tables">Its tables.</param>
    /// <param name="before">The release before, or null where it is not at hand.</param>
    public static IEnumerable<VerifyClaim> Check(
        string folder,
        Manifest manifest,
        IReadOnlyDictionary<string, PublishedTable> tables,
        Manifest? before
    )
    {
        var shown = PublishedTables.OfCounts.Where(schema =>
            tables.GetValueOrDefault(schema.Id) is { Rows.Count: > 0 }
        );
        if (manifest.Privacy is not { } privacy)
        {
            List<string> unpaid = [.. shown.Select(schema => schema.Id)];
            var finding = unpaid.Count == 0 ? Finding.NotChecked(NoCounts) : Finding.Of(unpaid);
            return [ReleaseClaims.PrivacyBudget.With(finding), ReleaseClaims.NoisyCounts.With(finding)];
        }

        if (ReadableFile.Bytes(folder, PrivacyPaths.Budget) is not { } lines || !TryKey(privacy.BudgetKey, out var key))
        {
            var missing = Finding.Of([PrivacyPaths.Budget]);
            return [ReleaseClaims.PrivacyBudget.With(missing), ReleaseClaims.NoisyCounts.With(missing)];
        }

        var verdict = BudgetChain.Verify(lines, key);
        return
        [
            ReleaseClaims.PrivacyBudget.With(Finding.Of([.. Chain(privacy, verdict, before?.Privacy)])),
            ReleaseClaims.NoisyCounts.With(
                Finding.Of([.. shown.SelectMany(schema => Cells(tables[schema.Id], verdict.Account))])
            ),
        ];
    }

    private static IEnumerable<string> Chain(ManifestPrivacy privacy, BudgetVerdict verdict, ManifestPrivacy? before)
    {
        if (verdict.Break is { } broken)
        {
            yield return FormattableString.Invariant($"{PrivacyPaths.Budget}:{broken.Line}");
        }

        if (verdict.Head != new BudgetHead(privacy.Entries, privacy.HeadSha256))
        {
            yield return "head";
        }

        if (before is not null && !verdict.Contains(new(before.Entries, before.HeadSha256)))
        {
            yield return "previous head";
        }

        foreach (var unit in privacy.Units)
        {
            if (
                verdict.Account.Units.GetValueOrDefault(unit.Unit) is not { } meter
                || meter.Spent.ToString() != unit.Spent
                || meter.Lifetime.ToString() != unit.Lifetime
            )
            {
                yield return unit.Unit;
            }
        }
    }

    /// <summary>Each figure was paid for before it was drawn, and stands in the middle of the interval that its noise has.</summary>
    private static IEnumerable<string> Cells(PublishedTable table, BudgetAccount account)
    {
        var schema = table.Schema;
        if (account.SeriesOf(schema.Id) is not { } terms)
        {
            return [schema.Id];
        }

        var column = schema.Has("month") ? "month" : "quarter";
        var periods = table
            .Rows.Select(row => row.Text(column))
            .Distinct(StringComparer.Ordinal)
            .Order(StringComparer.Ordinal)
            .ToList();
        return periods.SelectMany(
            (period, index) =>
            {
                var status = account.Find(schema.Id, period)?.Status;
                var half = terms.HalfWidth(index + 1);
                var rows = table.Rows.Where(row => row.Text(column) == period);
                return rows.All(row => IsSound(row, status, half)) ? (string[])[] : [$"{schema.Id} {period}"];
            }
        );
    }

    private static bool IsSound(TableRow row, PeriodStatus? status, long half) =>
        (row.Integer("value"), status) switch
        {
            ({ } value, PeriodStatus.Stored) => row.Integer("low") == value - half
                && row.Integer("high") == value + half,
            (null, PeriodStatus.Burnt) => true,
            _ => false,
        };

    private static bool TryKey(string text, out byte[] key)
    {
        const int digits = 64;
        var isKey = text.Length == digits && text.All(char.IsAsciiHexDigitLower);
        key = isKey ? Convert.FromHexString(text) : [];
        return isKey;
    }
}
