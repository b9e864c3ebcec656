namespace FeedApi.Commands.Doctor;

/// <summary>One thing that <c>feedapi doctor</c> looked at.</summary>
/// <param name="Area">settings, content, index, machine, versions or public.</param>
/// <param name="State">Whether it is as it should be.</param>
/// <param name="Text">What was found, a line in the language of the user.</param>
/// <param name="Advice">What to do, in the same language; null when nothing is to be done.</param>
internal sealed record Finding(string Area, FindingState State, string Text, string? Advice = null)
{
    /// <summary>Something that is as it should be, or is only told.</summary>
    public static Finding Good(string area, string text) => new(area, FindingState.Good, text);

    /// <summary>Something that works, and could be better.</summary>
    public static Finding Doubtful(string area, string text, string advice) => new(area, FindingState.Doubtful, text, advice);

    /// <summary>Something that does not work.</summary>
    public static Finding Bad(string area, string text, string advice) => new(area, FindingState.Bad, text, advice);
}

/// <summary>Whether something is as it should be.</summary>
internal enum FindingState
{
    /// <summary>It is, or it is only told.</summary>
    Good,

    /// <summary>It works, and something better can be done.</summary>
    Doubtful,

    /// <summary>It does not work.</summary>
    Bad,
}
