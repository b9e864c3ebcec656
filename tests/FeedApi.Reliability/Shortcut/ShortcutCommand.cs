using System.CommandLine;
using FeedApi.Reliability.Faults;
using FeedApi.Reliability.Sites;

namespace FeedApi.Reliability.Shortcut;

/// <summary><c>shortcut N</c>.</summary>
internal static class ShortcutCommand
{
    /// <summary>The command.</summary>
    public static Command Create()
    {
        var count = new Argument<int>("N") { Description = "How many bodies." };
        var from = new Option<int>("--from")
        {
            Description = "The number of the first one, to go on with a long run.",
            DefaultValueFactory = _ => 0,
        };
        var seed = new Option<int>("--seed") { Description = "Another seed makes other bodies.", DefaultValueFactory = _ => 1 };
        var content = new Option<string[]>("--content")
        {
            Description = "A folder of posts that are changed, besides the sample site's; may be repeated.",
            HelpName = "FOLDER",
            DefaultValueFactory = _ => [],
        };
        var whole = new Option<bool>("--whole") { Description = "Reads the posts of the folders as they are, and nothing else." };
        var threads = new Option<int>("--threads") { Description = "How many at once.", DefaultValueFactory = _ => 2 };
        var command = new Command(
            "shortcut", "HTML that is plain or nearly so, generated and of posts, read without a tree and with one: both must be the same.")
        {
            count, from, seed, content, whole, threads,
        };
        command.SetAction((given, cancellation) =>
        {
            var range = new FaultRange(given.GetRequiredValue(from), given.GetRequiredValue(count), given.GetRequiredValue(seed));
            var folders = given.GetRequiredValue(content);
            var posts = SeedPosts.Of(folders.Length > 0 ? folders : [Path.Combine(RepositoryFiles.Folder, "content")]);
            return Task.FromResult(
                new ShortcutRun(posts, given.GetRequiredValue(whole), given.GetRequiredValue(threads)).Run(range, cancellation));
        });
        return command;
    }
}
