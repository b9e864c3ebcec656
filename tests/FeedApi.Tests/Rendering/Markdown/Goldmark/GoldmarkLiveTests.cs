using System.Diagnostics;
using System.Globalization;
using System.Text.Json.Nodes;
using FeedApi.Tests.Content;
using Xunit;

namespace FeedApi.Tests.Rendering.Markdown.Goldmark;

/// <summary>The kept HTML is that of the Hugo that is installed.</summary>
public sealed class GoldmarkLiveTests
{
    private const string Program = "/usr/bin/hugo";

    private const string Home = """
        {{ range site.RegularPages.ByTitle }}{{ dict "html" (string .Content) | jsonify }}
        {{ end }}
        """;

    [Fact]
    public async Task The_kept_HTML_is_Hugos()
    {
        if (!File.Exists(Program)) Assert.Skip("Install hugo to compare with it.");
        if (!(await RunAsync("version")).Contains($"v{GoldmarkCase.Version}", StringComparison.Ordinal))
            Assert.Skip($"The kept HTML is that of Hugo {GoldmarkCase.Version}.");

        Assert.Equal(GoldmarkCase.All.Select(each => each.Default), await RenderedAsync(GoldmarkCase.DefaultConfig));
        Assert.Equal(GoldmarkCase.All.Select(each => each.Other), await RenderedAsync(GoldmarkCase.OtherConfig));
    }

    private static async Task<IReadOnlyList<string>> RenderedAsync(string config)
    {
        using var folder = new ContentFolder();
        folder.WithExactly("config.toml", config).WithExactly("layouts/index.html", Home);
        folder.WithExactly("layouts/_default/single.html", "").WithExactly("layouts/_default/list.html", "");
        foreach (var (index, each) in GoldmarkCase.All.Index())
        {
            var name = string.Create(CultureInfo.InvariantCulture, $"tide-{index:000}");
            folder.WithExactly($"content/{name}.md", $"---\ntitle: {name}\ndate: 2024-01-01\n---\n{each.Markdown}\n");
        }

        await RunAsync("--source", folder.Path);
        var lines = await File.ReadAllLinesAsync(Path.Combine(folder.Path, "public", "index.html"), TestContext.Current.CancellationToken);
        return [.. lines.Where(line => line.StartsWith('{')).Select(line => (string)JsonNode.Parse(line)!["html"]!)];
    }

    private static async Task<string> RunAsync(params string[] arguments)
    {
        using var hugo = Process.Start(new ProcessStartInfo(Program, arguments) { RedirectStandardOutput = true })!;
        var output = await hugo.StandardOutput.ReadToEndAsync();
        await hugo.WaitForExitAsync();
        return output;
    }
}
