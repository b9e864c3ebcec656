namespace FeedApi.Site.Addresses;

/// <summary>The kinds of requests that limits and metrics distinguish.</summary>
internal enum RequestKind
{
    /// <summary>Pages, files and everything without a kind of its own.</summary>
    Page,

    /// <summary>A feed in any format, at this program's own address or at an alias.</summary>
    Feed,

    /// <summary>The list of all feeds.</summary>
    Opml,

    /// <summary>The API.</summary>
    Api,

    /// <summary>The description of the API.</summary>
    Documentation,

    /// <summary>Liveness and readiness.</summary>
    Health,

    /// <summary>Anything on the management listener.</summary>
    Management,
}
