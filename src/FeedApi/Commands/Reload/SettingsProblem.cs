using System.Globalization;
using System.Text.RegularExpressions;
using FeedApi.Model;
using FeedApi.Site;
using FeedApi.Site.Files;

namespace FeedApi.Commands.Reload;

/// <summary>Makes a <see cref="Problem"/> of an invalid setting.</summary>
/// <param name="Problem">The problem.</param>
/// <param name="Place">The file, and the line when it is known: <c>_config.yml:3</c>.</param>
internal sealed partial record SettingsProblem(Problem Problem, string Place)
{
    private const string Action = "The settings read last stay in effect.";

    /// <summary>Finds the place in the message of the exception.</summary>
    /// <param name="fault">The exception.</param>
    /// <param name="folder">The folder of the configuration.</param>
    /// <param name="config">The file that is meant when the message names none.</param>
    public static SettingsProblem Of(SiteConfigException fault, string folder, string config)
    {
        var message = fault.Message.ReplaceLineEndings(" ");
        if (fault.InnerException is UnreadableException unreadable) return OfUnreadable(unreadable, folder, message);
        if (WithLine().Match(message) is { Success: true } place)
            return Of(place.Groups["file"].Value, NumberOf(place, "line"), NumberOf(place, "column"), place.Groups["rest"].Value);
        var first = message.Split(' ', 2)[0].TrimEnd(':');
        return first == config || File.Exists(Path.Combine(folder, first))
            ? Of(first, null, null, message)
            : Of(config, null, null, message);
    }

    private static SettingsProblem OfUnreadable(UnreadableException fault, string folder, string message)
    {
        var path = Path.GetRelativePath(folder, fault.FullPath).Replace(Path.DirectorySeparatorChar, '/');
        return new SettingsProblem(
            new Problem(ProblemCodes.Unreadable, ProblemSeverity.Error, path, null, null, message, Action), path);
    }

    private static SettingsProblem Of(string file, int? line, int? column, string message)
    {
        var problem = new Problem(ProblemCodes.InvalidSettings, ProblemSeverity.Error, file, line, column, message, Action);
        return new SettingsProblem(problem, line is null ? file : string.Create(CultureInfo.InvariantCulture, $"{file}:{line}"));
    }

    private static int? NumberOf(Match match, string group) =>
        int.TryParse(match.Groups[group].Value, NumberStyles.None, CultureInfo.InvariantCulture, out var number) ? number : null;

    [GeneratedRegex(@"^(?<file>[^:]+):(?<line>[0-9]+)(:(?<column>[0-9]+))?: (?<rest>.*)\z", RegexOptions.NonBacktracking)]
    private static partial Regex WithLine();
}
