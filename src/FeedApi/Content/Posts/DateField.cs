using FeedApi.Model;
using FeedApi.Model.Dates;
using FeedApi.Model.Text;
using FeedApi.Site;

namespace FeedApi.Content.Posts;

/// <summary>Reads a date of front matter, and reports what is doubtful in it.</summary>
internal static class DateField
{
    private const string SiteZone = "The site's zone is used.";

    /// <summary>The date; null, with a problem, when it is none.</summary>
    /// <param name="key">The key, for messages.</param>
    /// <param name="value">Its value, which is not blank.</param>
    /// <param name="site">Its generator and zone.</param>
    /// <param name="action">What is done when the value is no date; null when the caller tells of that.</param>
    /// <param name="problems">Receives the problems.</param>
    public static DateTimeOffset? Read(string key, ConfigScalar value, SiteConfig site, string? action, ProblemLog problems)
    {
        if (!FrontMatterDate.TryParse(value, site, out var date, out var isAssumedUtc) || (date.UnknownZone is not null && !site.IsJekyll))
        {
            if (action is not null) Warn(ProblemCodes.BadDate, NoDate(key, value), action);
            return null;
        }

        if (date.UnknownZone is { } zone)
            Warn(ProblemCodes.BadDate, $"{key} has a zone whose offset is not known: {MessageText.Shorten(zone)}", SiteZone);
        if (isAssumedUtc && date.Instant.Offset != TimeSpan.Zero)
        {
            Warn(
                ProblemCodes.DateWithoutOffset,
                $"{key} has no offset, such as +0800.",
                "As in Jekyll it is read as UTC; with feedapi.local_dates it is read in the site's time zone.");
        }

        if (date.Doubt != DateDoubt.None)
            Warn(ProblemCodes.DoubtfulDate, $"{key} {ReasonOf(date.Doubt)}: {MessageText.Shorten(value.Text)}", ReadingOf(date));
        return date.Instant;

        void Warn(string code, string message, string done) => problems.Warn(code, value.Line, value.Column, message, done);
    }

    /// <summary>Says that a value is no date.</summary>
    public static string NoDate(string key, ConfigScalar value) => $"{key} is not a date: {MessageText.Shorten(value.Text)}";

    private static string ReasonOf(DateDoubt doubt) => doubt switch
    {
        DateDoubt.Order => "can be read in more than one order",
        DateDoubt.RolledOver => "is a day that the calendar does not have",
        DateDoubt.CentralTime => "has the zone CST, which is America's in Ruby and not China's",
        DateDoubt.OtherZone => "has the name of a zone, for which Hugo takes the site's",
        DateDoubt.LeapSecond => "has the second 60",
        DateDoubt.Unread => "has figures that Ruby passes over",
        _ => "has Chinese words, which Jekyll passes over",
    };

    private static string ReadingOf(DateReading date) => FormattableString.Invariant($"It is read as {date.Instant:yyyy-MM-dd HH:mm zzz}.");
}
