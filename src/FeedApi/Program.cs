using System.CommandLine;
using FeedApi.Commands;
using FeedApi.Commands.Options;
using FeedApi.Http.Hosting;

SocketSetup.SetUpThreads();
var root = new RootCommand("FeedApi publishes a folder of posts as feeds, as a JSON API and as pages.")
{
    ServeCommand.Create(),
    HostArguments.Content,
    HostArguments.Data,
};
root.TreatUnmatchedTokensAsErrors = false;
root.SetAction((result, cancellationToken) => ServeCommand.RunAsync(result, cancellationToken));
// The server ends itself when it is told to stop; the parser would end it two seconds later, with whoever is being answered.
return await root.Parse(args).InvokeAsync(new InvocationConfiguration { ProcessTerminationTimeout = null });
