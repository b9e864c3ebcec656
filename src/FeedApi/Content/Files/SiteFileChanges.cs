using System.Threading.Channels;

namespace FeedApi.Content.Files;

/// <summary>Paths of files of the site's settings that may have changed. A hint: files are also looked at from time to time.</summary>
internal sealed class SiteFileChanges
{
    /// <summary>In place of a path: all files are read again, whether or not they have changed.</summary>
    public const string Everything = "";

    // Beyond this number all files are looked at anyway.
    private const int MaxQueuedPaths = 1_000;

    private readonly Channel<string> paths = Channel.CreateBounded<string>(
        new BoundedChannelOptions(MaxQueuedPaths) { SingleReader = true, FullMode = BoundedChannelFullMode.DropWrite });

    /// <summary>The paths, relative to the content folder, with <c>/</c> as separator.</summary>
    public ChannelReader<string> Paths => paths.Reader;

    /// <summary>Reports a path.</summary>
    public void Report(string path) => paths.Writer.TryWrite(path);
}
