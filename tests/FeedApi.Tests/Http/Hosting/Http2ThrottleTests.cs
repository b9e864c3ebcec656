using System.Buffers;
using System.IO.Pipelines;
using FeedApi.Http.Hosting;
using Microsoft.AspNetCore.Connections;
using Microsoft.Extensions.Time.Testing;
using Xunit;

namespace FeedApi.Tests.Http.Hosting;

/// <summary>Floods of h2 frames wait, and honest connections do not.</summary>
public sealed class Http2ThrottleTests
{
    private const byte Data = 0, Headers = 1, Reset = 3, Settings = 4, Ping = 6, WindowUpdate = 8, Continuation = 9;
    private const int Burst = 1_000;
    private const int BurstOfIdleFrames = 100;

    private readonly FakeTimeProvider time = new();
    private readonly Pipe sent = new(new PipeOptions(pauseWriterThreshold: 0));
    private PipeReader? read;

    [Theory]
    [InlineData(Headers, 30)]
    [InlineData(Data, 1)]
    [InlineData(WindowUpdate, 4)]
    public void Frames_of_a_busy_proxy_cost_little(byte type, int payloadBytes)
    {
        var budget = Greeted();

        Assert.Equal(TimeSpan.Zero, budget.Spend(Frames(type, payloadBytes, Burst)));
        Assert.True(budget.Spend(Frames(type, payloadBytes, 1)) > TimeSpan.Zero);
    }

    [Theory]
    [InlineData(Data, 0)]
    [InlineData(Reset, 4)]
    [InlineData(Settings, 6)]
    [InlineData(Ping, 8)]
    [InlineData(Continuation, 5)]
    [InlineData(0xEE, 0)]
    public void Frames_that_ask_for_nothing_cost_ten_times_as_much(byte type, int payloadBytes)
    {
        var budget = Greeted();

        Assert.Equal(TimeSpan.Zero, budget.Spend(Frames(type, payloadBytes, BurstOfIdleFrames)));
        Assert.True(budget.Spend(Frames(type, payloadBytes, 1)) > TimeSpan.Zero);
    }

    [Fact]
    public void Time_pays_what_is_owed()
    {
        var budget = Greeted();
        var rest = budget.Spend(Frames(Ping, 8, BurstOfIdleFrames * 2));

        time.Advance(rest);

        Assert.Equal(TimeSpan.FromSeconds(0.2), rest);
        Assert.Equal(TimeSpan.Zero, budget.Spend(ReadOnlySequence<byte>.Empty));
    }

    [Fact]
    public void Frames_count_once_however_they_are_cut()
    {
        var (whole, pieces) = (Greeted(), Greeted());
        var frames = Frames(Ping, 8, BurstOfIdleFrames + 50).ToArray();
        var rest = TimeSpan.Zero;

        foreach (var piece in frames.Chunk(7)) rest = pieces.Spend(new ReadOnlySequence<byte>(piece));

        Assert.Equal(whole.Spend(new ReadOnlySequence<byte>(frames)), rest);
    }

    [Fact]
    public async Task A_flood_is_read_when_it_has_been_paid_for()
    {
        await BeginAsync();
        await SendAsync(Frames(Ping, 8, BurstOfIdleFrames * 2));
        var reading = read!.ReadAsync(TestContext.Current.CancellationToken).AsTask();

        time.Advance(TimeSpan.FromSeconds(0.19));
        Assert.False(reading.IsCompleted);
        time.Advance(TimeSpan.FromSeconds(0.02));

        Assert.False((await reading).Buffer.IsEmpty);
    }

    [Fact]
    public async Task What_was_left_unread_is_not_paid_for_again()
    {
        await BeginAsync();
        for (var i = 0; i < 10; i++)
        {
            await SendAsync(Frames(Ping, 8, BurstOfIdleFrames / 10));
            var reading = read!.ReadAsync(TestContext.Current.CancellationToken);
            Assert.True(reading.IsCompleted);
            var buffer = (await reading).Buffer;
            read.AdvanceTo(buffer.GetPosition(5), buffer.End);
        }
    }

    [Fact]
    public async Task The_end_of_a_connection_does_not_wait_for_a_flood()
    {
        await BeginAsync();
        await SendAsync(Frames(Ping, 8, BurstOfIdleFrames * 100));
        var reading = read!.ReadAsync(TestContext.Current.CancellationToken).AsTask();

        read.CancelPendingRead();

        await reading.WaitAsync(TimeSpan.FromMinutes(3), TestContext.Current.CancellationToken);
    }

    private static ReadOnlySequence<byte> Preface => new("PRI * HTTP/2.0\r\n\r\nSM\r\n\r\n"u8.ToArray());

    private static ReadOnlySequence<byte> Frames(byte type, int payloadBytes, int count)
    {
        byte[] frame = [0, 0, (byte)payloadBytes, type, 0, 0, 0, 0, 0, .. Enumerable.Repeat((byte)0xFF, payloadBytes)];
        return new ReadOnlySequence<byte>([.. Enumerable.Repeat(frame, count).SelectMany(bytes => bytes)]);
    }

    private Http2FrameBudget Greeted()
    {
        var budget = new Http2FrameBudget(time);
        budget.Spend(Preface);
        return budget;
    }

    private async Task BeginAsync()
    {
        var connection = new DefaultConnectionContext { Transport = new Duplex(sent.Reader, new Pipe().Writer) };
        await Http2Throttle.ServeAsync(connection, throttled => { read = throttled.Transport.Input; return Task.CompletedTask; }, time);
        await SendAsync(Preface);
        var buffer = (await read!.ReadAsync(TestContext.Current.CancellationToken)).Buffer;
        read.AdvanceTo(buffer.End);
    }

    private async Task SendAsync(ReadOnlySequence<byte> bytes) =>
        await sent.Writer.WriteAsync(bytes.ToArray(), TestContext.Current.CancellationToken);

    private sealed record Duplex(PipeReader Input, PipeWriter Output) : IDuplexPipe;
}
