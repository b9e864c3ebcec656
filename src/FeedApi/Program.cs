using FeedApi.Commands;
using FeedApi.Http.Hosting;

SocketSetup.SetUpThreads();
return await CommandLine.RunAsync(args);
