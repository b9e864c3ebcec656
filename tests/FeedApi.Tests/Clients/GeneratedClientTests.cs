using FeedApi.Tests.Docs;
using Xunit;

namespace FeedApi.Tests.Clients;

/// <summary>
/// Clients that are generated from the description that the server gives, and are compiled and run as they come: each lists, searches,
/// reads to the last page, follows the changes, reads feeds, and meets errors.
/// </summary>
public sealed class GeneratedClientTests(ClientSite site) : IClassFixture<ClientSite>
{
    private const string Namespace = "FeedApi.Client";
    private const string Class = "FeedApiClient";
    private const string NoNode = $"Install nodejs and npm, and run npm ci in {ClientFolder.Sources}/TypeScript.";

    private string Description => site.Address + "/openapi.json";

    [Fact]
    public async Task A_client_by_openapi_typescript_and_openapi_fetch_reads_everything()
    {
        var modules = Repository.PathOf($"{ClientFolder.Sources}/TypeScript/node_modules");
        if (!Directory.Exists(modules)) Assert.Skip(NoNode);
        using var folder = new ClientFolder("TypeScript");
        Directory.CreateSymbolicLink(folder.PathOf("node_modules"), modules);

        await folder.RunAsync(["node", "node_modules/openapi-typescript/bin/cli.js", Description, "--output", "api.d.ts"], NoNode);
        await folder.RunAsync(["node", "node_modules/typescript/bin/tsc", "--project", "."], NoNode);

        Assert.Equal(ClientSite.Output, await folder.RunAsync(["node", "client.js", site.Address, site.Token], NoNode));
    }

    [Fact]
    public async Task A_client_by_NSwag_reads_everything()
    {
        using var folder = new ClientFolder("NSwag");

        await folder.RunToolAsync(
            "nswag", "openapi2csclient", $"/input:{Description}", $"/output:{Class}.cs", $"/namespace:{Namespace}", $"/className:{Class}",
            "/jsonLibrary:SystemTextJson", "/generateNullableReferenceTypes:true", "/generateOptionalPropertiesAsNullable:true",
            "/generateOptionalParameters:true");

        Assert.Equal(ClientSite.Output, await folder.BuildAndRunAsync(site.Address, site.Token));
    }

    [Fact]
    public async Task A_client_by_Kiota_reads_everything()
    {
        using var folder = new ClientFolder("Kiota");

        await folder.RunToolAsync(
            "kiota", "generate", "--language", "CSharp", "--openapi", Description, "--output", "Generated", "--namespace-name", Namespace,
            "--class-name", Class, "--exclude-backward-compatible", "--clear-cache",
            // Without these types the methods of feeds and OPML, whose answer may be 304 without a body, return nothing.
            "--structured-mime-types", "application/json", "--structured-mime-types", "application/xml",
            "--structured-mime-types", "text/x-opml");

        Assert.Equal(ClientSite.Output, await folder.BuildAndRunAsync(site.Address, site.Token));
    }
}
