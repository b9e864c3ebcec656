using BenchmarkDotNet.Running;
using FeedApi.Benchmarks;
using FeedApi.Benchmarks.Fidelity;

// "publish N" measures the whole program on N generated posts; "fidelity SITE" compares FeedApi with Jekyll on a site;
// anything else goes to BenchmarkDotNet ("--filter *").
if (args is ["publish", var count]) return await PublishScale.RunAsync(int.Parse(count, System.Globalization.CultureInfo.InvariantCulture));
if (args is ["fidelity", var folder]) return await FidelityReport.RunAsync(folder);
BenchmarkSwitcher.FromAssembly(typeof(PublishScale).Assembly).Run(args);
return 0;
