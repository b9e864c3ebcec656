using System.CommandLine;
using FeedApi.Model.Text;

namespace FeedApi.Commands.Options;

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
        var expectsValue = false;
        foreach (var token in result.UnmatchedTokens)
        {
            if (!expectsValue) Check(token);
            expectsValue = !expectsValue && !token.Contains('=', StringComparison.Ordinal);
            arguments.Add(token);
        }

        if (result.GetValue(Content) is { } content) arguments.AddRange(["--content", content]);
        if (result.GetValue(Data) is { } data) arguments.AddRange(["--data", data]);
        return [.. arguments];
    }

    private static void Check(string token)
    {
        var name = token.Split('=')[0];
        var isOption = name.StartsWith("--", StringComparison.Ordinal);
        if (isOption && (name.Contains(':', StringComparison.Ordinal) || HostNames.Contains(name))) return;
        string[] known = isOption ? ["--content", "--data", .. HostNames] : ["serve"];
        throw new ServerSettingsException($"There is no {(isOption ? "option" : "command")} {name}{Spelling.Hint(name, known)}");
    }
}
