using BenchmarkDotNet.Running;
using FeedApi.Benchmarks;
using FeedApi.Benchmarks.Attack;
using FeedApi.Benchmarks.Calibration;
using FeedApi.Benchmarks.Fidelity;
using FeedApi.Benchmarks.HttpServing;
using FeedApi.Benchmarks.Kills;
using FeedApi.Benchmarks.Saves;
using FeedApi.Benchmarks.Scale;
using FeedApi.Benchmarks.Searching;
using FeedApi.Benchmarks.Stops;

// "publish N" measures the whole program on N generated posts; "scale --posts N" the same on very many;
// "fidelity SITE" compares FeedApi with Jekyll on a site; "liquid N" compares indexing N posts with Liquid and without;
// "mass N" adds 20,000 posts to N at once; "saves N [SEED]" saves posts as editors and tools do while a client polls;
// "kills N [SEED]" kills the server and looks at what it does then;
// "http" compares with nginx and Caddy and loads the API and the feeds ("http nginx" only a part; "--long" for ten million requests);
// "traffic" what limits and statistics cost a request;
// "search FOLDER --posts N" takes the time of searches; "recall N [SEED]" compares N searches with a scan of all texts;
// "corpus N FOLDER" writes N generated posts; "stops N" stops the server N times under load and counts answers that were lost;
// "attack SECONDS [NAME...]" attacks it while good clients go on; anything else goes to BenchmarkDotNet ("--filter *").
if (args is ["publish", var count]) return await PublishScale.RunAsync(int.Parse(count, System.Globalization.CultureInfo.InvariantCulture));
if (args is ["scale", "--posts", var posts]) return await ScaleRun.RunAsync(int.Parse(posts, System.Globalization.CultureInfo.InvariantCulture));
if (args is ["mass", var size]) return await MassChange.RunAsync(NumberOf(size));
if (args is ["saves", var saves, .. var savesSeed]) return await SavesRun.RunAsync(NumberOf(saves), savesSeed is [var given] ? NumberOf(given) : 1);
if (args is ["kills", var kills, .. var killsSeed]) return await KillsRun.RunAsync(NumberOf(kills), killsSeed is [var chosen] ? NumberOf(chosen) : 1);
if (args is ["corpus", var many, var target])
{
    new Corpus().WriteTo(target, int.Parse(many, System.Globalization.CultureInfo.InvariantCulture));
    return 0;
}

if (args is ["recall", var queries, .. var seeds])
    return await RecallRun.RunAsync(int.Parse(queries, System.Globalization.CultureInfo.InvariantCulture), seeds is [var seed] ? int.Parse(seed, System.Globalization.CultureInfo.InvariantCulture) : 1);
if (args is ["search", var kept, "--posts", var some]) return await SearchTimes.RunAsync(kept, int.Parse(some, System.Globalization.CultureInfo.InvariantCulture));
if (args is ["liquid", var number]) return await LiquidScale.RunAsync(int.Parse(number, System.Globalization.CultureInfo.InvariantCulture));
if (args is ["http", .. var parts]) return await HttpRun.RunAsync(parts);
if (args is ["guards", .. var kinds]) return GuardCalibration.Run(kinds is [var kind] ? kind : "");
if (args is ["traffic"]) return await TrafficCost.RunAsync();
if (args is ["fidelity", var folder]) return await FidelityReport.RunAsync(folder);
if (args is ["stops", var times]) return await StopRun.RunAsync(NumberOf(times));
if (args is ["attack", var seconds, .. var names]) return await AttackRun.RunAsync(NumberOf(seconds), names);
if (args is ["flood", var flood, var server]) return await Http2Flood.RunAsync(flood, new Uri(server));
BenchmarkSwitcher.FromAssembly(typeof(PublishScale).Assembly).Run(args);
return 0;

static int NumberOf(string text) => int.Parse(text, System.Globalization.CultureInfo.InvariantCulture);
