using System.Diagnostics;
using System.Text.RegularExpressions;

namespace FeedApi.Benchmarks.Servers;

/// <summary>Reads what the program prints: where it listens, as Kestrel chooses the port; everything else is passed on.</summary>
internal sealed partial class ServerOutput
{
    // The category of the messages about listening, starting and stopping.
    private const string Lifetime = "Microsoft.Hosting.Lifetime";

    private readonly TaskCompletionSource<Uri> listening = new(TaskCreationOptions.RunContinuationsAsynchronously);

    private ServerOutput()
    {
    }

    /// <summary>The options that let a server choose a free port, and tell it in a line.</summary>
    public static IReadOnlyList<string> Options { get; } =
    [
        "--urls", "http://127.0.0.1:0", "--environment", "Production",
        "--Logging:LogLevel:Default", "Warning", "--Logging:LogLevel:" + Lifetime, "Information",
        "--Logging:Console:FormatterName", "simple", "--Logging:Console:FormatterOptions:SingleLine", "true",
    ];

    /// <summary>The first address on which the server listens.</summary>
    /// <exception cref="InvalidOperationException">The server ended before it listened.</exception>
    public Task<Uri> Listening => listening.Task;

    /// <summary>The program of this build.</summary>
    public static string OwnProgram => Path.Combine(AppContext.BaseDirectory, "feedapi.dll");

    /// <summary>Starts the program with further options.</summary>
    /// <param name="options">Beside <see cref="Options"/>.</param>
    public static (Process Process, ServerOutput Output) Start(params IEnumerable<string> options) => StartBuild(OwnProgram, options);

    /// <summary>Starts the program of any build with further options.</summary>
    /// <param name="program">Path of its <c>feedapi.dll</c>.</param>
    /// <param name="options">Beside <see cref="Options"/>.</param>
    public static (Process Process, ServerOutput Output) StartBuild(string program, params IEnumerable<string> options) =>
        StartCommand(CommandOf(program), options);

    /// <summary>Starts what takes the options of the program and becomes a server.</summary>
    /// <param name="command">The program and its first arguments.</param>
    /// <param name="options">Beside <see cref="Options"/>.</param>
    public static (Process Process, ServerOutput Output) StartCommand(
        IReadOnlyList<string> command, params IEnumerable<string> options) => Run([.. command, .. With(options)]);

    /// <summary>Starts the program by way of another one, which must become the server: by exec, and not as its parent.</summary>
    /// <param name="launcher">The other program and its arguments; what follows them is the command line that it starts.</param>
    /// <param name="options">Beside <see cref="Options"/>.</param>
    public static (Process Process, ServerOutput Output) StartBy(IReadOnlyList<string> launcher, params IEnumerable<string> options) =>
        Run([.. launcher, "dotnet", OwnProgram, .. With(options)]);

    // A server that has to be at the address of an earlier one is told where.
    private static IEnumerable<string> With(IEnumerable<string> options) =>
        options.Contains(Options[0], StringComparer.Ordinal) ? [.. Options.Skip(2), .. options] : [.. Options, .. options];

    // A publication that has the framework with it is started by its own executable.
    private static string[] CommandOf(string program)
    {
        var hasFramework = File.Exists(Path.Combine(Path.GetDirectoryName(program)!, "libcoreclr.so"));
        return hasFramework ? [Path.ChangeExtension(program, null)] : ["dotnet", program];
    }

    private static (Process Process, ServerOutput Output) Run(string[] command)
    {
        var start = new ProcessStartInfo(command[0], command[1..]) { RedirectStandardOutput = true };
        var (process, output) = (Process.Start(start)!, new ServerOutput());
        process.OutputDataReceived += (_, line) => output.Take(line.Data);
        process.BeginOutputReadLine();
        return (process, output);
    }

    private void Take(string? line)
    {
        if (line is null) listening.TrySetException(new InvalidOperationException("The server has stopped before it listened."));
        else if (!line.Contains(Lifetime, StringComparison.Ordinal)) Console.WriteLine(line);
        else if (ListeningOn().Match(line) is { Success: true } match) listening.TrySetResult(new Uri(match.Groups[1].Value));
    }

    [GeneratedRegex(@"Now listening on: (\S+)", RegexOptions.NonBacktracking)]
    private static partial Regex ListeningOn();
}
