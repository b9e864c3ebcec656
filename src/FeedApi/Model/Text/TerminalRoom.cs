namespace FeedApi.Model.Text;

/// <summary>Whether a terminal is wide enough for bars and tables.</summary>
internal static class TerminalRoom
{
    // Spectre.Console 0.57.2 does not end with wide letters in columns of a few cells.
    private const int MinColumns = 40;

    /// <summary>True when it is. Some terminals have no width; they are taken for wide ones, as Spectre.Console does.</summary>
    public static bool IsEnough => Console.WindowWidth is 0 or >= MinColumns;
}
