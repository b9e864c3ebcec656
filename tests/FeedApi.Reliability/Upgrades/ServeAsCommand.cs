using System.CommandLine;
using FeedApi.Catalog;
using FeedApi.Catalog.Sqlite;
using FeedApi.Commands;
using FeedApi.Publishing;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Hosting;

namespace FeedApi.Reliability.Upgrades;

/// <summary><c>serve-as SCHEMA RENDERING</c>: the server of this build that takes itself for one of other versions.</summary>
/// <remarks>Two stages and several transactions also for few posts, so that there is a halfway.</remarks>
internal static class ServeAsCommand
{
    private const int PostsAtOnce = 10;

    /// <summary>The name of the command.</summary>
    public const string Name = "serve-as";

    /// <summary>The command; no one calls it but <c>upgrades</c>.</summary>
    public static Command Create()
    {
        var schema = new Argument<int>("SCHEMA") { Description = "The version of the tables." };
        var rendering = new Argument<int>("RENDERING") { Description = "The version of rendering." };
        var command = new Command(Name, "Serves as another version would.")
        {
            Hidden = true,
            TreatUnmatchedTokensAsErrors = false,
        };
        command.Add(schema);
        command.Add(rendering);
        command.SetAction((given, cancellation) => CommandRun.RunAsync(
            stop => ServeAsync(
                [.. given.UnmatchedTokens],
                SqliteSchema.VersionsWith(given.GetRequiredValue(rendering)) with { Schema = given.GetRequiredValue(schema) },
                stop),
            cancellation));
        return command;
    }

    private static async Task<int> ServeAsync(string[] settings, IndexVersions versions, CancellationToken stop)
    {
        var pace = new PublishOptions
        {
            OutlinesFrom = 1,
            BatchSize = PostsAtOnce,
            FirstScanBatchSize = PostsAtOnce,
            OutlineBatchSize = PostsAtOnce,
        };
        await using var server = FeedServer.Create(settings, builder => builder.Services.AddSingleton(versions).AddSingleton(pace));
        await server.StartAsync(stop);
        await server.WaitForShutdownAsync(stop);
        return 0;
    }
}
