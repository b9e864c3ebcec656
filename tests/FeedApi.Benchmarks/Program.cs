using BenchmarkDotNet.Running;
using FeedApi.Benchmarks;

// "publish N" measures the whole program on N generated posts; anything else goes to BenchmarkDotNet ("--filter *").
if (args is ["publish", var count]) return await PublishScale.RunAsync(int.Parse(count, System.Globalization.CultureInfo.InvariantCulture));
BenchmarkSwitcher.FromAssembly(typeof(PublishScale).Assembly).Run(args);
return 0;
