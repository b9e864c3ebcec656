using System.Globalization;
using System.Runtime.InteropServices;
using FeedApi.Catalog.Sqlite;
using FeedApi.Catalog.Sqlite.Upgrades;
using FeedApi.Commands.Offline;
using FeedApi.Commands.Options;
using FeedApi.Content.Files;
using FeedApi.Feeds;
using FeedApi.Site;
using Microsoft.Data.Sqlite;

namespace FeedApi.Commands.Doctor;

/// <summary>Looks at what a server on this machine would find: settings, content folder, index, limits, versions.</summary>
internal sealed class LocalExamination(IReadOnlyList<string> settings)
{
    // A flaw in write-ahead logs that two connections reset at once was mended in it.
    private static readonly Version OldestSqlite = new(3, 51, 3);

    private const int FewFiles = 4_096;
    private const long FewWatches = 65_536;

    /// <summary>Everything that was found.</summary>
    public IEnumerable<Finding> Run()
    {
        var options = new CommandSettings(settings).Options;
        return SettingOrigins.Of(settings)
            .Concat(Content(options))
            .Concat(Index(options))
            .Concat(Machine())
            .Concat(Versions());
    }

    private IEnumerable<Finding> Content(ServerOptions options)
    {
        SiteConfig site;
        Finding? fault = null;
        try
        {
            site = SiteOfSettings.Read(settings);
        }
        catch (Exception failure) when (failure is SiteConfigException or ServerSettingsException)
        {
            fault = Finding.Bad("content", failure.Message, "correct it; a server does not start with it");
            site = null!;
        }

        if (fault is not null)
        {
            yield return fault;
            yield break;
        }

        var kind = site.Hugo is { IsZola: true } ? "Zola" : site.Hugo is not null ? "Hugo" : site.IsJekyll ? "Jekyll" : "a plain folder";
        yield return Finding.Good("content", $"{Path.GetFullPath(site.ContentFolder)}, read as a site of {kind}");
        var posts = new PostFiles(site).List(CancellationToken.None).Files.Count;
        yield return posts > 0
            ? Finding.Good("content", string.Create(CultureInfo.InvariantCulture, $"{posts} files of posts"))
            : Finding.Doubtful("content", "no files of posts", "name the folder with --content");
        var type = FileSystemOf(site.ContentFolder);
        var isRemote = type is "nfs" or "cifs" or "fuse" or "9p" or "drvfs" or "smbfs";
        yield return isRemote && !options.Content.Poll
            ? Finding.Doubtful("content", $"on {type}, which may not report changes of other machines", "set Content:Poll")
            : Finding.Good("content", $"changes are {(options.Content.Poll ? "looked for" : "reported")} ({type})");
        if (site.HasProvisionalUrl || site.Url is "http://localhost")
            yield return Finding.Doubtful("content", "no public address", "set url in _config.yml or Site:Url");
    }

    private static IEnumerable<Finding> Index(ServerOptions options)
    {
        var folder = Path.GetFullPath(options.DataFolder);
        if (!Directory.Exists(folder))
        {
            yield return Finding.Good("index", $"none yet at {folder}; the first start makes it");
            yield break;
        }

        var path = Path.Combine(folder, IndexFiles.NameOf(SqliteSchema.Version));
        if (!File.Exists(path)) yield return Finding.Good("index", $"none of this version in {folder}; the next start makes it");
        else yield return Check(path);
        var free = new DriveInfo(folder).AvailableFreeSpace;
        var needed = Directory.EnumerateFiles(folder).Sum(file => new FileInfo(file).Length);
        var text = string.Create(CultureInfo.InvariantCulture, $"{needed >> 20} MB, {free >> 20} MB free on its disk");
        yield return free > needed
            ? Finding.Good("index", text)
            : Finding.Doubtful("index", text, "an upgrade makes another index beside it: free as much again");
        if (FileSystemOf(folder) is "nfs" or "cifs" or "fuse" or "9p")
            yield return Finding.Bad("index", "on a network file system", "put it on a local disk");
    }

