namespace Impact.Core.Catalogue;

/// <summary>The languages everything public is written in.</summary>
public enum Language
{
    /// <summary>English.</summary>
    English,

    /// <summary>Spanish.</summary>
    Spanish,
}

/// <summary>One text in English and in Spanish; neither is ever empty where a reader may see it.</summary>
/// <param name="En">The English text.</param>
/// <param name="Es">The Spanish text.</param>
public sealed record BilingualText(string En, string Es)
{
    /// <summary>The text in a language.</summary>
    public string In(Language language) => language == Language.Spanish ? Es : En;

    /// <summary>The same text in both languages: for names that are not translated.</summary>
    public static BilingualText Same(string text) => new(text, text);
}
