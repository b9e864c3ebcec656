using System.CommandLine;
using FeedApi.Content;

namespace FeedApi.Commands;

/// <summary>The options of the command line, and what of it goes on to ASP.NET Core.</summary>
internal static class HostArguments
{
    // The options of ASP.NET Core that have no colon in their name.
    private static readonly string[] HostNames = ["--urls", "--environment", "--http_ports", "--https_ports"];

    /// <summary>The content folder.</summary>
    public static Option<string> Content { get; } = new("--content") { Description = "The content folder (default: content).", Recursive = true };

    /// <summary>The data folder.</summary>
    public static Option<string> Data { get; } = new("--data") { Description = "The folder of the index (default: .feedapi).", Recursive = true };

    /// <summary>The arguments in ASP.NET Core's form.</summary>
    /// <exception cref="ServerSettingsException">There is no such option.</exception>
    public static string[] Of(ParseResult result)
    {
        List<string> arguments = [];
        foreach (var token in result.UnmatchedTokens)
        {
            var name = token.Split('=')[0];
            var isKnown = !name.StartsWith("--", StringComparison.Ordinal) || name.Contains(':', StringComparison.Ordinal) || HostNames.Contains(name);
            if (!isKnown) throw new ServerSettingsException($"There is no option {name}{Spelling.Hint(name, ["--content", "--data", .. HostNames])}");
            arguments.Add(token);
        }

        if (result.GetValue(Content) is { } content) arguments.AddRange(["--content", content]);
        if (result.GetValue(Data) is { } data) arguments.AddRange(["--data", data]);
        return [.. arguments];
    }
}
