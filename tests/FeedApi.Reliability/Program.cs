using FeedApi.Reliability;
using Xunit.MicrosoftTestingPlatform;
using Xunit.Runner.InProc.SystemConsole;

// A program of commands and of tests at once: what "dotnet test" and the options of the test runner ask for runs the tests.
if (args.Any(argument => argument is "--server" or "--internal-msbuild-node"))
    return await TestPlatformTestFramework.RunAsync(args, SelfRegisteredExtensions.AddSelfRegisteredExtensions);
if (args is [] or [['-' or ':', ..], ..] and not ["--help" or "-h", ..]) return await ConsoleRunner.Run(args);
return await ReliabilityCommands.RunAsync(args);
