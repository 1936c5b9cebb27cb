using System.Text;
using Impact.Core.Catalogue;
using Impact.Core.Releases.States;

namespace Impact.Architecture.Tests.Documents;

/// <summary><c>docs/release-states.md</c>: the states of a release, and how one is withdrawn.</summary>
internal static class StateDocument
{
    private const string Withdrawing = """

        ## To withdraw a release

        `impact release withdraw FUND VERSION --reason-en TEXT --reason-es TEXT`: its figures must not be used. Everything stays where it is, and every
        page of it says so with the reason. Correct the records, then publish: the next version is numbered after the withdrawn one. The same
        figures once more are refused (`release-withdrawn`).

        `--safety` is for a release that endangers people. In this order, so that nothing is served once it is decided:

        1. Stop scheduled publications: they would publish the same danger under another number as soon as one other figure has changed.
        2. Run the command. The signed index says so first, and readers who ask it get no byte of the release from then on; then a
           tombstone is signed; then every file but `manifest.json`, `manifest.sig`, `tombstone.json` and `tombstone.sig` is deleted. If it
           stops half-way, run it again: the next publication would finish it, too.
        3. Look at the releases before and after it (`impact release list FUND`). One command withdraws one release. When the newest is
           withdrawn, the one before it is the fund's release again.
        4. Have caches and mirrors cleared. Files of releases are sent as never changing, and a cache that has one may keep it for a year.
        5. Correct the records or the policy, then publish.

        The reason is read by everybody, for ever. It must not say what the danger was: "A table could have pointed to families" and no more.
        An e-mail address, a number of seven digits or more, several lines and more than 300 characters are refused (`reason-unfit`); a name
        cannot be recognised by a program, so two people read the text before it is given.

        What stays in private: the ledger, as before; what the release was computed on (`private/released/FUND/VERSION.json`: its last batch and
        last day, and what it showed of spending by category and of gifts, refunds and chargebacks by month), because later releases must keep to it; and what the run that built it handed on
        (`private/runs`), which holds figures and may be deleted by hand. What stays in public: the manifest has no figure, but the digest of each
        table, so whoever guesses a deleted table rightly to the last byte can see that the guess is right.

        `impact verify` of such a folder checks manifest, signature, keys, chain, index and tombstone; it says of the rest that it was withdrawn.
        A tombstone that the index does not know, or a file left behind, is a failed claim (`tombstone`).
        """;

    /// <summary>The whole document.</summary>
    public static string Write()
    {
        var text = new StringBuilder("# States of a release\n\n").Append(GeneratedDocument.Notice);
        text.Append(
            "A release's state stands in the fund's signed index, with the day it changed and, where it was withdrawn, the reason. "
        );
        text.Append("Its files never change with it, except that a withdrawal for safety deletes them.\n");
        foreach (var rule in ReleaseStates.All)
        {
            Section(text, rule);
        }

        return text.Append(Withdrawing).Append('\n').ToString();
    }

    private static void Section(StringBuilder text, ReleaseStateRule rule)
    {
        text.Append("\n## ").Append(rule.Code).Append("\n\n");
        Line(text, "en", rule, (rule.Name.En, "Moved here by", "Readers see"), language => language.En);
        Line(text, "es", rule, (rule.Name.Es, "La pone aquí", "Quien lee ve"), language => language.Es);
        var next = rule.MayFollow.Select(state => $"`{ReleaseStates.Of(state).Code}`").ToList();
        text.Append("- May follow: ").AppendJoin(", ", next.DefaultIfEmpty("nothing")).Append('\n');
    }

    private static void Line(
        StringBuilder text,
        string tag,
        ReleaseStateRule rule,
        (string Name, string Owner, string Readers) words,
        Func<BilingualText, string> say
    ) =>
        text.Append("- ")
            .Append(tag)
            .Append(": **")
            .Append(words.Name)
            .Append("**. ")
            .Append(words.Owner)
            .Append(": ")
            .Append(Small(say(rule.Owner)))
            .Append(". ")
            .Append(words.Readers)
            .Append(": ")
            .Append(Small(say(rule.Readers)))
            .Append('\n');

    private static string Small(string sentence) => char.ToLowerInvariant(sentence[0]) + sentence[1..];
}
