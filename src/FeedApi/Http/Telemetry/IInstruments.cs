namespace FeedApi.Http.Telemetry;

/// <summary>
/// The observable instruments of one part of the program, on the meter <see cref="Instruments.MeterName"/>. Created at
/// start.
/// </summary>
/// <remarks>Observable only: measured code just increments counters, and has no other cost until metrics are collected.</remarks>
internal interface IInstruments
{
    /// <summary>Loads values that instruments cannot read synchronously, before each collection.</summary>
    ValueTask RefreshAsync(CancellationToken cancellationToken) => ValueTask.CompletedTask;
}
