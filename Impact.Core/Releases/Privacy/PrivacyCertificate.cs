using System.Text;
using Impact.Core.Catalogue;

namespace Impact.Core.Releases.Privacy;

/// <summary>The privacy certificate of a release: what is protected, how well, what stands outside, and what is known to be weak.</summary>
/// <remarks>It is put together from the signed manifest alone, so that a reader can hold it against the budget ledger beside it.</remarks>
public static class PrivacyCertificate
{
    /// <summary>The file in a language, Markdown.</summary>
    /// <param name="manifest">A manifest with <see cref="Manifest.Privacy"/>.</param>
    /// <param name="language"><c>en</c> or <c>es</c>.</param>
    internal static byte[] Write(Manifest manifest, string language) =>
        Encoding.UTF8.GetBytes(Text(manifest, Of(language)).ReplaceLineEndings("\n"));

    private static Language Of(string language) => language == "es" ? Language.Spanish : Language.English;

    private static string Text(Manifest manifest, Language language)
    {
        var privacy = manifest.Privacy!;
        var text = new StringBuilder();
        text.Append("# ")
            .Append(PrivacyWords.Title.In(language))
            .Append(": ")
            .Append(manifest.Fund.Name.In(language))
            .Append(' ')
            .AppendLine(manifest.Version)
            .AppendLine();
        if (manifest.Fund.Fiction)
        {
            text.Append("**").Append(PrivacyWords.Fiction.In(language)).AppendLine("**").AppendLine();
        }

        text.AppendLine(PrivacyWords.Promise.In(language)).AppendLine();
        Section(text, PrivacyWords.MeaningTitle.In(language), PrivacyWords.MeaningText.In(language));
        Table(text, PrivacyTables.Meanings(privacy, language));
        Section(text, PrivacyWords.BudgetTitle.In(language), PrivacyWords.BudgetText.In(language));
        Table(text, PrivacyTables.Budgets(privacy, language));
        Section(text, PrivacyWords.TablesTitle.In(language), PrivacyWords.TablesText.In(language));
        Table(text, PrivacyTables.Series(privacy, language));
        Section(text, PrivacyWords.OutsideTitle.In(language), body: null);
        List(text, PrivacyWords.Outside, language);
        Section(text, PrivacyWords.WeakTitle.In(language), body: null);
        List(text, PrivacyWords.Weak, language);
        Section(text, PrivacyWords.HazardsTitle.In(language), body: null);
        List(text, PrivacyWords.Hazards, language);
        Section(text, PrivacyWords.CheckTitle.In(language), PrivacyWords.CheckText.In(language));
        return text.ToString();
    }

    private static void Section(StringBuilder text, string title, string? body)
    {
        text.Append("## ").AppendLine(title).AppendLine();
        if (body is not null)
        {
            text.AppendLine(body).AppendLine();
        }
    }

    private static void Table(StringBuilder text, PrivacyTable table)
    {
        text.Append("| ").AppendJoin(" | ", table.Columns).AppendLine(" |");
        text.Append("| ").AppendJoin(" | ", table.Columns.Select(_ => "---")).AppendLine(" |");
        foreach (var row in table.Rows)
        {
            text.Append("| ").AppendJoin(" | ", row).AppendLine(" |");
        }

        text.AppendLine();
    }

    private static void List(StringBuilder text, IReadOnlyList<PrivacyTopic> items, Language language)
    {
        foreach (var item in items)
        {
            text.Append("- ").AppendLine(item.Text.In(language));
        }

        text.AppendLine();
    }
}
