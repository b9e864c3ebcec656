using System.Collections.Concurrent;
using System.Security.Cryptography;
using System.Text;
using System.Text.RegularExpressions;
using FeedApi.Commands.Export.Planning;
using FeedApi.Commands.Export.Trees;
using FeedApi.Commands.Localization;
using FeedApi.Commands.Offline;
using FeedApi.Http.Documents;
using FeedApi.Site.Addresses;

namespace FeedApi.Commands.Export;

/// <summary>Makes the planned files that may have changed, and the entries of all.</summary>
/// <param name="server">The server, which is asked for every document.</param>
/// <param name="before">The earlier export; null for none.</param>
/// <param name="plan">What the site is to have.</param>
/// <param name="tree">The tree in which files are written.</param>
internal sealed partial class ExportRun(OfflineServer server, Manifest? before, ExportPlan plan, SiteTree tree)
{
    private readonly ConcurrentBag<ExportEntry> made = [];
    private readonly ConcurrentQueue<string> failures = [];
    private readonly ConcurrentDictionary<string, string> derived = new(StringComparer.Ordinal);
    private readonly LinkRewriter rewriter = new(server.Site.PublicUrl);
    private readonly Dictionary<string, ExportEntry> earlier =
        (before?.Entries ?? []).ToDictionary(entry => entry.Path, StringComparer.Ordinal);

    private readonly string prefix = new Uri(server.Site.PublicUrl).AbsolutePath.TrimEnd('/');

    private int done;

    /// <summary>Addresses at which the server answered with an error.</summary>
    public IReadOnlyCollection<string> Failures => failures;

    /// <summary>Links that differ from those of the server.</summary>
    public IReadOnlyDictionary<string, string> Links => rewriter.Replaced;

    /// <summary>Number of addresses that are done.</summary>
    public int Done => done;

    /// <summary>Makes everything.</summary>
    /// <returns>The entries of the manifest, in ordinal order.</returns>
    public async Task<IReadOnlyList<ExportEntry>> RunAsync(CancellationToken cancellationToken)
    {
        await Parallel.ForEachAsync(plan.Wants, cancellationToken, async (want, token) =>
        {
            token.ThrowIfCancellationRequested();
            await MakeAsync(want);
            Interlocked.Increment(ref done);
        });
        foreach (var (path, key) in derived) plan.Add(path, "", want => want with { Key = key, MayStay = true, IsOptional = true });
        foreach (var want in plan.Wants.Where(want => derived.ContainsKey(want.Source)).ToList()) await MakeAsync(want);
        return [.. made.Concat(plan.Stay).OrderBy(entry => entry.Path, StringComparer.Ordinal)];
    }

    private async Task MakeAsync(Want want)
    {
        var known = earlier.GetValueOrDefault(want.Path) is { } entry && entry.File == want.File ? entry : null;
        if (want.Redirect is var (status, location))
        {
            var page = RedirectPage.To(location);
            Add(want, known, page, RedirectPage.ContentType, null, entry => entry with { Status = status, Location = location });
        }
        else if (want.IsFile)
        {
            await MakeFileAsync(want, known);
        }
        else if (want.MayStay && known is not null && known.Made == want.Made && known.Source == SourceOf(want))
        {
            made.Add(known);
            KeepDerived(want);
        }
        else if (await AskAsync(want) is { } answer)
        {
            var body = want.List is null ? answer.Body : rewriter.Rewrite(answer.Body, want.List);
            FindDerived(want, body);
            Add(want, known, body, TypeOf(answer), answer.Headers.CacheControl.ToString());
        }
    }

    // Its tag tells whether a file is another one without reading it.
    private async Task MakeFileAsync(Want want, ExportEntry? known)
    {
        var head = await server.AskAsync(HttpMethods.Head, want.Source);
        if (head.Status != StatusCodes.Status200OK) return;
        var tag = head.Headers.ETag.ToString();
        if (known is not null && known.Made == tag) made.Add(known);
        else if (await AskAsync(want) is { } answer)
            Add(want with { Made = tag }, known, answer.Body, TypeOf(answer), answer.Headers.CacheControl.ToString());
    }

    private async Task<InProcessAnswer?> AskAsync(Want want)
    {
        var answer = await server.AskAsync(HttpMethods.Get, want.Source);
        if (answer.Status == StatusCodes.Status200OK) return answer;
        if (!want.IsOptional) failures.Enqueue(Localized.Text($"{want.Source}: the server answers {answer.Status}"));
        return null;
    }

    private void Add(
        Want want, ExportEntry? known, byte[] body, string type, string? cache, Func<ExportEntry, ExportEntry>? more = null)
    {
        var hash = Convert.ToHexStringLower(SHA256.HashData(body));
        if (known?.Sha256 != hash) tree.Write(want.File, body, type);
        var entry = new ExportEntry
        {
            Path = want.Path,
            File = want.File,
            Type = type,
            Bytes = body.Length,
            Sha256 = hash,
            Source = SourceOf(want),
            Cache = cache,
            Key = want.Key,
            Made = want.Made,
        };
        made.Add(more is null ? entry : more(entry));
    }

    private static string TypeOf(InProcessAnswer answer) => answer.Headers.ContentType.ToString();

    // Below the host too, where the site has a path of its own.
    private string? SourceOf(Want want) => prefix + want.Source == want.Path ? null : prefix + want.Source;

    // The pictures of drawings in an article's text are known by the pages that show them.
    private void FindDerived(Want want, byte[] body)
    {
        if (want.Key?.StartsWith(SurrogateKeys.Article(""), StringComparison.Ordinal) != true) return;
        if (body.AsSpan().IndexOf(Encoding.UTF8.GetBytes(Routes.DerivedFiles)) < 0) return;
        foreach (Match match in DerivedFile().Matches(Encoding.UTF8.GetString(body))) derived.TryAdd(match.Value, want.Key);
    }

    private void KeepDerived(Want want)
    {
        if (want.Key is null) return;
        var start = prefix + Routes.DerivedFiles;
        foreach (var entry in plan.EarlierOf(want.Key).Where(entry => entry.Path.StartsWith(start, StringComparison.Ordinal)))
            derived.TryAdd(entry.Path[prefix.Length..], want.Key);
    }

    [GeneratedRegex(@"/files/derived/[0-9a-f]{64}\.svg")]
    private static partial Regex DerivedFile();
}
