using System.Text;
using System.Text.RegularExpressions;
using FeedApi.Tests.Docs;
using Xunit;

namespace FeedApi.Tests.Deploy;

/// <summary>
/// What a new user sees who has nothing but the program in one file, on a system without .NET and ICU: every command with what it is for
/// and with mistakes. Each file in <c>Transcripts</c> is such a session; lines that begin with <c>$</c> are typed, and the exit code stands
/// in brackets.
/// </summary>
public sealed partial class TranscriptTests(TranscriptTests.Machine machine) : IClassFixture<TranscriptTests.Machine>
{
    private const string Folder = "tests/FeedApi.Tests/Deploy/Transcripts";
    private const string Rewrite = "FEEDAPI_WRITE_DOCS";

    public static TheoryData<string> Sessions =>
        [.. Directory.EnumerateFiles(Repository.PathOf(Folder), "*.txt").Select(path => Path.GetFileNameWithoutExtension(path)).Order()];

    [Theory]
    [MemberData(nameof(Sessions))]
    public async Task A_session_goes_as_it_is_written(string name)
    {
        var file = $"{Folder}/{name}.txt";
        var written = Repository.Read(file);

        var (_, output) = await (await machine.StartAsync()).RunAsync(ScriptOf(name, written));

        var seen = Steady(output);
        if (Environment.GetEnvironmentVariable(Rewrite) is "1")
            await File.WriteAllTextAsync(Repository.PathOf(file), seen, TestContext.Current.CancellationToken);
        Assert.Equal(Repository.Read(file).ReplaceLineEndings("\n"), seen);
    }

    // Each session has a home of its own with the sample site.
    private static string ScriptOf(string name, string written)
    {
        var script = new StringBuilder($$"""
            home=/home/{{name}}
            cp -r /home/author $home && chown -R 1000:1000 $home && cd $home
            exec setpriv --reuid=1000 --regid=1000 --clear-groups env -i HOME=$home PATH=/usr/local/bin:/usr/bin:/bin LC_ALL=C.UTF-8 \
              bash -c '
            run() { printf "$ %s\n" "$1"; eval "$1" </dev/null; printf "[%d]\n" $?; }

            """);
        foreach (var line in written.Split('\n'))
        {
            if (line.StartsWith("# ", StringComparison.Ordinal)) script.Append(@"printf ""%s\n"" ").Append(Quoted(line)).Append('\n');
            if (line.StartsWith("$ ", StringComparison.Ordinal)) script.Append("run ").Append(Quoted(line[2..])).Append('\n');
        }

        return script.Append('\'').ToString();
    }

    // Inside the quotes of the script.
    private static string Quoted(string text)
    {
        var once = "'" + text.Replace("'", @"'\''", StringComparison.Ordinal) + "'";
        return once.Replace("'", @"'\''", StringComparison.Ordinal);
    }

    private static string Steady(string output) => Seconds().Replace(Version().Replace(output, "VERSION"), "N s");

    /// <summary>The system of all sessions.</summary>
    public sealed class Machine : IAsyncDisposable
    {
        private readonly Lazy<Task<DebianRoot>> root = new(MakeAsync);

        internal Task<DebianRoot> StartAsync() => root.Value;

        public async ValueTask DisposeAsync()
        {
            if (!root.IsValueCreated || !root.Value.IsCompletedSuccessfully) return;
            (await root.Value).Dispose();
        }

        private static async Task<DebianRoot> MakeAsync()
        {
            var made = await DebianRoot.CopyBareAsync();
            await made.TakeAsync("content", "/home/author/site");
            await made.RunAsync("install -m 755 /packages/feedapi-*-linux-x64 /usr/local/bin/feedapi && rm -r /packages");
            return made;
        }
    }

    [GeneratedRegex(@"\b\d+\.\d s\b")]
    private static partial Regex Seconds();

    [GeneratedRegex(@"\b\d+\.\d+\.\d+-alpha[-.+\w]*")]
    private static partial Regex Version();
}
