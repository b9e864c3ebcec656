using System.CommandLine;

namespace FeedApi.Benchmarks.Calibration;

/// <summary><c>guards [KIND]</c>.</summary>
internal static class GuardsCommand
{
    /// <summary>The command.</summary>
    public static Command Create()
    {
        var kind = new Argument<string>("KIND")
        {
            Description = "Only the kinds of markup with this text in them.",
            DefaultValueFactory = _ => "",
        };
        var command = new Command("guards", "The costliest post that the guards of Markdown and HTML let pass.") { kind };
        command.SetAction(given => GuardCalibration.Run(given.GetRequiredValue(kind)));
        return command;
    }
}
