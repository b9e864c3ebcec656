namespace FeedApi.Reliability.Kills;

/// <summary>When a server is killed.</summary>
internal enum KillMoment
{
    /// <summary>While it starts without an index, and fills one.</summary>
    Indexing,

    /// <summary>While it serves and posts are saved.</summary>
    Live,

    /// <summary>While it starts over what a killed server left.</summary>
    Recovery,
}
