using System.IO.Pipelines;

namespace FeedApi.Http.Connections;

/// <summary>The transport of a connection with another input or output.</summary>
internal sealed class DuplexPipe(PipeReader input, PipeWriter output) : IDuplexPipe
{
    /// <inheritdoc/>
    public PipeReader Input => input;

    /// <inheritdoc/>
    public PipeWriter Output => output;
}
