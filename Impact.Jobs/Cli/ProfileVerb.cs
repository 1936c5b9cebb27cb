using System.CommandLine;
using Impact.Core.Intake;

namespace Impact.Jobs.Cli;

/// <summary><c>impact profile list</c>: the kinds of file that can be read.</summary>
internal static class ProfileVerb
{
    /// <summary>Builds the verb.</summary>
    public static Command Build() =>
        new("profile", "The kinds of file that can be read")
        {
            Verbs.Verb("list", "Every profile, with the columns it needs", [], List),
        };

    private static int List(ParseResult parsed)
    {
        if (parsed.GetValue(Verbs.Json))
        {
            Output.Json(
                Profiles.All.Select(profile => new
                {
                    profile.Id,
                    profile.Version,
                    profile.Title,
                    profile.Sheet,
                    profile.Columns,
                })
            );
            return Output.Done;
        }

        Output.Line($"{Profiles.OwnLayout}: Impact's own layout; each file is named as its sheet (docs/input.md)");
        foreach (var profile in Profiles.All)
        {
            var columns = string.Join(
                ", ",
                profile.Columns.Where(column => column.Needed).Select(column => column.Name)
            );
            Output.Line($"{profile.Id}: {profile.Title.En}");
            Output.Line($"    needs {columns}");
        }

        return Output.Done;
    }
}
