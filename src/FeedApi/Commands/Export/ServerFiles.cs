using System.Globalization;
using System.Text;
using System.Text.RegularExpressions;
using FeedApi.Commands.Export.Trees;
using FeedApi.Http.Semantics;

namespace FeedApi.Commands.Export;

/// <summary>Writes what servers of files read: <c>nginx.conf</c> beside the site, and <c>_redirects</c> in it for static hosts.</summary>
internal static partial class ServerFiles
{
    // JSON documents of feeds and of the API have one ending and two types.
    private const string JsonFeeds = @"/feed(-page-[0-9]+)?\.json$";
    private const string FeedType = "application/feed+json; charset=utf-8";
    private const string AnyFile = "try_files $uri $uri.html $uri.json =404;";

    /// <summary>Writes them into a tree.</summary>
    public static void Write(string tree, Manifest manifest)
    {
        Replace(Path.Combine(tree, "nginx.conf"), NginxOf(manifest));
        Replace(Path.Combine(tree, ExportTrees.SiteFolder, "_redirects"), RedirectsOf(manifest));
    }

    private static void Replace(string path, string text)
    {
        // The other tree may have the same file.
        File.Delete(path);
        File.WriteAllText(path, text);
    }

    private static string RedirectsOf(Manifest manifest) => string.Concat(manifest.Entries
        .Where(entry => entry.IsRedirect)
        .Select(entry => string.Create(CultureInfo.InvariantCulture, $"{entry.Path} {entry.Location} {entry.Status}\n")));

    private static string NginxOf(Manifest manifest)
    {
        var text = new StringBuilder();
        text.Append("# For the server {} of nginx; root is set there, to the folder \"site\" beside this file.\n");
        text.Append("gzip_static on;\ngzip_vary on;\netag on;\nindex index.html;\n");
        text.Append(CultureInfo.InvariantCulture, $"add_header Cache-Control \"{CachePolicy.Fresh}\";\n");
        text.Append("add_header X-Content-Type-Options nosniff;\n");
        var known = manifest.Entries.Where(entry => !IsJsonFeed(entry)).ToLookup(entry => Ending(entry.File));
        var types = known.Where(kind => kind.Key.Length > 0).ToDictionary(kind => kind.Key, MostFrequent, StringComparer.Ordinal);
        text.Append("types {\n");
        foreach (var (ending, type) in types) text.Append(CultureInfo.InvariantCulture, $"  '{type}' {ending};\n");
        text.Append("}\ndefault_type application/octet-stream;\n");
        foreach (var entry in known.SelectMany(kind => kind.Where(entry => IsException(entry, kind.Key, types))))
            Location(text, PlaceOf(Uri.UnescapeDataString(entry.Path)), entry.Type, AnyFile);
        // After those that have the name of a feed and are none: the first that matches is taken.
        Location(text, "~ \"" + JsonFeeds + "\"", FeedType, "try_files $uri =404;");
        text.Append(
            """
            location / { try_files $uri $uri.html $uri.json =404; }
            location ~ /$ { try_files ${uri}index.html @without_slash; }
            location @without_slash { rewrite ^(.+)/$ $1 permanent; return 404; }

            """);
        return text.ToString();
    }

    private static void Location(StringBuilder text, string place, string type, string files) =>
        text.Append(CultureInfo.InvariantCulture, $"location {place} {{ types {{ }} default_type '{type}'; {files} }}\n");

    private static string MostFrequent(IEnumerable<ExportEntry> entries) => entries.GroupBy(entry => entry.Type)
        .OrderByDescending(same => same.Count()).ThenBy(same => same.Key, StringComparer.Ordinal).First().Key;

    private static string Ending(string file)
    {
        var name = file[(file.LastIndexOf('/') + 1)..];
        var ending = name[(name.LastIndexOf('.') + 1)..];
        return ending.Length < name.Length - 1 && Word().IsMatch(ending) ? ending : "";
    }

    private static bool IsJsonFeed(ExportEntry entry) => entry.Type == FeedType && JsonFeed().IsMatch("/" + entry.File);

    private static bool IsException(ExportEntry entry, string ending, Dictionary<string, string> types) =>
        types.GetValueOrDefault(ending) != entry.Type || JsonFeed().IsMatch(Uri.UnescapeDataString(entry.Path));

    // In an expression nothing stands for a variable.
    private static string PlaceOf(string path) =>
        "~ \"^" + Regex.Escape(path).Replace("\"", "\\\"", StringComparison.Ordinal) + "$\"";

    [GeneratedRegex(JsonFeeds)]
    private static partial Regex JsonFeed();

    [GeneratedRegex(@"^[A-Za-z0-9]+\z")]
    private static partial Regex Word();
}
