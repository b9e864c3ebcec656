using System.CommandLine;

namespace FeedApi.Benchmarks.Searching;

/// <summary><c>search FOLDER --posts N</c>.</summary>
internal static class SearchCommand
{
    /// <summary>The command.</summary>
    public static Command Create()
    {
        var folder = new Argument<string>("FOLDER") { Description = "Keeps the site and its index for the next time." };
        var posts = new Option<int>("--posts") { Description = "How many posts are generated.", HelpName = "N", Required = true };
        var command = new Command("search", "Times of every kind of search.") { folder, posts };
        command.SetAction((given, _) => SearchTimes.RunAsync(given.GetRequiredValue(folder), given.GetRequiredValue(posts)));
        return command;
    }
}
