namespace FeedApi.Catalog.Sqlite.Upgrades;

/// <summary>How the index of another version is replaced.</summary>
internal sealed record IndexUpgrade
{
    // Changes that a server commits until the next one takes its place: a thousand a second for a quarter of an hour.
    private const long SequencesOfOther = 1_000_000;

    /// <summary>
    /// The data folder of another server, which may be running, with whose change log the index goes on; null: the data folder itself.
    /// </summary>
    public string? From { get; init; }

    /// <summary>The room on the disks.</summary>
    public IndexRoom Room { get; init; } = IndexRoom.OfDisks;

    /// <summary>Number of sequences to leave out, which the other server may give to its changes.</summary>
    public long Reserve => From is null ? 0 : SequencesOfOther;
}
