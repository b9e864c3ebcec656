using System.Diagnostics;
using System.Globalization;
using System.Net;

namespace FeedApi.Reliability.Starve;

/// <summary>
/// Clients that ask for slow searches and facets, each for the next one as soon as it has its answer, whatever that says.
/// </summary>
/// <remarks>
/// They run in a process of its own that gets what the others leave of the processors: attackers sit on other machines. A proxy on this
/// machine stands for them all, so that no limit of one client protects the server.
/// </remarks>
internal sealed class SearchAttack : IDisposable
{
    private static readonly TimeSpan Patience = TimeSpan.FromMinutes(2);
    private static readonly TimeSpan Look = TimeSpan.FromMilliseconds(20);

    private readonly Process process;

    private SearchAttack(Process process) => this.process = process;

    /// <summary>Starts the clients.</summary>
    public static SearchAttack Start(Uri server, int clients, int seed)
    {
        string[] arguments =
        [
            "-n", "19", Environment.ProcessPath!, SearchAttackCommand.Name, server.ToString(),
            clients.ToString(CultureInfo.InvariantCulture), seed.ToString(CultureInfo.InvariantCulture),
        ];
        return new SearchAttack(Process.Start(
            new ProcessStartInfo("nice", arguments) { RedirectStandardInput = true, RedirectStandardOutput = true })!);
    }

    /// <summary>Ends them.</summary>
    /// <returns>What they were answered.</returns>
    public async Task<AttackAnswers> StopAsync()
    {
        process.StandardInput.Close();
        return AttackAnswers.Parse(await process.StandardOutput.ReadToEndAsync());
    }

    /// <inheritdoc/>
    public void Dispose()
    {
        if (!process.HasExited) process.Kill();
        process.Dispose();
    }

    /// <summary>What the process of its own does: asks until its input ends, and tells what was answered.</summary>
    public static async Task<int> RunAsync(Uri server, int clients, int seed)
    {
        using var client = new HttpClient(new SocketsHttpHandler
        {
            UseProxy = false,
            UseCookies = false,
            AutomaticDecompression = DecompressionMethods.None
        })
        { BaseAddress = server, Timeout = Patience };
        var queries = await SlowQueries.ReadAsync(client);
        using var end = new CancellationTokenSource();
        var answers = new AttackAnswers();
        Task[] asking = [.. Enumerable.Range(0, clients).Select(number => Task.Run(() => AskAsync(number)))];
        await Console.In.ReadToEndAsync(CancellationToken.None);
        // On a busy machine this process may only have begun.
        while (answers.Total == 0) await Task.Delay(Look);
        await end.CancelAsync();
        await Task.WhenAll(asking);
        Console.Write(answers.ToText());
        return 0;

        async Task AskAsync(int number)
        {
            var random = new Random(unchecked((seed * 1_009) + number));
            while (!end.IsCancellationRequested) answers.Count(await AnswerAsync(client, queries.Next(random), end.Token));
        }
    }

    private static async Task<string> AnswerAsync(HttpClient client, string path, CancellationToken end)
    {
        try
        {
            using var answer = await client.GetAsync(new Uri(path, UriKind.Relative), end);
            var body = await answer.Content.ReadAsStringAsync(end);
            if (answer.IsSuccessStatusCode) return AttackAnswers.Good;
            var isRefused = answer.StatusCode is HttpStatusCode.ServiceUnavailable or HttpStatusCode.TooManyRequests;
            var code = AttackAnswers.CodeIn(body);
            return isRefused && code is not null && answer.Headers.RetryAfter is not null
                ? $"{(int)answer.StatusCode} {code}"
                : $"{AttackAnswers.Undocumented} {(int)answer.StatusCode} {code} {path}";
        }
        catch (OperationCanceledException) when (end.IsCancellationRequested)
        {
            return "";
        }
        catch (Exception failure) when (failure is HttpRequestException or OperationCanceledException or IOException)
        {
            return $"{AttackAnswers.Undocumented} {failure.GetType().Name} {path}";
        }
    }
}
