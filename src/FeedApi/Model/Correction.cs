namespace FeedApi.Model;

/// <summary>A correction that readers of the article must hear of.</summary>
/// <param name="Text">What was wrong and is right now; plain text on one line.</param>
/// <param name="At">When it was made; whole seconds.</param>
public sealed record Correction(string Text, DateTimeOffset At)
{
    /// <summary>For how long feeds show a corrected article before all others.</summary>
    public static readonly TimeSpan LiftedFor = TimeSpan.FromDays(7);
}
