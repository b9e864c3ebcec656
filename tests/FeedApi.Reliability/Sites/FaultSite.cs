using System.Diagnostics;
using System.Text.Json.Nodes;
using FeedApi.Benchmarks.Servers;
using FeedApi.Tests.Hosting;

namespace FeedApi.Reliability.Sites;

/// <summary>A content folder below the temporary folder, and a server over it in a process of its own.</summary>
internal sealed class FaultSite : IDisposable
{
    // Problems are asked for, not printed; and one client asks for everything.
    private static readonly string[] Quiet =
    [
        "--Logging:LogLevel:FeedApi", "None", "--Logging:LogLevel:Microsoft.AspNetCore.Server.Kestrel.Connections", "None",
        "--Limits:Enabled", "false",
    ];

    private readonly string root;
    private readonly Dialect dialect;
    private readonly HeldPort management = new();
    private ServerProcess? server;

    /// <summary>A site without posts.</summary>
    public FaultSite(string name, Dialect dialect)
    {
        root = Directory.CreateTempSubdirectory($"feedapi-{name}-").FullName;
        this.dialect = dialect;
        Management = new HttpClient { BaseAddress = new Uri(management.Url) };
        Directory.CreateDirectory(Posts);
        switch (dialect)
        {
            case Dialect.Jekyll:
                File.WriteAllText(Path.Combine(Content, "_config.yml"), "title: Faults\nurl: https://faults.example\n");
                break;
            case Dialect.Hugo:
                File.WriteAllText(
                    Path.Combine(Content, "hugo.toml"),
                    "title = 'Faults'\nbaseURL = 'https://faults.example/'\n[markup.goldmark.renderer]\nunsafe = true\n");
                break;
        }
    }

    /// <summary>The content folder.</summary>
    public string Content => Path.Combine(root, "site");

    /// <summary>The folder that posts are written to.</summary>
    public string Posts => Path.Combine(Content, PostsPath);

    /// <summary>The same, below the content folder, as sources of articles have it.</summary>
    public string PostsPath => dialect switch
    {
        Dialect.Jekyll => "_posts",
        Dialect.Hugo => "content/posts",
        _ => "posts",
    };

    /// <summary>The folder of the index.</summary>
    public string Data => Path.Combine(root, "data");

    /// <summary>A folder beside the content folder, of which nothing may be served.</summary>
    public string Outside => root;

    /// <summary>The server.</summary>
    public ServerProcess Server => server!;

    /// <summary>Asks the public listener.</summary>
    public HttpClient Client => Server.Client;

    /// <summary>Asks the management listener.</summary>
    public HttpClient Management { get; }

    /// <summary>Starts the server and waits until every post is read.</summary>
    public Task StartAsync(params string[] options) => StartAsync(ServerProcess.Start, options);

    /// <summary>Starts the server under another program, such as one that limits it, and waits until every post is read.</summary>
    /// <param name="launcher">The other program with its arguments.</param>
    /// <param name="options">Further options of the server.</param>
    public Task StartUnderAsync(IReadOnlyList<string> launcher, params string[] options) =>
        StartAsync((content, data, more) => ServerProcess.StartBy(launcher, content, data, more), options);

    /// <summary>Ends the server.</summary>
    public void Stop()
    {
        server?.Dispose();
        server = null;
    }

    /// <summary>Every current problem.</summary>
    public async Task<IReadOnlyList<ListedProblem>> ListProblemsAsync() =>
    [
        .. JsonNode.Parse(await Management.GetStringAsync("/api/v1/problems"))!["data"]!.AsArray().Select(problem => new ListedProblem(
            (string)problem!["file"]!, (string)problem["code"]!, (string)problem["severity"]! == "error", (string)problem["message"]!)),
    ];

    /// <summary>The id of every article, page by page.</summary>
    /// <remarks>While posts arrive an id may move from one post to another between two pages, and be listed twice.</remarks>
    public async Task<HashSet<string>> ListIdsAsync()
    {
        HashSet<string> ids = new(StringComparer.Ordinal);
        for (string? page = "/api/v1/articles?limit=100&fields=id"; page is not null;)
        {
            var list = JsonNode.Parse(await Client.GetStringAsync(page))!;
            ids.UnionWith(list["data"]!.AsArray().Select(article => (string)article!["id"]!));
            page = list["page"]!["next"] is { } next ? new Uri((string)next!).PathAndQuery : null;
        }

        return ids;
    }

    private async Task StartAsync(Func<string, string, string[], ServerProcess> start, string[] options)
    {
        string[] address = dialect == Dialect.Plain ? ["--Site:Url", "https://faults.example"] : [];
        server = start(Content, Data, [.. PatientSearch.Options, .. Quiet, "--Management:Urls", management.Url, .. address, .. options]);
        await server.UntilWholeAsync();
    }

    /// <inheritdoc/>
    public void Dispose()
    {
        Stop();
        Management.Dispose();
        management.Dispose();
        // Not Directory.Delete, which cannot name files whose names are no UTF-8.
        using var remove = Process.Start("rm", ["-rf", "--", root]);
        remove.WaitForExit();
    }
}
