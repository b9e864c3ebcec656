using System.ComponentModel;
using System.Diagnostics;
using System.Globalization;
using System.Net.Mime;
using System.Text;
using System.Text.Json.Nodes;
using System.Text.RegularExpressions;
using Xunit;

namespace FeedApi.Tests.Docs.Examples;

/// <summary>Chromium without a window, by chromedriver (W3C WebDriver). Where they are not installed, tests are skipped.</summary>
internal sealed partial class Chromium : IAsyncDisposable
{
    private const string Missing = "Install chromium and chromium-driver to run this test.";

    private readonly DirectoryInfo folder = Directory.CreateTempSubdirectory("feedapi-chromium-");
    private readonly Process driver;
    private readonly HttpClient client = new(new SocketsHttpHandler { UseProxy = false });
    private readonly TaskCompletionSource<int> port = new(TaskCreationOptions.RunContinuationsAsynchronously);
    private string session = "";

    private Chromium()
    {
        driver = Start(new ProcessStartInfo("chromedriver", ["--port=0"])
        {
            RedirectStandardOutput = true,
            RedirectStandardError = true,
            // What it leaves behind is removed with it.
            Environment = { ["TMPDIR"] = folder.FullName },
        });
        driver.OutputDataReceived += (_, line) => Take(line.Data);
        driver.BeginOutputReadLine();
        driver.BeginErrorReadLine();
    }

    /// <summary>Starts it with a profile of its own.</summary>
    public static async Task<Chromium> StartAsync()
    {
        var browser = new Chromium();
        try
        {
            await browser.OpenSessionAsync();
            return browser;
        }
        catch
        {
            await browser.DisposeAsync();
            throw;
        }
    }

    /// <summary>Opens a page.</summary>
    public Task OpenAsync(string address) => SendAsync(session + "/url", new JsonObject { ["url"] = address });

    /// <summary>Opens the page again.</summary>
    public Task ReloadAsync() => SendAsync(session + "/refresh", []);

    /// <summary>What the body of a function returns in the page; of a promise, what it is resolved with.</summary>
    public Task<JsonNode?> RunAsync(string script) =>
        SendAsync(session + "/execute/sync", new JsonObject { ["script"] = script, ["args"] = new JsonArray() });

    /// <inheritdoc/>
    public async ValueTask DisposeAsync()
    {
        if (session.Length > 0) (await client.DeleteAsync(session, CancellationToken.None)).Dispose();
        driver.Kill(entireProcessTree: true);
        await driver.WaitForExitAsync(CancellationToken.None);
        driver.Dispose();
        client.Dispose();
        folder.Delete(recursive: true);
    }

    private Process Start(ProcessStartInfo start)
    {
        try
        {
            return Process.Start(start)!;
        }
        catch (Win32Exception)
        {
            folder.Delete();
            Assert.Skip(Missing);
            throw;
        }
    }

    // It chooses its port itself, and tells it.
    private void Take(string? line)
    {
        if (line is null) port.TrySetException(new InvalidOperationException("chromedriver has ended."));
        else if (StartedOn().Match(line) is { Success: true } started)
            port.TrySetResult(int.Parse(started.Groups[1].ValueSpan, CultureInfo.InvariantCulture));
    }

    private async Task OpenSessionAsync()
    {
        var number = await port.Task.WaitAsync(TestContext.Current.CancellationToken);
        client.BaseAddress = new Uri(string.Create(CultureInfo.InvariantCulture, $"http://127.0.0.1:{number}"));
        // Root, as whom tests run in containers, has no sandbox, and /dev/shm is small there.
        var options = new JsonObject { ["args"] = new JsonArray("--headless=new", "--no-sandbox", "--disable-dev-shm-usage") };
        var capabilities = new JsonObject { ["alwaysMatch"] = new JsonObject { ["goog:chromeOptions"] = options } };
        var opened = await SendAsync("/session", new JsonObject { ["capabilities"] = capabilities });
        session = "/session/" + (string)opened!["sessionId"]!;
    }

    private async Task<JsonNode?> SendAsync(string command, JsonObject parameters)
    {
        // It does not read a body in chunks.
        using var content = new StringContent(parameters.ToJsonString(), Encoding.UTF8, MediaTypeNames.Application.Json);
        using var response = await client.PostAsync(command, content, TestContext.Current.CancellationToken);
        var value = JsonNode.Parse(await response.Content.ReadAsStringAsync(TestContext.Current.CancellationToken))!["value"];
        if (response.IsSuccessStatusCode) return value;
        var message = (string?)value!["message"] ?? "";
        if (message.Contains("Chrome binary", StringComparison.OrdinalIgnoreCase)) Assert.Skip(Missing);
        throw new InvalidOperationException($"{command}: {message}");
    }

    [GeneratedRegex("started successfully on port ([0-9]+)")]
    private static partial Regex StartedOn();
}
