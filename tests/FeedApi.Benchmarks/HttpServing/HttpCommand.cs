using System.CommandLine;

namespace FeedApi.Benchmarks.HttpServing;

/// <summary><c>http [PART...] [--long]</c>.</summary>
internal static class HttpCommand
{
    /// <summary>The command.</summary>
    public static Command Create()
    {
        var parts = new Argument<string[]>("PART")
        {
            Description = $"What is measured; everything when none is named, else of {string.Join(", ", HttpRun.Parts)}.",
            HelpName = "PART",
            Arity = ArgumentArity.ZeroOrMore,
        };
        parts.AcceptOnlyFromAmong([.. HttpRun.Parts]);
        var isLong = new Option<bool>("--long") { Description = "Memory after ten million requests instead of one million." };
        const string description = "Requests a second, processor time and latency against nginx and Caddy; needs wrk and h2load.";
        var command = new Command("http", description) { parts, isLong };
        command.SetAction((given, _) => HttpRun.RunAsync(given.GetValue(parts) ?? [], given.GetValue(isLong)));
        return command;
    }
}
