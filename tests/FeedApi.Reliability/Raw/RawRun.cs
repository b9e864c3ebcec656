using System.Net.Sockets;
using System.Text;
using System.Text.RegularExpressions;
using FeedApi.Reliability.Faults;
using FeedApi.Reliability.Sites;

namespace FeedApi.Reliability.Raw;

/// <summary>
/// Says requests byte by byte. Each wrong one must get one refusal, and the connection must end before what follows is read; each right one
/// gets one answer, and so does the next on its connection. No path may lead to a file that is not public.
/// </summary>
internal static partial class RawRun
{
    private const string Next = "GET /health/live HTTP/1.1\r\nHost: localhost\r\nConnection: close\r\n\r\n";

    // Far more than a busy machine needs.
    private static readonly TimeSpan Patience = TimeSpan.FromMinutes(2);
    private static readonly int[] Refusals = [400, 405, 413, 414, 415, 431, 501, 505];
    private static readonly string[] Secrets = [PathCases.Canary, "SQLite format 3", "root:x:0:"];

    /// <summary>Runs; everything is written below the temporary folder and removed.</summary>
    public static async Task RunAsync(FaultRange range, FaultReport report, CancellationToken cancellation)
    {
        using var site = new FaultSite("raw", Dialect.Jekyll);
        Fill(site);
        await site.StartAsync();
        Dictionary<int, int> statuses = [];
        foreach (var number in range.Numbers)
        {
            cancellation.ThrowIfCancellationRequested();
            var random = range.RandomOf(number);
            var isPath = random.Next(3) == 0;
            var request = isPath ? PathCases.Of(random) : FramingCases.Of(random);
            var heard = await AskAsync(site.Server.Address, isPath ? request.Text : request.Text + Next);
            var answers = RawAnswer.ListIn(heard, request.Method, "GET");
            var fault = isPath ? FaultOfPath(heard, answers) : FaultOfFraming(request, answers);
            if (fault is not null) report.Add(number, $"{fault} to {Escape(request.Text)}");
            foreach (var answer in answers ?? []) statuses[answer.Status] = statuses.GetValueOrDefault(answer.Status) + 1;
            report.CountFired();
        }

        Console.WriteLine(string.Join(", ", statuses.OrderBy(status => status.Key).Select(status => $"{status.Value} of {status.Key}")));
    }

    private static void Fill(FaultSite site)
    {
        Write(site.Outside, "secret.txt", PathCases.Canary);
        Write(site.Content, ".secret/secret.txt", PathCases.Canary);
        Write(site.Content, ".git/config", PathCases.Canary);
        Write(site.Content, "_data/secret.yml", $"a: {PathCases.Canary}");
        Write(site.Content, "_includes/secret.html", PathCases.Canary);
        Write(site.Content, "assets/a.txt", "public");
        File.AppendAllText(Path.Combine(site.Content, "_config.yml"), $"# {PathCases.Canary}\n");
        Write(site.Posts, "2025-01-01-one.md", $"---\ntitle: One\n# {PathCases.Canary}\ncategory: news\n---\nText.\n");
        Write(site.Posts, "2025-01-01-one.md~", PathCases.Canary);
    }

    private static void Write(string folder, string name, string text)
    {
        var path = Path.Combine(folder, name);
        Directory.CreateDirectory(Path.GetDirectoryName(path)!);
        File.WriteAllText(path, text);
    }

    private static string? FaultOfPath(string heard, IReadOnlyList<RawAnswer>? answers)
    {
        if (Array.Find(Secrets, secret => heard.Contains(secret, StringComparison.Ordinal)) is { } secret) return $"{secret} is served";
        if (answers is not [var answer]) return $"{answers?.Count} answers";
        if (answer.Status >= 500) return $"the answer {answer.Status}";
        return Location().Match(answer.Head) is { Success: true } location && Foreign().IsMatch(location.Groups[1].Value)
            ? $"a redirect to {location.Groups[1].Value}"
            : null;
    }

    private static string? FaultOfFraming(RawCase request, IReadOnlyList<RawAnswer>? answers)
    {
        if (answers is null) return "what is no answer";
        if (answers.FirstOrDefault(answer => answer.Status >= 500 && answer.Status is not (501 or 505)) is { } failure)
            return $"the answer {failure.Status}";
        if (request.Fault is null)
        {
            return answers is [{ Status: < 500 and not 400 }, { Status: 200 }]
                ? null
                : $"{Statuses(answers)} instead of an answer and 200 for the next request";
        }

        // Who does not read a body may have answered before its chunks are seen to be wrong.
        if (request.Fault == "a chunk") return answers is [_] ? null : $"{Statuses(answers)} instead of one answer";
        return answers is [{ } refusal] && Refusals.Contains(refusal.Status)
            ? null
            : $"{Statuses(answers)} instead of one refusal for {request.Fault}";
    }

    private static string Statuses(IReadOnlyList<RawAnswer> answers) =>
        answers.Count == 0 ? "nothing" : string.Join(" and ", answers.Select(answer => answer.Status));

    private static async Task<string> AskAsync(Uri server, string said)
    {
        using var socket = new Socket(SocketType.Stream, ProtocolType.Tcp) { NoDelay = true };
        await socket.ConnectAsync(server.Host, server.Port);
        var heard = new StringBuilder();
        try
        {
            await socket.SendAsync(Encoding.Latin1.GetBytes(said));
            var buffer = new byte[64 * 1024];
            using var patience = new CancellationTokenSource(Patience);
            while (await socket.ReceiveAsync(buffer, patience.Token) is > 0 and var count)
                heard.Append(Encoding.Latin1.GetString(buffer, 0, count));
        }
        catch (SocketException)
        {
            // The server hung up while more was on its way; what it said before counts.
        }

        return heard.ToString();
    }

    private static string Escape(string text) => Control().Replace(
        text.Length > 300 ? text[..300] : text, control => control.Value == "\r\n" ? "|" : $"\\x{(int)control.Value[0]:X2}");

    [GeneratedRegex(@"\r\nLocation: ([^\r\n]*)", RegexOptions.IgnoreCase)]
    private static partial Regex Location();

    [GeneratedRegex(@"^(//|/\\|\\|https?://(?!faults\.example|localhost|127\.0\.0\.1))")]
    private static partial Regex Foreign();

    [GeneratedRegex(@"\r\n|[\u0000-\u001F\u007F-\u00FF]")]
    private static partial Regex Control();
}
