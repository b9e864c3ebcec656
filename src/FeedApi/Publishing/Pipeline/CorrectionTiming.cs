using FeedApi.Model;

namespace FeedApi.Publishing.Pipeline;

/// <summary>What the clock says about the correction of a post.</summary>
/// <param name="Correction">The correction; null when there is none, or when it is of the future.</param>
/// <param name="IsLifting">True while feeds show the corrected article before all others.</param>
/// <param name="DueAt">When that changes and the post must be read again; null: never.</param>
internal readonly record struct CorrectionTiming(Correction? Correction, bool IsLifting, DateTimeOffset? DueAt)
{
    /// <summary>The state of a correction at an instant.</summary>
    public static CorrectionTiming Of(Correction? correction, DateTimeOffset now)
    {
        if (correction is null) return default;
        if (correction.At > now) return new CorrectionTiming(null, false, correction.At);
        var end = correction.At + Correction.LiftedFor;
        return end > now ? new CorrectionTiming(correction, true, end) : new CorrectionTiming(correction, false, null);
    }
}
