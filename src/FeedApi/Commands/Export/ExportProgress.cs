using System.Globalization;

namespace FeedApi.Commands.Export;

/// <summary>Shows on a terminal how far an export is, and nothing elsewhere.</summary>
internal sealed class ExportProgress(TimeProvider time)
{
    private static readonly TimeSpan Interval = TimeSpan.FromMilliseconds(200);

    /// <summary>Shows it until it is disposed.</summary>
    /// <param name="measure">How much is done, and of how much.</param>
    public IDisposable Show(Func<(int Done, int Of)> measure)
    {
        if (Console.IsErrorRedirected) return new Shown(null);
        var begunAt = time.GetTimestamp();
        return new Shown(time.CreateTimer(_ => Write(measure(), time.GetElapsedTime(begunAt)), null, Interval, Interval));
    }

    private static void Write((int Done, int Of) state, TimeSpan elapsed)
    {
        var rate = state.Done / Math.Max(0.001, elapsed.TotalSeconds);
        var left = rate > 0 ? (state.Of - state.Done) / rate : 0;
        Console.Error.Write(string.Create(
            CultureInfo.InvariantCulture, $"\r{state.Done} of {state.Of} files, {rate:0} a second, {left:0} s left   "));
    }

    private sealed class Shown(ITimer? timer) : IDisposable
    {
        public void Dispose()
        {
            if (timer is null) return;
            timer.Dispose();
            Console.Error.Write("\r" + new string(' ', 70) + "\r");
        }
    }
}
