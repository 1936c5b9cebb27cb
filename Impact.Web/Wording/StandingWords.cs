using Impact.Web.Reading;

namespace Impact.Web.Wording;

/// <summary>Words for finality and completeness.</summary>
public static class StandingWords
{
    /// <summary>One word: <c>provisional</c> or <c>final</c>.</summary>
    public static string Finality(Standing standing, Reader reader) =>
        standing.IsProvisional ? reader.Say("provisional", "provisional") : reader.Say("final", "definitivo");

    /// <summary>How many of the reports that are owed are in: <c>5 of 6 reports</c>.</summary>
    public static string Reports(Standing standing, Reader reader) =>
        (standing.Reported, standing.Expected) switch
        {
            (_, 0) => reader.Say("no reports due", "sin informes pendientes"),
            var (reported, expected) => reader.Say(
                $"{Formats.Count(reported)} of {Formats.Count(expected)} reports",
                $"{Formats.Count(reported)} de {Formats.Count(expected)} informes"
            ),
        };

    /// <summary>The same in few characters, for a narrow column: <c>5 of 6</c>.</summary>
    public static string ReportsBriefly(Standing standing, Reader reader) =>
        standing.Expected == 0
            ? "–"
            : $"{Formats.Count(standing.Reported)} {reader.Say("of", "de")} {Formats.Count(standing.Expected)}";
}
