using System.Globalization;
using System.Net.Sockets;
using System.Runtime.InteropServices;
using System.Text;
using FeedApi.Benchmarks.Corpora;
using FeedApi.Reliability.Sites;

namespace FeedApi.Reliability.Mutations;

/// <summary>Puts hostile posts into a folder: most are mutated files, some have odd names or are no files at all.</summary>
internal static partial class HostileFile
{
    private static readonly Corpus Corpus = new();

    private static readonly string[] Names =
    [
        "海 浪", "a b", "a\nb", "a\tb", "%2e%2e%2f", "..", "...", "-", "a'b\"c", "<b>", "a&b", "a?b#c", "a;b", "CON", "é", "e\u0301",
        "\u202Egnp", "💩", "a\\b", "a:b", "index", "feed", "a.md", "\u00A0", "\u200B", "A", "=x", "$(x)", "`x`", "*", "[x]", "{x}", "~",
        "!",
    ];

    /// <summary>Puts one into the folder of posts.</summary>
    /// <param name="site">The site.</param>
    /// <param name="number">The fault's number, which is in the file's name.</param>
    /// <param name="random">Chooses.</param>
    /// <param name="isLive">
    /// Whether a server is running. Names that are no UTF-8, or have control characters, are found by the next scan of the whole folder
    /// only.
    /// </param>
    public static HostilePost Write(FaultSite site, int number, Random random, bool isLive)
    {
        var mark = string.Create(CultureInfo.InvariantCulture, $"h{number:000000}h");
        var good = random.Next(2) == 0
            ? RepositoryFiles.SamplePosts[random.Next(RepositoryFiles.SamplePosts.Count)]
            : Encoding.UTF8.GetBytes(Corpus.TextOf(random.Next(100_000)));
        var kind = random.Next(25);
        var odd = Names[random.Next(Names.Length)];
        if (isLive && odd.Any(char.IsControl)) odd = "";
        var name = kind switch
        {
            0 => $"2025-01-02-{mark}{odd}.md",
            1 => $"{mark}{odd}.md",
            2 => $"2025-01-02-{mark}{new string(random.Next(2) == 0 ? 'n' : '海', 75)}.md",
            3 => $"2025-{random.Next(20):00}-{random.Next(40):00}-{mark}.md",
            _ => $"2025-01-02-{mark}{(random.Next(2) == 0 ? ".md" : ".markdown")}",
        };
        var path = Path.Combine(site.Posts, name);
        if (kind == 4) return new HostilePost(number, mark, MakeSpecial(site, path, random), name, []);
        var bytes = kind < 4 ? good : Mutation.Of(random, good);
        Save(path, bytes);
        if (kind == 5 && !isLive) return new HostilePost(number, mark, Rename(site.Posts, name), name, bytes);
        return new HostilePost(number, mark, "file", name, bytes);
    }

    // Renamed into place, as tools save, so that no half of it is ever there.
    private static void Save(string path, byte[] bytes)
    {
        var temporary = Path.Combine(Path.GetDirectoryName(path)!, ".saving");
        File.WriteAllBytes(temporary, bytes);
        File.Move(temporary, path, overwrite: true);
    }

    private static string MakeSpecial(FaultSite site, string path, Random random)
    {
        switch (random.Next(7))
        {
            case 0:
                Directory.CreateDirectory(path);
                return "folder";
            case 1:
                if (MakeFifo(Encoding.UTF8.GetBytes(path + '\0'), 0b110_100_100) != 0) throw new IOException($"mkfifo {path}");
                return "FIFO";
            case 2:
                File.CreateSymbolicLink(path, path);
                return "link to itself";
            case 3:
                File.CreateSymbolicLink(path, "/etc/hostname");
                return "link out of the folder";
            case 4:
                File.CreateSymbolicLink(path, "/dev/zero");
                return "link to a device";
            case 5:
                File.CreateSymbolicLink(path, "nothing-here.md");
                return "link to nothing";
            default:
                using (var socket = new Socket(AddressFamily.Unix, SocketType.Stream, ProtocolType.Unspecified))
                {
                    // The path of a socket has at most 108 bytes.
                    var elsewhere = Path.Combine(site.Outside, "s");
                    socket.Bind(new UnixDomainSocketEndPoint(elsewhere));
                    File.Move(elsewhere, path);
                }

                return "socket";
        }
    }

    // To a name that is no UTF-8, which .NET cannot write.
    private static string Rename(string folder, string name)
    {
        byte[] from = [.. Encoding.UTF8.GetBytes(Path.Combine(folder, name)), 0];
        var stem = Path.Combine(folder, Path.GetFileNameWithoutExtension(name));
        byte[] to = [.. Encoding.UTF8.GetBytes(stem), 0xC3, 0x28, 0xFF, .. ".md"u8, 0];
        if (RenameBytes(from, to) != 0) throw new IOException($"rename {name}");
        return "name that is no UTF-8";
    }

    [DllImport("libc", EntryPoint = "mkfifo", SetLastError = true)]
    [DefaultDllImportSearchPaths(DllImportSearchPath.SafeDirectories)]
    private static extern int MakeFifo(byte[] path, uint mode);

    [DllImport("libc", EntryPoint = "rename", SetLastError = true)]
    [DefaultDllImportSearchPaths(DllImportSearchPath.SafeDirectories)]
    private static extern int RenameBytes(byte[] from, byte[] to);
}
