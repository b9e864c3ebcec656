using System.CommandLine;

namespace FeedApi.Benchmarks.Corpora;

/// <summary><c>corpus N FOLDER</c>.</summary>
internal static class CorpusCommand
{
    /// <summary>The command.</summary>
    public static Command Create()
    {
        var posts = new Argument<int>("N") { Description = "How many posts are written." };
        var folder = new Argument<string>("FOLDER") { Description = "The content folder; made when it is not there." };
        var command = new Command("corpus", "Writes generated posts: Chinese, 4.4 KB on average, 2,000 sources.") { posts, folder };
        command.SetAction(given => new Corpus().WriteTo(given.GetRequiredValue(folder), given.GetRequiredValue(posts)));
        return command;
    }
}
