namespace FeedApi.Benchmarks.Builds;

/// <summary>One measured value.</summary>
/// <param name="Figure">The name of what was measured.</param>
/// <param name="Subject">Whose it is: <c>old</c>, <c>new</c> or <c>hugo</c>.</param>
/// <param name="Round">Which of the rounds, from 0.</param>
/// <param name="Value">In the unit of the figure.</param>
/// <param name="At">When it was measured.</param>
internal sealed record Measurement(string Figure, string Subject, int Round, double Value, DateTimeOffset At);
