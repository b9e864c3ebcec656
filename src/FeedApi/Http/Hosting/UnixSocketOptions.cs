namespace FeedApi.Http.Hosting;

/// <summary>Unix sockets among the addresses of <c>urls</c>.</summary>
internal sealed record UnixSocketOptions
{
    /// <summary>File mode of the sockets, which determines who may connect.</summary>
    /// <value>Mode in octal. Default 660.</value>
    public UnixFileMode Mode { get; init; } =
        UnixFileMode.UserRead | UnixFileMode.UserWrite | UnixFileMode.GroupRead | UnixFileMode.GroupWrite;
}
