namespace FeedApi.Reliability.Raw;

/// <summary>Makes up spellings of paths that lead out of the folders from which files are served, or to what is never served.</summary>
internal static class PathCases
{
    /// <summary>Stands in every file that must never be served.</summary>
    public const string Canary = "feedapi-canary-5381";

    private static readonly string[] Roots =
        ["/", "/assets/", "/files/derived/", "/2025/", "/categories/", "/tags/", "/api/v1/articles/", "/docs/", "/.well-known/", "/posts/"];

    private static readonly string[] Ups =
    [
        "..", "%2e%2e", "%2E.", ".%2e", "%252e%252e", "%c0%ae%c0%ae", "%e0%80%ae%e0%80%ae", "..%00", "%ef%bc%8e%ef%bc%8e", "...", "..;",
        ".. ", "..%20", ".%00.", "..%0d%0a", "%u002e%u002e", "..%c0%80", "\u00AE\u00AE",
    ];

    private static readonly string[] Slashes =
        ["/", "%2f", "%5c", "\\", "//", "%252f", "%c0%af", "/./", "/%2e/", ";/", "%2F%2F", "/\\", "%255c", "%e2%88%95", "/%20/"];

    private static readonly string[] Files =
    [
        "secret.txt", "site/_config.yml", "_config.yml", "%5fconfig.yml", ".secret/secret.txt", "%2esecret/secret.txt", "data/index.db",
        "index.db", "site/_posts/2025-01-01-one.md", "_posts/2025-01-01-one.md", "_data/secret.yml", "etc/passwd", "_config.yml%00.png",
        "_config.yml/", "_config.yml.", "_CONFIG.YML", "2025-01-01-one.md", "_includes/secret.html", "one.md~", ".git/config",
        "/evil.example/", "\\evil.example",
    ];

    /// <summary>A request.</summary>
    public static RawCase Of(Random random)
    {
        var path = One(random, Roots);
        for (var depth = random.Next(6); depth > 0; depth--) path += One(random, Ups) + One(random, Slashes);
        path += One(random, Files);
        if (random.Next(10) == 0) path = "/" + path;
        return new RawCase($"GET {path} HTTP/1.1\r\nHost: localhost\r\nConnection: close\r\n\r\n", "GET", null);
    }

    private static string One(Random random, string[] all) => all[random.Next(all.Length)];
}
