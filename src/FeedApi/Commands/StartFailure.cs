using FeedApi.Model.Text;

namespace FeedApi.Commands;

/// <summary>Reports why the program does not start.</summary>
internal static class StartFailure
{
    /// <summary>The exit code when a setting, a file or the command line is invalid.</summary>
    public const int Code = 2;

    /// <summary>Writes one line to the error output.</summary>
    /// <returns><see cref="Code"/>.</returns>
    public static async Task<int> ReportAsync(Exception failure)
    {
        await Console.Error.WriteLineAsync("feedapi: " + LogText.Escape(failure.Message.ReplaceLineEndings(" ")));
        return Code;
    }
}
