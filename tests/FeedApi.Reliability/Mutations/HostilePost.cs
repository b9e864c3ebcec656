using System.Globalization;
using System.Text;
using System.Text.RegularExpressions;
using FeedApi.Reliability.Sites;

namespace FeedApi.Reliability.Mutations;

/// <summary>A hostile post in the folder.</summary>
/// <param name="Number">The fault's number.</param>
/// <param name="Mark">Stands in its name.</param>
/// <param name="Kind">What it is.</param>
/// <param name="Name">What the file is called, or was before it was renamed.</param>
/// <param name="Bytes">What it holds.</param>
internal sealed partial record HostilePost(int Number, string Mark, string Kind, string Name, byte[] Bytes)
{
    /// <summary>
    /// True when the file itself says that the post is not to be seen, or not yet, or no more: then it is rightly neither an article nor a
    /// problem.
    /// </summary>
    public bool SaysHidden
    {
        get
        {
            // Letters of UTF-16 are those of Latin-1 with a zero beside them.
            var text = Encoding.Latin1.GetString(Bytes).Replace("\0", "", StringComparison.Ordinal);
            return HidingKey().IsMatch(text) || Day().Matches(text).Any(IsToCome);
        }
    }

    /// <summary>Keeps what it holds.</summary>
    public string Keep() => FoundInput.Keep(Mark, Bytes);

    /// <inheritdoc/>
    public override string ToString() => $"the post \"{Name}\" ({Kind})";

    [GeneratedRegex("published|draft|expir|unpublish|publishDate|withdrawn|headless|_build|build", RegexOptions.IgnoreCase)]
    private static partial Regex HidingKey();

    private static bool IsToCome(Match day)
    {
        var (year, month) = (NumberIn(day, 1), NumberIn(day, 2));
        var today = DateTime.UtcNow;
        // Days that the calendar does not have are counted on, into the next month.
        if (year != today.Year) return year > today.Year;
        return month > today.Month || (month == today.Month && NumberIn(day, 3) >= today.Day);
    }

    private static int NumberIn(Match match, int group) => int.Parse(match.Groups[group].ValueSpan, CultureInfo.InvariantCulture);

    [GeneratedRegex(@"(\d{4})-(\d\d?)-(\d\d?)")]
    private static partial Regex Day();
}
