using System.CommandLine;

namespace FeedApi.Benchmarks.Traffic;

/// <summary><c>keys</c>.</summary>
internal static class KeysCommand
{
    /// <summary>The command.</summary>
    public static Command Create()
    {
        var command = new Command("keys", "How long refusing a wrong key takes, by how much it shares with a valid one.");
        command.SetAction(_ => KeyRefusal.Run());
        return command;
    }
}
