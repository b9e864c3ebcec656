using System.Diagnostics;
using System.Net;
using System.Net.Sockets;
using FeedApi.Commands;
using FeedApi.Tests.Content;
using Xunit;

namespace FeedApi.Tests.Commands;

public sealed class StartTests : IDisposable
{
    private readonly ContentFolder content = new();

    public StartTests() =>
        content.With("_config.yml", "title: T\nurl: https://example.org\n").With("_posts/2024-01-01-a.md", "---\ntitle: A\n---\nx\n");

    public void Dispose()
    {
        content.Dispose();
        if (Directory.Exists(content.Path + "-data")) Directory.Delete(content.Path + "-data", recursive: true);
    }

    [Theory]
    [InlineData("--conten x", "--conten")]
    [InlineData("--url http://127.0.0.1:0", "--urls")]
    [InlineData("chek", "chek")]
    [InlineData("--urls nowhere", "urls is \"nowhere\"")]
    [InlineData("--urls http://127.0.0.1:0 --Management:Urls ftp://x", "Management:Urls")]
    [InlineData("--urls http://192.0.2.1:5999", "")]
    [InlineData("--urls http://127.0.0.1:0/base", "")]
    [InlineData("--urls http://127.0.0.1:5998 --Management:Urls http://127.0.0.1:5998", "5998")]
    [InlineData("--urls http://127.0.0.1:0 --Cache:MaxBytes much", "Cache:MaxBytes")]
    [InlineData("--urls http://127.0.0.1:0 --Feeds:Delta maybe", "Feeds:Delta is \"maybe\"; it must be true or false")]
    [InlineData("--urls http://127.0.0.1:0 --Api:Deprecation soon", "Api:Deprecation is \"soon\"")]
    [InlineData("--urls http://127.0.0.1:0 --Api:Deprecation 2024-01-01 --Api:Sunset 01.02.2024", "Api:Sunset is \"01.02.2024\"")]
    [InlineData("--urls http://127.0.0.1:0 --Api:Deprecation 2024-01-02 --Api:Sunset 2024-01-01", "earlier than Api:Deprecation")]
    [InlineData("--urls http://127.0.0.1:0 --Api:Sunset 2024-01-01", "without Api:Deprecation")]
    [InlineData("--urls http://127.0.0.1:0 --Api:Deprecation 2024-01-01 --Api:DeprecationLink /v2", "Api:DeprecationLink is \"/v2\"")]
    [InlineData("--urls http://127.0.0.1:0 --Limits:Feed:Requests 9", "Limits:Feed:Requests is \"9\"; it must be a whole number from 10")]
    [InlineData("--urls http://127.0.0.1:0 --Limits:Client:Seconds 0", "Limits:Client:Seconds")]
    [InlineData("--urls http://127.0.0.1:0 --Limits:Enabled no", "Limits:Enabled is \"no\"")]
    [InlineData("--urls http://127.0.0.1:0 --Limits:Feeds:Requests 100", "Limits:Feeds")]
    [InlineData("--urls http://127.0.0.1:0 --Http:TrustedProxies 10.1", "Http:TrustedProxies is \"10.1\"")]
    [InlineData("--urls http://127.0.0.1:0 --Http:TrustedProxies proxy.example", "Http:TrustedProxies is \"proxy.example\"")]
    [InlineData("--urls http://127.0.0.1:0 --Http:TrustedProxies 10.0.0.0/33", "from /0 to /32")]
    [InlineData("--urls http://127.0.0.1:0 --Http:ProxyHops 11", "Http:ProxyHops")]
    [InlineData("--content /nothing/here", "/nothing/here")]
    [InlineData("--urls http://127.0.0.1:0 --data /proc/nothing", "/proc/nothing")]
    public async Task A_wrong_setting_ends_the_start_with_one_line_and_code_2(string arguments, string named)
    {
        if (!OperatingSystem.IsLinux()) Assert.Skip("Some of these settings are wrong on Linux only.");
        var given = arguments.Contains("--content ", StringComparison.Ordinal) ? "" : $"--content {content.Path} ";
        var data = arguments.Contains("--data ", StringComparison.Ordinal) ? "" : $"--data {content.Path + "-data"} ";
        var (code, errors) = await RunAsync(given + data + arguments);

        Assert.Equal(2, code);
        var line = Assert.Single(errors.Split('\n', StringSplitOptions.RemoveEmptyEntries));
        Assert.StartsWith("feedapi: ", line, StringComparison.Ordinal);
        Assert.Contains(named, line, StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_port_in_use_is_told_in_one_line()
    {
        using var listener = new TcpListener(IPAddress.Loopback, 0);
        listener.Start();
        var address = $"http://127.0.0.1:{((IPEndPoint)listener.LocalEndpoint).Port}";

        var (code, errors) = await RunAsync($"--content {content.Path} --data {content.Path + "-data"} --urls {address}");

        Assert.Equal(2, code);
        Assert.Contains(address, Assert.Single(errors.Split('\n', StringSplitOptions.RemoveEmptyEntries)), StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_site_without_an_address_does_not_start_outside_development()
    {
        content.With("_config.yml", "title: T\n");

        var (code, errors) = await RunAsync($"--content {content.Path} --data {content.Path + "-data"} --urls http://127.0.0.1:0");

        Assert.Equal(2, code);
        Assert.Contains("Site:Url", errors, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("http://0.0.0.0:5997")]
    [InlineData("http://*:5997")]
    [InlineData("http://127.0.0.1:5997;http://[::]:5997")]
    [InlineData("http://unix:/tmp/feedapi-start-test.sock")]
    public async Task A_site_without_an_address_does_not_start_where_others_could_reach_it(string urls)
    {
        content.With("_config.yml", "title: T\n");

        var (code, errors) = await RunAsync($"--content {content.Path} --data {content.Path + "-data"} --urls {urls}");

        Assert.Equal(2, code);
        Assert.Contains("loopback", errors, StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_machine_without_time_zones_is_told_apart_from_a_wrong_name()
    {
        content.With("_config.yml", "url: https://example.org\ntimezone: Asia/Shanghai\n");

        var run = await Hosting.ProgramRun.OfAsync(
            ["--content", content.Path, "--data", content.Path + "-data"], variables: ("TZDIR", content.Full("nothing")));

        Assert.Equal(2, run.Code);
        Assert.Contains("install tzdata", Assert.Single(run.Errors), StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("data")]
    [InlineData(".")]
    [InlineData("deep/er")]
    [InlineData("../link")]
    public async Task A_data_folder_inside_the_content_folder_is_refused(string place)
    {
        var data = content.Full(place);
        if (place == "../link") Directory.CreateSymbolicLink(data = content.Path + "-link", content.With("inner/a.txt", "x").Full("inner"));

        var (code, errors) = await RunAsync(
            $"--content {content.Path} --data {data} --urls http://127.0.0.1:0 --Site:Url https://example.org");

        File.Delete(content.Path + "-link");
        Assert.Equal(2, code);
        Assert.Contains(content.Path, errors, StringComparison.Ordinal);
        Assert.Contains("--data " + Path.Combine(Path.GetDirectoryName(content.Path)!, ".feedapi"), errors, StringComparison.Ordinal);
    }

    private static async Task<(int Code, string Errors)> RunAsync(string arguments)
    {
        var program = Path.Combine(AppContext.BaseDirectory, "feedapi.dll");
        Assert.True(File.Exists(program), typeof(FeedServer).Assembly.Location);
        using var process = Process.Start(new ProcessStartInfo("dotnet", $"\"{program}\" {arguments}")
        {
            RedirectStandardError = true,
            RedirectStandardOutput = true,
            Environment = { ["ASPNETCORE_ENVIRONMENT"] = "Production", ["DOTNET_ENVIRONMENT"] = "Production" },
        })!;
        var errors = process.StandardError.ReadToEndAsync(TestContext.Current.CancellationToken);
        var output = process.StandardOutput.ReadToEndAsync(TestContext.Current.CancellationToken);
        await process.WaitForExitAsync(TestContext.Current.CancellationToken)
            .WaitAsync(TimeSpan.FromMinutes(3), TestContext.Current.CancellationToken);
        await output;
        return (process.ExitCode, await errors);
    }
}
