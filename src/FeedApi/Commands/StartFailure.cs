namespace FeedApi.Commands;

/// <summary>What the program says when it does not start.</summary>
internal static class StartFailure
{
    /// <summary>The exit code: a setting, a file or the command line is wrong.</summary>
    public const int Code = 2;

    /// <summary>Writes one line to the error output.</summary>
    /// <returns><see cref="Code"/>.</returns>
    public static async Task<int> ReportAsync(Exception wrong)
    {
        await Console.Error.WriteLineAsync("feedapi: " + wrong.Message.ReplaceLineEndings(" "));
        return Code;
    }
}
