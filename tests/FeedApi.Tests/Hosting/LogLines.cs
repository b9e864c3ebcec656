using System.Collections.Concurrent;
using Microsoft.Extensions.Logging;

namespace FeedApi.Tests.Hosting;

/// <summary>Collects what the server logs.</summary>
public sealed class LogLines : ILoggerProvider
{
    private readonly ConcurrentQueue<LogEntry> entries = new();

    /// <summary>Everything logged.</summary>
    public IReadOnlyCollection<LogEntry> All => entries;

    /// <summary>How often an event was logged.</summary>
    public int CountOf(EventId happening) => entries.Count(entry => entry.EventId == happening);

    /// <summary>Waits until an event is logged.</summary>
    public Task UntilAsync(EventId happening) =>
        TestSite.UntilAsync(() => Task.FromResult(CountOf(happening) > 0), $"{happening.Name} is logged");

    /// <inheritdoc/>
    public ILogger CreateLogger(string categoryName) => new Logger(entries);

    /// <inheritdoc/>
    public void Dispose()
    {
    }

    private sealed class Logger(ConcurrentQueue<LogEntry> entries) : ILogger
    {
        public IDisposable? BeginScope<TState>(TState state)
            where TState : notnull => null;

        public bool IsEnabled(LogLevel logLevel) => logLevel >= LogLevel.Information;

        public void Log<TState>(
            LogLevel logLevel, EventId eventId, TState state, Exception? exception, Func<TState, Exception?, string> formatter)
        {
            if (!IsEnabled(logLevel)) return;
            var values = state as IEnumerable<KeyValuePair<string, object?>> ?? [];
            entries.Enqueue(new LogEntry(
                logLevel,
                eventId,
                $"{formatter(state, exception)} {exception}",
                values.ToDictionary(value => value.Key, value => value.Value)));
        }
    }
}

/// <summary>Something that was logged.</summary>
/// <param name="Level">How grave it is.</param>
/// <param name="EventId">What happened.</param>
/// <param name="Text">The whole text, with the exception's.</param>
/// <param name="Values">The values that stand in the text, by name.</param>
public sealed record LogEntry(LogLevel Level, EventId EventId, string Text, IReadOnlyDictionary<string, object?> Values);
