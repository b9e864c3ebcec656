using System.Globalization;
using FeedApi.Model.Text;
using Spectre.Console;
using Spectre.Console.Rendering;

namespace FeedApi.Publishing.Scan;

/// <summary>
/// Shows on a terminal how far something long is: a bar, what is done, the rate and the time that is left. Elsewhere it shows nothing.
/// </summary>
internal static class TerminalProgress
{
    private static readonly TimeSpan Interval = TimeSpan.FromMilliseconds(100);

    /// <summary>True when the error output is a terminal that has room for a bar.</summary>
    public static bool IsTerminal => !Console.IsErrorRedirected && TerminalRoom.IsEnough;

    /// <summary>Shows it until it is disposed; then it is gone.</summary>
    /// <param name="what">What is done, in the language of the user. Null: nothing is shown.</param>
    /// <param name="measure">How much is done, and of how much.</param>
    public static IAsyncDisposable Show(string? what, Func<(long Done, long Of)> measure) => new Shown(IsTerminal ? what : null, measure);

    private sealed class Shown : IAsyncDisposable
    {
        private readonly CancellationTokenSource ended = new();
        private readonly Task showing;

        public Shown(string? what, Func<(long Done, long Of)> measure) =>
            showing = what is null ? Task.CompletedTask : Task.Run(() => ShowAsync(what, measure));

        public async ValueTask DisposeAsync()
        {
            await ended.CancelAsync();
            // A terminal that is gone ends nothing else.
            await showing.ConfigureAwait(ConfigureAwaitOptions.SuppressThrowing);
            ended.Dispose();
        }

        // NO_COLOR and terminals that can draw nothing are Spectre.Console's business.
        private Task ShowAsync(string what, Func<(long Done, long Of)> measure)
        {
            var console = AnsiConsole.Create(new AnsiConsoleSettings { Out = new AnsiConsoleOutput(Console.Error) });
            return console.Progress().AutoClear(true)
                .Columns(
                    new TaskDescriptionColumn(), new ProgressBarColumn(), new PercentageColumn(), new CountColumn(),
                    new RemainingTimeColumn())
                .StartAsync(context => FollowAsync(context.AddTask(Markup.Escape(what)), measure));
        }

        private async Task FollowAsync(ProgressTask task, Func<(long Done, long Of)> measure)
        {
            while (!ended.IsCancellationRequested)
            {
                var (done, of) = measure();
                task.MaxValue = Math.Max(1, of);
                task.Value = done;
                await Task.Delay(Interval, ended.Token).ConfigureAwait(ConfigureAwaitOptions.SuppressThrowing);
            }
        }
    }

    private sealed class CountColumn : ProgressColumn
    {
        public override IRenderable Render(RenderOptions options, ProgressTask task, TimeSpan deltaTime) => new Text(string.Create(
            CultureInfo.InvariantCulture, $"{task.Value:0}/{task.MaxValue:0} {task.Speed ?? 0:0}/s"));
    }
}
