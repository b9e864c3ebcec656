using FeedApi.Benchmarks.Builds;
using FeedApi.Benchmarks.Builds.Growth;
using FeedApi.Benchmarks.Calibration;
using FeedApi.Benchmarks.Commands;
using FeedApi.Benchmarks.Corpora;
using FeedApi.Benchmarks.Fidelity;
using FeedApi.Benchmarks.HttpServing;
using FeedApi.Benchmarks.Liquid;
using FeedApi.Benchmarks.Micro;
using FeedApi.Benchmarks.Publishing;
using FeedApi.Benchmarks.Scale;
using FeedApi.Benchmarks.Searching;
using FeedApi.Benchmarks.Traffic;
using FeedApi.Benchmarks.Words;

CommandGroup[] groups =
[
    new("Serving", [HttpCommand.Create(), TrafficCommand.Create(), StreamsCommand.Create(), EventsCommand.Create(), KeysCommand.Create()]),
    new("Publishing", [PublishCommand.Create(), ScaleCommand.Create(), MassCommand.Create()]),
    new("Builds side by side", [CompareCommand.Create(), GrowthCommand.Create()]),
    new("Searching", [SearchCommand.Create(), RecallCommand.Create()]),
    new(
        "Rendering",
        [FidelityCommand.Create(), WordsCommand.Create(), LiquidCommand.Create(), GuardsCommand.Create(), MicroCommand.Create()]),
    new("Generated posts", [CorpusCommand.Create()]),
];
return await new GroupedCommandLine("Measures what FeedApi costs, and compares it with others.", groups).RunAsync(args);
