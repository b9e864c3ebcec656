using FeedApi.Model.Text;
using Microsoft.Extensions.Logging.Abstractions;
using Microsoft.Extensions.Logging.Console;

namespace FeedApi.Commands.Logging;

/// <summary>Writes as another formatter does, with messages and exceptions in which nothing can act on a terminal.</summary>
/// <remarks>Names of files stand in messages, and whoever writes into the content folder chooses them.</remarks>
internal sealed class EscapingFormatter(ConsoleFormatter inner) : ConsoleFormatter(inner.Name), IDisposable
{
    /// <inheritdoc/>
    public override void Write<TState>(in LogEntry<TState> logEntry, IExternalScopeProvider? scopeProvider, TextWriter textWriter)
    {
        var (format, failure) = (logEntry.Formatter, logEntry.Exception);
        var escaped = new LogEntry<TState>(
            logEntry.LogLevel,
            logEntry.Category,
            logEntry.EventId,
            logEntry.State,
            exception: null,
            (state, _) => MessageOf(format(state, failure), failure));
        inner.Write(escaped, scopeProvider, textWriter);
    }

    /// <inheritdoc/>
    public void Dispose() => (inner as IDisposable)?.Dispose();

    private static string MessageOf(string message, Exception? failure) => failure is null
        ? LogText.Escape(message)
        : LogText.Escape(message) + Environment.NewLine + LogText.Escape(failure.ToString(), keepsLines: true);
}
