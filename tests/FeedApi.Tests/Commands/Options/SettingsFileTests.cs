using FeedApi.Tests.Content;
using FeedApi.Tests.Hosting;
using Xunit;

namespace FeedApi.Tests.Commands.Options;

/// <summary>The settings beside the working folder: what cannot be read is not taken for missing.</summary>
public sealed class SettingsFileTests : IDisposable
{
    private readonly ContentFolder content = new();
    private readonly ContentFolder working = new();

    public SettingsFileTests()
    {
        content.With("_config.yml", "title: T\nurl: https://example.org\n");
        working.With("appsettings.json", "{}\n");
    }

    public void Dispose()
    {
        SetMode(working.Path, UnixFileMode.UserRead | UnixFileMode.UserWrite | UnixFileMode.UserExecute);
        working.Dispose();
        content.Dispose();
    }

    [Fact]
    public async Task A_folder_that_may_not_be_searched_ends_the_start()
    {
        if (!await Privileges.CanDropAsync()) Assert.Skip(Privileges.Missing);
        SetMode(working.Path, UnixFileMode.UserRead | UnixFileMode.UserWrite);

        await AssertRefusedAsync("appsettings.json cannot be read (EACCES)");
    }

    [Fact]
    public async Task A_file_that_may_not_be_read_ends_the_start()
    {
        if (!await Privileges.CanDropAsync()) Assert.Skip(Privileges.Missing);
        SetMode(working.Full("appsettings.json"), UnixFileMode.None);

        await AssertRefusedAsync("appsettings.json");
    }

    [Fact]
    public async Task A_file_that_is_not_JSON_ends_the_start()
    {
        working.With("appsettings.json", "{ \"Cache\": \n");

        var run = await ProgramRun.OfAsync(["--content", content.Path, "--urls", "http://127.0.0.1:0"], working.Path);

        AssertRefused(run, "appsettings.json");
    }

    private static void AssertRefused(ProgramRun run, string told)
    {
        Assert.Equal((2, ""), (run.Code, run.Output));
        Assert.Contains(told, Assert.Single(run.Errors), StringComparison.Ordinal);
    }

    private static void SetMode(string path, UnixFileMode mode)
    {
        if (!OperatingSystem.IsWindows()) File.SetUnixFileMode(path, mode);
    }

    private async Task AssertRefusedAsync(string told) => AssertRefused(
        await ProgramRun.OfUnprivilegedAsync(["--content", content.Path, "--urls", "http://127.0.0.1:0"], working.Path), told);
}
