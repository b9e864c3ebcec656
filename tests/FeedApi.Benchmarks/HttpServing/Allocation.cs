using System.Globalization;
using System.Net.Sockets;
using System.Text;
using FeedApi.Commands;

namespace FeedApi.Benchmarks.HttpServing;

/// <summary>What the server allocates for a 304: it runs in this process, and its client allocates nothing.</summary>
internal static class Allocation
{
    private const int WarmUp = 20_000;
    private const int Measured = 100_000;

    /// <summary>Measures and prints.</summary>
    public static async Task PrintAsync(string content, string data)
    {
        string[] options =
        [
            "--content", content, "--data", data, "--urls", "http://127.0.0.1:0", "--environment", "Production",
            "--Logging:LogLevel:Default", "Warning",
        ];
        await using var server = FeedServer.Create(options);
        await server.StartAsync();
        var address = new Uri(server.Urls.First());
        using var client = new HttpClient { BaseAddress = address };
        using var first = await client.GetAsync(new Uri("/feed.rss", UriKind.Relative));
        var request = Encoding.ASCII.GetBytes($"GET /feed.rss HTTP/1.1\r\nHost: {address.Authority}\r\nUser-Agent: reader/1.0\r\n"
            + $"If-None-Match: {first.Headers.ETag}\r\n\r\n");
        var bytes = Measure(address.Port, request);
        await server.StopAsync();
        Console.WriteLine(string.Create(CultureInfo.InvariantCulture, $"allocated for a 304: {bytes:0} bytes"));
    }

    private static double Measure(int port, byte[] request)
    {
        using var socket = new Socket(AddressFamily.InterNetwork, SocketType.Stream, ProtocolType.Tcp) { NoDelay = true };
        socket.Connect("127.0.0.1", port);
        var answer = new byte[16_384];
        Ask(socket, request, answer, WarmUp);
        var before = GC.GetTotalAllocatedBytes(precise: true);
        Ask(socket, request, answer, Measured);
        return (GC.GetTotalAllocatedBytes(precise: true) - before) / (double)Measured;
    }

    private static void Ask(Socket socket, byte[] request, byte[] answer, int times)
    {
        for (var i = 0; i < times; i++)
        {
            socket.Send(request);
            var received = 0;
            do received += socket.Receive(answer, received, answer.Length - received, SocketFlags.None);
            while (!answer.AsSpan(0, received).EndsWith("\r\n\r\n"u8));
            if (!answer.AsSpan(9).StartsWith("304"u8)) throw new InvalidOperationException("The answer is no 304.");
        }
    }
}
