namespace FeedApi.Model.Dates;

/// <summary>A date as it was read.</summary>
/// <param name="Instant">The instant, with the offset that is written, else with that of the site's zone.</param>
/// <param name="UnknownZone">A zone whose offset is not known, instead of which the site's zone was used; null when there is none.</param>
/// <param name="Doubt">Why the author may have meant another instant.</param>
internal readonly record struct DateReading(DateTimeOffset Instant, string? UnknownZone = null, DateDoubt Doubt = DateDoubt.None);

/// <summary>Why a date may have been meant otherwise than it was read.</summary>
internal enum DateDoubt
{
    /// <summary>It can be read in one way only.</summary>
    None,

    /// <summary>Day and month, or year and day, may change places: <c>11/05/2026</c>.</summary>
    Order,

    /// <summary>The calendar has no such day, and the days over are counted on into the next month: 30 February.</summary>
    RolledOver,

    /// <summary><c>CST</c> was read as America's, but the site's zone is eight hours ahead of UTC as China's is.</summary>
    CentralTime,

    /// <summary>Some figures in it are passed over, as in Ruby: <c>2024-01-02 10::30</c>.</summary>
    Unread,

    /// <summary>The name of a zone was read as the site's zone, as in Hugo, but names another.</summary>
    OtherZone,

    /// <summary>The second 60 was read as 59.</summary>
    LeapSecond,

    /// <summary>Jekyll reads another time, because it knows no Chinese words.</summary>
    OtherInJekyll,
}
