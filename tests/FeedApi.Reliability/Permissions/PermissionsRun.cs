using System.Diagnostics;
using FeedApi.Benchmarks.Servers;
using FeedApi.Reliability.Disks;
using FeedApi.Reliability.Faults;

namespace FeedApi.Reliability.Permissions;

/// <summary>
/// Takes the permissions of a file or folder away from a server that runs as an ordinary user, saves posts meanwhile, and gives them back;
/// or has the content folder, which is a link, lead to another copy. No post may go, and everything must appear when it can be read again.
/// </summary>
internal sealed class PermissionsRun : IDisposable
{
    private const int Posts = 40;
    private const UnixFileMode All = UnixFileMode.UserRead | UnixFileMode.UserWrite | UnixFileMode.UserExecute
        | UnixFileMode.GroupRead | UnixFileMode.GroupExecute | UnixFileMode.OtherRead | UnixFileMode.OtherExecute;

    private static readonly UnixFileMode[] Losses =
    [
        UnixFileMode.None, UnixFileMode.UserRead | UnixFileMode.OtherRead, UnixFileMode.UserExecute | UnixFileMode.OtherExecute,
        UnixFileMode.UserWrite | UnixFileMode.OtherWrite,
    ];

    private readonly FaultReport report;
    private readonly LedgerSite site = new("permissions", Posts);
    private ServerProcess? server;

    private PermissionsRun(FaultReport report) => this.report = report;

    // The content folder of the server: a link.
    private string Link => Path.Combine(site.Root, "link");

    /// <summary>Makes the faults.</summary>
    public static async Task RunAsync(FaultRange range, FaultReport report, CancellationToken cancellation)
    {
        if (OperatingSystem.IsWindows() || !Environment.IsPrivilegedProcess) throw new InvalidOperationException("Run it as root.");
        await Shell.RequireAsync("setpriv", "util-linux");
        using var run = new PermissionsRun(report);
        await run.StartAsync();
        foreach (var number in range.Numbers.TakeWhile(_ => !cancellation.IsCancellationRequested))
        {
            var random = range.RandomOf(number);
            var what = random.Next(5) == 0 ? await run.RepointAsync(number) : await run.LockAsync(number, random);
            await ServedLedger.CompareAsync(run.server!.Client, run.site, number, what, report);
        }
    }

    /// <inheritdoc/>
    public void Dispose()
    {
        server?.Dispose();
        site.Dispose();
    }

    private async Task StartAsync()
    {
        File.CreateSymbolicLink(Link, site.Content);
        await Shell.RunAsync("chown", "-R", "nobody", site.Data);
        string[] nobody = ["--reuid=65534", "--regid=65534", "--clear-groups"];
        // Where only root may enter the folder of the program, the server runs as root without root's privileges.
        var program = Path.Combine(AppContext.BaseDirectory, "feedapi.dll");
        var isOpen = await Shell.RunAsync("setpriv", [.. nobody, "test", "-r", program]) == 0;
        string[] user = isOpen ? nobody : ["--bounding-set=-all", "--inh-caps=-all"];
        if (!isOpen) await Shell.RunAsync("chown", "-R", "root", site.Data);
        string[] launcher = ["env", "DOTNET_CLI_HOME=/tmp", "setpriv", .. user];
        server = ServerProcess.StartBy(launcher, Link, site.Data, PatientSearch.Options);
        await server.UntilWholeAsync();
    }

    private async Task<string> LockAsync(int number, Random random)
    {
        if (OperatingSystem.IsWindows()) return "";
        string[] places =
        [
            site.Content, Path.Combine(site.Content, "_config.yml"),
            .. LedgerSite.Folders.Select(name => Path.Combine(site.Content, name)), site.PathOf(random.Next(Posts)),
        ];
        var place = places[random.Next(places.Length)];
        var loss = Losses[random.Next(Losses.Length)];
        var what = $"{Path.GetRelativePath(site.Root, place)} with {loss}";
        var before = File.GetUnixFileMode(place);
        File.SetUnixFileMode(place, loss);
        report.CountFired();
        for (var save = random.Next(4); save >= 0; save--)
        {
            site.Save(random.Next(Posts));
            // Also of what is saved over a file without permissions: a new one has them.
            if (File.Exists(place)) File.SetUnixFileMode(place, loss);
            await Task.Delay(random.Next(300));
            if (await CountAsync() is var count && count != Posts) report.Add(number, $"{what}: {count} of {Posts} posts are shown");
        }

        File.SetUnixFileMode(place, Directory.Exists(place) ? All : before | UnixFileMode.OtherRead | UnixFileMode.UserRead);
        return what;
    }

    // A deployment: another copy, then the link in one step.
    private async Task<string> RepointAsync(int number)
    {
        var copy = Path.Combine(site.Root, $"content-{number}");
        await Shell.RunAsync("cp", "-a", site.Content, copy);
        var title = $"Deployed {number}";
        var extra = Path.Combine(copy, "_posts", "2020-03-03-deployed.md");
        await File.WriteAllTextAsync(extra, $"---\ntitle: {title}\n---\nx\n");
        await SwitchAsync(copy);
        report.CountFired();
        var clock = Stopwatch.StartNew();
        while (!(await server!.Client.GetStringAsync("/feed.rss?limit=100")).Contains(title, StringComparison.Ordinal))
        {
            if (await CountAsync() < Posts) report.Add(number, "a deployment: posts are missing");
            if (clock.Elapsed > TimeSpan.FromSeconds(30))
            {
                report.Add(number, "a deployment is not seen");
                break;
            }

            await Task.Delay(20);
        }

        await SwitchAsync(site.Content);
        var total = $"\"total\":{Posts}";
        await server.UntilAsync("/api/v1/articles?limit=1&include=total", body => body.Contains(total, StringComparison.Ordinal));
        Directory.Delete(copy, recursive: true);
        return "a deployment";
    }

    private async Task SwitchAsync(string target)
    {
        File.CreateSymbolicLink(Link + ".new", target);
        await Shell.RunAsync("mv", "-T", Link + ".new", Link);
    }

    private Task<int> CountAsync() => server!.TotalAsync();
}
