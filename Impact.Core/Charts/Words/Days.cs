using System.Globalization;
using Impact.Core.Catalogue;

namespace Impact.Core.Charts.Words;

/// <summary>Days, months, quarters and years as readers write them.</summary>
internal static class Days
{
    private const int MonthsPerQuarter = 3;

    private static readonly string[] EnglishMonths =
    [
        "January",
        "February",
        "March",
        "April",
        "May",
        "June",
        "July",
        "August",
        "September",
        "October",
        "November",
        "December",
    ];

    private static readonly string[] SpanishMonths =
    [
        "enero",
        "febrero",
        "marzo",
        "abril",
        "mayo",
        "junio",
        "julio",
        "agosto",
        "septiembre",
        "octubre",
        "noviembre",
        "diciembre",
    ];

    /// <summary>A day: <c>31 December 2020</c>, <c>31 de diciembre de 2020</c>.</summary>
    public static string Day(DateOnly day, Language language) =>
        language == Language.Spanish
            ? $"{Number(day.Day)} de {Month(day, language)}"
            : $"{Number(day.Day)} {Month(day, language)}";

    /// <summary>A month: <c>December 2020</c>, <c>diciembre de 2020</c>.</summary>
    public static string Month(DateOnly day, Language language) =>
        language == Language.Spanish
            ? $"{SpanishMonths[day.Month - 1]} de {Year(day)}"
            : $"{EnglishMonths[day.Month - 1]} {Year(day)}";

    /// <summary>The first three letters of a month; September is <c>Sep</c> in both languages.</summary>
    public static string ShortMonth(DateOnly day, Language language) =>
        (language == Language.Spanish ? SpanishMonths : EnglishMonths)[day.Month - 1][..MonthsPerQuarter];

    /// <summary>The year in four digits.</summary>
    public static string Year(DateOnly day) => day.Year.ToString("0000", CultureInfo.InvariantCulture);

    /// <summary>A quarter without its year: <c>Q3</c>, in Spanish <c>T3</c>.</summary>
    public static string Quarter(DateOnly day, Language language) =>
        (language == Language.Spanish ? "T" : "Q") + Number(((day.Month - 1) / MonthsPerQuarter) + 1);

    /// <summary>A stretch of months: <c>August 2019 to December 2020</c>.</summary>
    public static string Between(DateOnly first, DateOnly last, Language language)
    {
        if (first.Year == last.Year && first.Month == last.Month)
        {
            return Month(first, language);
        }

        return language == Language.Spanish
            ? $"{Month(first, language)} a {Month(last, language)}"
            : $"{Month(first, language)} to {Month(last, language)}";
    }

    /// <summary>A published period in words: a year stays, <c>2019-Q3</c> becomes <c>Q3 2019</c>, a month its name.</summary>
    public static string Period(string code, DateOnly first, Language language) =>
        code switch
        {
            { Length: 4 } => code,
            _ when code.Contains('Q', StringComparison.Ordinal) => $"{Quarter(first, language)} {Year(first)}",
            _ => Month(first, language),
        };

    private static string Number(int number) => number.ToString(CultureInfo.InvariantCulture);
}
