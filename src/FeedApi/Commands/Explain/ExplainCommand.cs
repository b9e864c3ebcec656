using System.CommandLine;
using System.Globalization;
using System.Text;
using FeedApi.Api;
using FeedApi.Api.Operations;
using FeedApi.Commands.Localization;
using FeedApi.Commands.Offline;
using FeedApi.Commands.Options;
using FeedApi.Model.Text;
using FeedApi.Publishing.Explain;

namespace FeedApi.Commands.Explain;

/// <summary>
/// <c>feedapi explain POST</c>: why a post is published or not, and which feeds show it; by its file, id or address. It reads the posts as
/// they are now, without the index of a server.
/// </summary>
internal static class ExplainCommand
{
    private const int UnpublishedCode = 1;

    private static readonly Argument<string?> Post = new("post")
    {
        Arity = ArgumentArity.ZeroOrOne,
        Description = Localized.Text("The path of its file, its id, or its address."),
    };

    private static readonly Option<string> Format = new("--format")
    {
        Description = Localized.Text("How the explanation is written: text or json."),
        DefaultValueFactory = _ => "text",
    };

    /// <summary>The command.</summary>
    /// <param name="settings">Settings from the command line, in the form of ASP.NET Core.</param>
    public static Command Create(IReadOnlyList<string> settings)
    {
        var description = Localized.Text("Explain why a post is published or not, and which feeds show it.");
        var command = new Command("explain", description) { Post, Format };
        Format.AcceptOnlyFromAmong("text", "json");
        command.SetAction((result, cancellationToken) => CommandRun.RunAsync(
            stop => RunAsync(settings, result.GetValue(Post), result.GetValue(Format)!, stop), cancellationToken, isWholeOrNothing: true));
        return command;
    }

    private static async Task<int> RunAsync(IReadOnlyList<string> settings, string? post, string format, CancellationToken stop)
    {
        if (string.IsNullOrWhiteSpace(post))
            throw new ServerSettingsException(Localized.Text("Name the post: feedapi explain FILE, ID or ADDRESS"));
        await using var run = await OfflineRun.StartAsync(settings, stop);
        var name = NameIn(run.Server.Site.ContentFolder, post);
        if (await run.Server.Get<PostExplainer>().ExplainAsync(name, stop) is not { } explanation)
            throw new ServerSettingsException(Localized.Text($"No post has the path, id or address {MessageText.Shorten(post)}"));
        var contract = run.Server.Get<Explanations>().ContractOf(explanation);
        if (format == "json") await Console.Out.WriteLineAsync(Encoding.UTF8.GetString(ApiJson.Write(contract)));
        else Write(Console.Out, contract);
        return explanation.Article is null ? UnpublishedCode : 0;
    }

    // A path from the working folder, or one from the content folder, in any spelling.
    private static string NameIn(string contentFolder, string post)
    {
        foreach (var path in (string[])[Path.GetFullPath(post), Path.GetFullPath(post, Path.GetFullPath(contentFolder))])
        {
            var below = Path.GetRelativePath(contentFolder, path).Replace('\\', '/');
            if (File.Exists(path) && !below.StartsWith("../", StringComparison.Ordinal)) return below;
        }

        return post;
    }

    private static void Write(TextWriter output, ExplanationContract explanation)
    {
        var line = explanation.Line is { } number ? string.Create(CultureInfo.InvariantCulture, $":{number}") : "";
        if (explanation.File is { } file) output.WriteLine(LogText.Escape(file) + line);
        var at = explanation.At is { } instant ? Localized.Text($" ({instant:yyyy-MM-dd HH:mm:ss zzz})") : "";
        var state = Localized.Find("state:" + explanation.State) ?? explanation.State;
        output.WriteLine(Localized.Text($"{state}: {LogText.Escape(Localized.Text(explanation.Reason))}{at}"));
        if (explanation.Url is { } url) output.WriteLine(Localized.Text($"  {explanation.Id} at {url}"));
        foreach (var feed in explanation.Feeds) output.WriteLine(LineOf(feed));
        foreach (var problem in explanation.Problems)
        {
            var found = ProblemText.Of(problem.Severity is "error", problem.Code, problem.Message);
            output.WriteLine(Localized.Text($"  {found} {ProblemText.OfAction(problem.Action)}"));
        }
    }

    private static string LineOf(FeedMembershipContract feed) => feed.IsIn
        ? Localized.Text($"  in     {feed.Url}")
        : Localized.Text($"  not in {feed.Url}: {Localized.Text(feed.Reason ?? "")}");
}
