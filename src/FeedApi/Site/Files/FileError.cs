namespace FeedApi.Site.Files;

/// <summary>The errors of the file system, by number and by the names of errno(3).</summary>
/// <remarks>The numbers are those of Linux; on other systems only <see cref="Of"/> is used, on exceptions.</remarks>
internal static class FileError
{
    /// <summary>ENOENT: there is nothing at the path.</summary>
    public const int NotFound = 2;

    private const int NotDirectory = 20;
    private const int InvalidName = 22;
    private const int NameTooLong = 36;
    private const int TooManyLinks = 40;
    private const int TooManyOpenInSystem = 23;
    private const int TooManyOpen = 24;
    private const int AccessDenied = 13;

    private static readonly Dictionary<int, string> Names = new()
    {
        [1] = "EPERM",
        [2] = "ENOENT",
        [4] = "EINTR",
        [5] = "EIO",
        [6] = "ENXIO",
        [9] = "EBADF",
        [11] = "EAGAIN",
        [12] = "ENOMEM",
        [13] = "EACCES",
        [16] = "EBUSY",
        [19] = "ENODEV",
        [20] = "ENOTDIR",
        [21] = "EISDIR",
        [22] = "EINVAL",
        [23] = "ENFILE",
        [24] = "EMFILE",
        [27] = "EFBIG",
        [28] = "ENOSPC",
        [30] = "EROFS",
        [36] = "ENAMETOOLONG",
        [40] = "ELOOP",
        [61] = "ENODATA",
        [70] = "ECOMM",
        [75] = "EOVERFLOW",
        [84] = "EILSEQ",
        [107] = "ENOTCONN",
        [110] = "ETIMEDOUT",
        [112] = "EHOSTDOWN",
        [113] = "EHOSTUNREACH",
        [116] = "ESTALE",
        [117] = "EUCLEAN",
        [121] = "EREMOTEIO",
        [122] = "EDQUOT",
        [123] = "ENOMEDIUM",
        [126] = "ENOKEY",
    };

    /// <summary>True when there is nothing at the path. Every other error leaves open whether there is.</summary>
    public static bool IsGone(int error) => error is NotFound or NotDirectory;

    /// <summary>True when no file can be at the path: its name is too long or not allowed, or its links lead in a circle.</summary>
    public static bool IsImpossible(int error) => error is NameTooLong or TooManyLinks or InvalidName;

    /// <summary>True when the process, or the system, has no file descriptors left.</summary>
    public static bool IsExhaustion(int error) => error is TooManyOpen or TooManyOpenInSystem;

    /// <summary>The name of an error, such as <c>EACCES</c>.</summary>
    public static string NameOf(int error) => Names.GetValueOrDefault(error) ?? FormattableString.Invariant($"error {error}");

    /// <summary>True for an exception that tells an error of the system, such as one of reading a file.</summary>
    public static bool IsOfSystem(IOException failure) => failure.HResult is > 0 and < 4_096;

    /// <summary>The number of the error that an exception of .NET tells.</summary>
    public static int Of(Exception failure) => failure switch
    {
        FileNotFoundException or DirectoryNotFoundException => NotFound,
        UnreadableException unreadable => unreadable.Error,
        PathTooLongException => NameTooLong,
        UnauthorizedAccessException => AccessDenied,
        // .NET puts the number of the system there.
        IOException { HResult: > 0 and var number } => number,
        _ => 5,
    };
}
