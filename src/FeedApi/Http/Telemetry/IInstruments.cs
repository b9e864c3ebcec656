namespace FeedApi.Http.Telemetry;

/// <summary>
/// The observable instruments of one part of the program, on the meter <see cref="Instruments.MeterName"/>. Made at
/// start, so that they exist.
/// </summary>
/// <remarks>Observable only: what is measured is counted by plain additions, and costs nothing more until somebody looks.</remarks>
internal interface IInstruments
{
    /// <summary>Fetches what the instruments cannot fetch by themselves, before each look at them.</summary>
    ValueTask RefreshAsync(CancellationToken cancellationToken) => ValueTask.CompletedTask;
}
