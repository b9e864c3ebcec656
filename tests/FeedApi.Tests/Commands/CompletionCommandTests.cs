using System.Diagnostics;
using FeedApi.Tests.Hosting;
using Xunit;

namespace FeedApi.Tests.Commands;

public sealed class CompletionCommandTests
{
    [Theory]
    [InlineData("feedapi ex", "explain export")]
    [InlineData("feedapi export --o", "--out")]
    [InlineData("feedapi --Cache", "--Cache:MaxBytes")]
    [InlineData("feedapi check --f", "--format")]
    public async Task Bash_completes_commands_options_and_settings(string line, string expected)
    {
        var script = (await ProgramRun.OfAsync(["completion", "bash"])).Output;
        var words = line.Split(' ');
        var ask = $"COMP_WORDS=({line}); COMP_CWORD={words.Length - 1}; _feedapi; echo \"${{COMPREPLY[@]}}\"";
        using var bash = Process.Start(new ProcessStartInfo("bash", ["-c", script + "\n" + ask]) { RedirectStandardOutput = true })!;

        Assert.Equal(expected, (await bash.StandardOutput.ReadToEndAsync(TestContext.Current.CancellationToken)).Trim());
    }

    [Theory]
    [InlineData("zsh", "#compdef feedapi")]
    [InlineData("fish", "complete -c feedapi")]
    [InlineData("pwsh", "Register-ArgumentCompleter")]
    public async Task Every_shell_has_a_script(string shell, string part)
    {
        var run = await ProgramRun.OfAsync(["completion", shell]);

        Assert.Equal(0, run.Code);
        Assert.Contains(part, run.Output, StringComparison.Ordinal);
        Assert.Contains("import", run.Output, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Another_shell_is_refused_with_those_that_there_are()
    {
        var run = await ProgramRun.OfAsync(["completion", "tcsh"]);

        Assert.Equal(2, run.Code);
        Assert.Equal(
            "feedapi: Argument 'tcsh' not recognized. Must be one of: 'bash' 'zsh' 'fish' 'pwsh'", Assert.Single(run.Errors));
    }
}