    private static Finding Check(string path)
    {
        try
        {
            var connection = new SqliteConnectionStringBuilder { DataSource = path, Mode = SqliteOpenMode.ReadOnly, Pooling = false };
            using var database = new SqliteConnection(connection.ToString());
            database.Open();
            using var command = database.CreateCommand();
            command.CommandText = "SELECT articles FROM state";
            var articles = Convert.ToInt64(command.ExecuteScalar(), CultureInfo.InvariantCulture);
            command.CommandText = "PRAGMA quick_check(1)";
            var result = (string?)command.ExecuteScalar();
            return result == "ok"
                ? Finding.Good("index", string.Create(CultureInfo.InvariantCulture, $"{path}: {articles} articles, sound"))
                : Finding.Bad("index", $"{path}: {result}", "a server mends it by itself; look at the disk");
        }
        catch (SqliteException failure)
        {
            return Finding.Bad("index", $"{path}: {failure.Message}", "a server makes another one; look at the disk");
        }
    }

    private static IEnumerable<Finding> Machine()
    {
        yield return Finding.Good(
            "machine",
            string.Create(
                CultureInfo.InvariantCulture,
                $"{RuntimeInformation.OSDescription}, {RuntimeInformation.ProcessArchitecture}, {Environment.ProcessorCount} processors, "
                + $"{GC.GetGCMemoryInfo().TotalAvailableMemoryBytes >> 20} MB of memory"));
        if (!OperatingSystem.IsLinux()) yield break;
        var files = LimitOf("Max open files");
        yield return files is null or >= FewFiles
            ? Finding.Good("machine", $"{Number(files)} files may be open")
            : Finding.Doubtful("machine", $"{Number(files)} files may be open", "raise it for many readers (LimitNOFILE, ulimit -n)");
        var watches = ReadNumber("/proc/sys/fs/inotify/max_user_watches");
        yield return watches is null or >= FewWatches
            ? Finding.Good("machine", $"{Number(watches)} folders may be watched")
            : Finding.Doubtful("machine", $"{Number(watches)} folders may be watched", "raise fs.inotify.max_user_watches");
    }

    private static IEnumerable<Finding> Versions()
    {
        yield return Finding.Good("versions", $"FeedApi {Generator.Version}, {RuntimeInformation.FrameworkDescription}");
        using var database = new SqliteConnection("Data Source=:memory:");
        database.Open();
        yield return Version.Parse(database.ServerVersion) >= OldestSqlite
            ? Finding.Good("versions", $"SQLite {database.ServerVersion}")
            : Finding.Bad("versions", $"SQLite {database.ServerVersion}, older than {OldestSqlite}", "install FeedApi anew");
    }

    private static string FileSystemOf(string folder)
    {
        var full = Path.GetFullPath(folder);
        return DriveInfo.GetDrives().Where(drive => full.StartsWith(drive.Name, StringComparison.Ordinal))
            .OrderByDescending(drive => drive.Name.Length).FirstOrDefault() is { IsReady: true } drive ? drive.DriveFormat : "unknown";
    }

    private static long? LimitOf(string name)
    {
        var line = File.ReadLines("/proc/self/limits").FirstOrDefault(each => each.StartsWith(name, StringComparison.Ordinal));
        var soft = line?[name.Length..].Split(' ', StringSplitOptions.RemoveEmptyEntries)[0];
        return long.TryParse(soft, CultureInfo.InvariantCulture, out var limit) ? limit : null;
    }

    private static long? ReadNumber(string path) =>
        File.Exists(path) && long.TryParse(File.ReadAllText(path), CultureInfo.InvariantCulture, out var number) ? number : null;

    private static string Number(long? number) => number?.ToString(CultureInfo.InvariantCulture) ?? "any number of";
}
