using System.Diagnostics;
using FeedApi.Tests.Docs;
using FeedApi.Tests.Feeds.Validators;
using Xunit;

namespace FeedApi.Tests.Deploy;

/// <summary>
/// A small Debian system of its own, with the packages that people install at <c>/packages</c>: a copy of what <c>prepare.sh</c> has made.
/// What runs in it sees no other process and no other network than its own loopback.
/// </summary>
public sealed class DebianRoot : IDisposable
{
    private const string Missing = "Run tests/FeedApi.Tests/Deploy/prepare.sh as root (it needs debootstrap) to run this test.";

    // The first argument is the system, the second one that has the program "ip", the third what is to run.
    private const string Enter = """
        mount --make-rprivate / && mount --bind "$1" "$1" && mount -t proc proc "$1/proc" && mount --bind /dev "$1/dev" \
          && chroot "$2" ip link set lo up && exec chroot "$1" /bin/bash -c "$3"
        """;

    private static readonly string Prepared = Environment.GetEnvironmentVariable("FEEDAPI_TRIAL") ?? "/var/tmp/feedapi-trial";

    private DebianRoot(string folder) => Folder = folder;

    /// <summary>Its folder, seen from outside.</summary>
    public string Folder { get; }

    /// <summary>A copy with nothing but the C library.</summary>
    public static Task<DebianRoot> CopyBareAsync() => CopyAsync("bare");

    /// <summary>A copy with what the package for Debian depends on.</summary>
    public static Task<DebianRoot> CopyServerAsync() => CopyAsync("server");

    /// <summary>Copies files of the repository into it, for everybody to read.</summary>
    public async Task TakeAsync(string fromRepository, string to)
    {
        var folder = Path.GetDirectoryName(Path.Join(Folder, to))!;
        Directory.CreateDirectory(folder);
        await CheckedAsync("cp", "-r", Repository.PathOf(fromRepository), Path.Join(Folder, to));
        await CheckedAsync("chmod", "-R", "u=rwX,go=rX", Path.Join(Folder, to));
    }

    /// <summary>Runs a script of bash as root in it, and gives what it writes to both outputs.</summary>
    public async Task<(int ExitCode, string Output)> RunAsync(string script)
    {
        string[] arguments =
        [
            "--mount", "--pid", "--net", "--fork", "--kill-child", "sh", "-c", Enter, "sh", Folder, Path.Join(Prepared, "server"),
            "exec 2>&1\n" + script,
        ];
        var (code, output, errors) = await ExternalTool.RunAsync("unshare", arguments, Missing);
        return (code, output + errors);
    }

    /// <inheritdoc/>
    public void Dispose()
    {
        using var remove = Process.Start("rm", ["-rf", Folder]);
        remove.WaitForExit();
    }

    private static async Task<DebianRoot> CopyAsync(string kind)
    {
        if (!Directory.Exists(Path.Join(Prepared, "packages")) || Environment.UserName is not "root") Assert.Skip(Missing);
        var folder = Directory.CreateTempSubdirectory("feedapi-root-").FullName;
        await CheckedAsync("cp", "-a", "--reflink=auto", Path.Join(Prepared, kind) + "/.", folder);
        await CheckedAsync("cp", "-r", Path.Join(Prepared, "packages"), Path.Join(folder, "packages"));
        // As the installer of Debian, and every container, has it.
        await File.WriteAllTextAsync(Path.Join(folder, "etc/hosts"), "127.0.0.1 localhost\n", TestContext.Current.CancellationToken);
        return new DebianRoot(folder);
    }

    private static async Task CheckedAsync(string program, params string[] arguments)
    {
        var (code, _, errors) = await ExternalTool.RunAsync(program, arguments, Missing);
        Assert.True(code == 0, errors);
    }
}
