using FeedApi.Model.Text;
using FeedApi.Queries;

namespace FeedApi.Feeds.Digests;

/// <summary>Reads the parameter <c>digest</c> of a feed: one entry a period, in place of one an article.</summary>
internal static class DigestParameter
{
    /// <summary>The parameter.</summary>
    public const string Name = "digest";

    // A digest has an order of its own, and no pages.
    private static readonly string[] Excluded = ["sort", "cursor", "archive"];

    /// <summary>The grain; null, perhaps with a fault, when the query has no valid one.</summary>
    public static (DigestGrain? Grain, ParameterFault? Fault) Read(IQueryCollection query)
    {
        ArgumentNullException.ThrowIfNull(query);
        if (query[Name] is not [{ } written, ..] values) return (null, null);
        if (values.Count > 1) return (null, new ParameterFault(Name, $"The parameter {Name} may be given only once."));
        if (GrainOf(written) is not { } grain)
        {
            var nearest = Spelling.Nearest(written, ["hour", "day"]);
            return (null, new ParameterFault(Name, $"{Name} is \"{MessageText.Shorten(written)}\"; it must be hour or day.", nearest));
        }

        return Array.Find(Excluded, name => query[name].Count > 0) is { } excluded
            ? (null, new ParameterFault(
                excluded, $"{excluded} and {Name} exclude each other: the latest periods come first, limit says how many."))
            : (grain, null);
    }

    /// <summary>The canonical parameter.</summary>
    public static string TextOf(DigestGrain grain) => grain == DigestGrain.Hour ? "digest=hour" : "digest=day";

    private static DigestGrain? GrainOf(string written) => written switch
    {
        "hour" => DigestGrain.Hour,
        "day" => DigestGrain.Day,
        _ => null,
    };
}
