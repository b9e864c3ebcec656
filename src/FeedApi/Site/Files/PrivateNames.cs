using System.Collections.Frozen;
using System.Text.RegularExpressions;
using FeedApi.Site.Jekyll;

namespace FeedApi.Site.Files;

/// <summary>Names of files that are never meant for the public: sources, leftovers of editors, settings, keys, dumps.</summary>
/// <remarks>By name alone, ignoring case: what is served by mistake cannot be called back.</remarks>
internal static partial class PrivateNames
{
    // Of posts, wherever they stand in the name: "a.md.bak", "a.markdown.gz".
    private static readonly FrozenSet<string> OfPosts = SetOf("md", "markdown", "mkd", "mkdn", "mkdown", "mdown");

    // Of sites: settings, templates, programs. As the last extension, or with one of a copy behind it.
    private static readonly FrozenSet<string> OfSites = SetOf(
        "yml", "yaml", "toml", "lock", "rb", "gemspec", "liquid", "erb", "haml", "slim", "scss", "sass", "less", "styl", "coffee",
        "textile", "adoc", "asciidoc", "org", "rst", "pandoc", "pdc", "ini", "cfg", "conf", "config", "properties", "env", "log",
        "php", "php3", "php4", "php5", "php7", "phtml", "phar", "asp", "aspx", "jsp", "cgi", "pl", "py", "pyc", "sh", "bash", "zsh", "ps1",
        "bat", "cmd", "sql", "sqlite", "sqlite3", "db", "db3", "mdb", "pem", "key", "p12", "pfx", "jks", "keystore", "kdbx", "ppk");

    // What a generator makes a site of, which nobody misses.
    private static readonly FrozenSet<string> OfGenerators = SetOf(
        "yml", "yaml", "toml", "lock", "rb", "gemspec", "liquid", "erb", "haml", "slim", "scss", "sass", "less", "styl", "coffee");

    // Endings that say nothing of what the file is.
    private static readonly FrozenSet<string> OfCopies = SetOf(
        "bak", "orig", "old", "save", "copy", "tmp", "swp", "part", "gz", "bz2", "xz", "zst", "br", "7z", "zip", "rar", "tar", "tgz", "txt",
        "rej", "dist", "example", "sample", "default", "crdownload");

    private static readonly FrozenSet<string> OfEditors = SetOf("bak", "orig", "old", "tmp", "part", "swp", "swo", "crdownload");

    private static readonly FrozenSet<string> Settings = SetOf(
        "package.json", "package-lock.json", "npm-shrinkwrap.json", "composer.json", "tsconfig.json", "jsconfig.json", "bower.json",
        "firebase.json", "vercel.json", "now.json", "local.settings.json", "launchsettings.json", "gruntfile.js", "gulpfile.js",
        "token.json", "tokens.json", "passwords.txt", "passwords.csv", "passwords.json", "wp-config.txt", "htpasswd.txt");

    /// <summary>True for Markdown, with any further ending.</summary>
    public static bool IsSourceOfPost(string name, PostSources sources) =>
        name.Split('.').Skip(1).Any(part => OfPosts.Contains(part) || sources.IsMarkdown("." + part));

    /// <summary>True for a source, setting or program of a site, and for a copy of one.</summary>
    public static bool IsSource(string name) => OfSites.Contains(PublicTypes.ExtensionOf(WithoutCopyEndings(name)));

    /// <summary>True for a setting, template or style of a generator of sites.</summary>
    public static bool IsSourceOfSite(string name) =>
        OfGenerators.Contains(PublicTypes.ExtensionOf(name)) || name is "Gemfile" or "Rakefile";

    /// <summary>True for what editors and uploads leave behind.</summary>
    public static bool IsLeftover(string name) =>
        name[0] is '#' or '~'
        || name[^1] is '~' or '#'
        || OfEditors.Contains(PublicTypes.ExtensionOf(name));

    /// <summary>True for the name of a file that speaks of secrets or settings, whatever its kind.</summary>
    public static bool IsSecret(string name)
    {
        var lower = name.ToLowerInvariant();
        return Secret().IsMatch(lower) || Settings.Contains(lower) || Configuration().IsMatch(lower);
    }

    /// <summary>True for the name of a folder whose files speak of secrets.</summary>
    public static bool IsSecretFolder(string name) => Secret().IsMatch(name.ToLowerInvariant());

    /// <summary>True for the name of a folder that says nothing else: "backup-2024", and not "backups-for-beginners".</summary>
    public static bool IsNothingButSecrets(string name) => SecretAlone().IsMatch(name.ToLowerInvariant());

    /// <summary>A name without what copies and archives have behind it: "a.sql" for "a.sql.1.gz".</summary>
    public static string WithoutCopyEndings(string name)
    {
        while (PublicTypes.ExtensionOf(name) is { Length: > 0 } extension && IsOfCopy(extension)) name = name[..^(extension.Length + 1)];
        return name;
    }

    private static bool IsOfCopy(string extension) => OfCopies.Contains(extension) || extension.All(char.IsAsciiDigit);

    private static FrozenSet<string> SetOf(params string[] words) => words.ToFrozenSet(StringComparer.OrdinalIgnoreCase);

    [GeneratedRegex(
        @"^credentials?|secret|dump|^backup|^\.env|^id_(rsa|dsa|ecdsa|ed25519)|\.(pem|key)(\.|$)|private[-_.]?key|^service[-_]?account")]
    private static partial Regex Secret();

    [GeneratedRegex(
        @"^(db|database|sql|mysql|postgres|site|my|old|full|daily|weekly|the|all|[0-9]+|[-_. ])*(credentials?|secrets?|dumps?|backups?)"
        + @"([-_. 0-9]|old|db|sql|site|full|daily|weekly)*$",
        RegexOptions.NonBacktracking)]
    private static partial Regex SecretAlone();

    [GeneratedRegex(@"^appsettings.*\.json|^dockerfile|^docker-compose|\.config\.[cm]?js$")]
    private static partial Regex Configuration();
}
