using System.Globalization;
using FeedApi.Commands;
using FeedApi.Commands.Localization;
using FeedApi.Http.Hosting;

// Times in the log are formatted by the culture of the process.
CultureInfo.DefaultThreadCurrentCulture = CultureInfo.CurrentCulture = CultureInfo.InvariantCulture;
UserLanguage.Use();
BundledOpenSsl.LoadUnlessInstalled();
SocketSetup.SetUpThreads();
return await CommandLine.RunAsync(args);
