namespace FeedApi.Site.Addresses;

/// <summary>What a request is for, as limits and metrics tell them apart.</summary>
internal enum RequestKind
{
    /// <summary>Pages, files and whatever has no kind of its own.</summary>
    Page,

    /// <summary>A feed in any format, under an address of this program or of another one.</summary>
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
