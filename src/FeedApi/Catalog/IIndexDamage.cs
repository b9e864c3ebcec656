using System.Threading.Channels;

namespace FeedApi.Catalog;

/// <summary>What of the index cannot be read or is of a former version, for those who mend it. Thread-safe.</summary>
internal interface IIndexDamage
{
    /// <summary>The source files of articles that cannot be read: each is to be read again at once.</summary>
    ChannelReader<string> Unreadable { get; }

    /// <summary>What is damaged at present, one line; null when nothing is.</summary>
    string? Fault { get; }

    /// <summary>True while the index of a former version is served, because that of this version is being made.</summary>
    bool IsOutdated { get; }

    /// <summary>Number of pages since the start of which a flipped bit was undone.</summary>
    long RepairedPages { get; }

    /// <summary>Called whenever <see cref="Fault"/> or <see cref="IsOutdated"/> is another.</summary>
    event Action? Changed;

    /// <summary>Completes when more than single articles cannot be read, so that another index must be made.</summary>
    Task WaitForRebuildAsync(CancellationToken cancellationToken);

    /// <summary>Records that another index could not be begun: it is wanted again after a while.</summary>
    void PostponeRebuild();
}
