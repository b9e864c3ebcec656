using System.Globalization;
using System.Runtime.InteropServices;
using FeedApi.Catalog.Sqlite;
using FeedApi.Catalog.Sqlite.Upgrades;
using FeedApi.Commands.Localization;
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
            DataFolderPlace.Check(options.DataFolder, site.ContentFolder);
            AddressReader.Read(options);
            HostNames.Read(options.AllowedHosts, site);
        }
        catch (Exception failure) when (failure is SiteConfigException or ServerSettingsException)
        {
            fault = Finding.Bad("content", failure.Message, Localized.Text("correct it; a server does not start with it"));
            site = null!;
        }

        if (fault is not null)
        {
            yield return fault;
            yield break;
        }

        var folder = Path.GetFullPath(site.ContentFolder);
        yield return Finding.Good("content", Localized.Text($"{folder}, read as a site of {KindOf(site)}"));
        var posts = new PostFiles(site).List(CancellationToken.None).Files.Count;
        yield return posts > 0
            ? Finding.Good("content", Localized.Text($"{posts} files of posts"))
            : Finding.Doubtful("content", Localized.Text("no files of posts"), Localized.Text("name the folder with --content"));
        var type = FileSystemOf(site.ContentFolder);
        var isRemote = type is "nfs" or "cifs" or "fuse" or "9p" or "drvfs" or "smbfs";
        if (options.Content.Poll) yield return Finding.Good("content", Localized.Text($"changes are looked for ({type})"));
        else if (!isRemote) yield return Finding.Good("content", Localized.Text($"changes are reported ({type})"));
        else
        {
            var text = Localized.Text($"on {type}, which may not report changes of other machines");
            yield return Finding.Doubtful("content", text, Localized.Text("set Content:Poll"));
        }

        if (site.HasProvisionalUrl || site.Url is "http://localhost")
        {
            yield return Finding.Doubtful(
                "content", Localized.Text("no public address"), Localized.Text("set url in _config.yml or Site:Url"));
        }
    }

    private static string KindOf(SiteConfig site) =>
        site.Hugo is { IsZola: true } ? "Zola"
        : site.Hugo is not null ? "Hugo"
        : site.IsJekyll ? "Jekyll"
        : Localized.Text("a plain folder");

    private static IEnumerable<Finding> Index(ServerOptions options)
    {
        var folder = Path.GetFullPath(options.DataFolder);
        if (!Directory.Exists(folder))
        {
            yield return Finding.Good("index", Localized.Text($"none yet at {folder}; the first start makes it"));
            yield break;
        }

        var path = Path.Combine(folder, IndexFiles.NameOf(SqliteSchema.Version));
        yield return File.Exists(path)
            ? Check(path)
            : Finding.Good("index", Localized.Text($"none of this version in {folder}; the next start makes it"));
        var free = new DriveInfo(folder).AvailableFreeSpace;
        var needed = Directory.EnumerateFiles(folder).Sum(file => new FileInfo(file).Length);
        var text = Localized.Text($"{needed >> 20} MB, {free >> 20} MB free on its disk");
        yield return free > needed
            ? Finding.Good("index", text)
            : Finding.Doubtful("index", text, Localized.Text("an upgrade makes another index beside it: free as much again"));
        if (FileSystemOf(folder) is "nfs" or "cifs" or "fuse" or "9p")
            yield return Finding.Bad("index", Localized.Text("on a network file system"), Localized.Text("put it on a local disk"));
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
                ? Finding.Good("index", Localized.Text($"{path}: {articles} articles, sound"))
                : Finding.Bad("index", $"{path}: {result}", Localized.Text("a server mends it by itself; look at the disk"));
        }
        catch (SqliteException failure)
        {
            return Finding.Bad("index", $"{path}: {failure.Message}", Localized.Text("a server makes another one; look at the disk"));
        }
    }

    private static IEnumerable<Finding> Machine()
    {
        yield return Finding.Good(
            "machine",
            Localized.Text(
                $"{RuntimeInformation.OSDescription}, {RuntimeInformation.ProcessArchitecture}, {Environment.ProcessorCount} processors, "
                + $"{GC.GetGCMemoryInfo().TotalAvailableMemoryBytes >> 20} MB of memory"));
        if (!OperatingSystem.IsLinux()) yield break;
        var files = LimitOf("Max open files");
        var open = files is null ? Localized.Text("any number of files may be open") : Localized.Text($"{files} files may be open");
        yield return files is null or >= FewFiles
            ? Finding.Good("machine", open)
            : Finding.Doubtful("machine", open, Localized.Text("raise it for many readers (LimitNOFILE, ulimit -n)"));
        var watches = ReadNumber("/proc/sys/fs/inotify/max_user_watches");
        var watched = watches is null
            ? Localized.Text("any number of folders may be watched")
            : Localized.Text($"{watches} folders may be watched");
        yield return watches is null or >= FewWatches
            ? Finding.Good("machine", watched)
            : Finding.Doubtful("machine", watched, Localized.Text("raise fs.inotify.max_user_watches"));
    }

    private static IEnumerable<Finding> Versions()
    {
        yield return Finding.Good("versions", $"FeedApi {Generator.Version}, {RuntimeInformation.FrameworkDescription}");
        using var database = new SqliteConnection("Data Source=:memory:");
        database.Open();
        yield return Version.Parse(database.ServerVersion) >= OldestSqlite
            ? Finding.Good("versions", $"SQLite {database.ServerVersion}")
            : Finding.Bad(
                "versions",
                Localized.Text($"SQLite {database.ServerVersion}, older than {OldestSqlite}"),
                Localized.Text("install FeedApi anew"));
    }

    private static string FileSystemOf(string folder)
    {
        var full = Path.GetFullPath(folder);
        return DriveInfo.GetDrives().Where(drive => full.StartsWith(drive.Name, StringComparison.Ordinal))
            .OrderByDescending(drive => drive.Name.Length).FirstOrDefault() is { IsReady: true } drive
            ? drive.DriveFormat
            : Localized.Text("unknown");
    }

    private static long? LimitOf(string name)
    {
        var line = File.ReadLines("/proc/self/limits").FirstOrDefault(each => each.StartsWith(name, StringComparison.Ordinal));
        var soft = line?[name.Length..].Split(' ', StringSplitOptions.RemoveEmptyEntries)[0];
        return long.TryParse(soft, CultureInfo.InvariantCulture, out var limit) ? limit : null;
    }

    private static long? ReadNumber(string path) =>
        File.Exists(path) && long.TryParse(File.ReadAllText(path), CultureInfo.InvariantCulture, out var number) ? number : null;
}
