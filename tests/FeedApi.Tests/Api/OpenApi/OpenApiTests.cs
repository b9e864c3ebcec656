using FeedApi.Tests.Docs;
using FeedApi.Tests.Hosting;
using Xunit;

namespace FeedApi.Tests.Api.OpenApi;

public sealed class OpenApiTests : IAsyncLifetime
{
    private TestSite site = null!;

    public async ValueTask InitializeAsync() => site = await TestSite.StartSampleAsync();

    public ValueTask DisposeAsync() => site.DisposeAsync();

    [Fact]
    public async Task The_committed_description_is_the_one_that_is_served() =>
        Assert.Equal(
            await File.ReadAllTextAsync(Repository.PathOf("openapi.yaml"), TestContext.Current.CancellationToken),
            await site.TextAsync("/openapi.yaml"));

    [Fact]
    public async Task It_is_OpenAPI_3_1_with_a_description_of_every_operation_parameter_and_answer()
    {
        var description = await site.JsonAsync("/openapi.json");
        Assert.StartsWith("3.1", (string)description["openapi"]!, StringComparison.Ordinal);

        var operations = description["paths"]!.AsObject()
            .SelectMany(path => path.Value!.AsObject().Select(operation => operation.Value!))
            .ToList();
        Assert.NotEmpty(operations);
        Assert.All(operations, operation =>
        {
            Assert.NotEmpty((string)operation["summary"]!);
            Assert.NotEmpty((string)operation["description"]!);
            Assert.All(operation["parameters"]?.AsArray() ?? [], parameter => Assert.NotEmpty((string)parameter!["description"]!));
            Assert.All(operation["responses"]!.AsObject(), answer => Assert.NotEmpty((string)answer.Value!["description"]!));
        });
        Assert.Equal(operations.Count, operations.Select(operation => (string)operation["operationId"]!).Distinct().Count());
    }

    [Fact]
    public async Task Every_member_of_an_answer_is_described()
    {
        var schemas = (await site.JsonAsync("/openapi.json"))["components"]!["schemas"]!.AsObject();
        var article = (await site.JsonAsync("/api/v1/articles/2024-01-01-one")).AsObject();

        var described = schemas["Article"]!["properties"]!.AsObject();
        Assert.All(article, member => Assert.True(described.ContainsKey(member.Key), member.Key));
        Assert.All(
            described, member => Assert.True(member.Value!.ToJsonString().Contains("description", StringComparison.Ordinal), member.Key));
    }

    [Fact]
    public async Task The_pages_at_docs_load_only_what_this_server_has()
    {
        var page = await site.TextAsync("/docs/index.html");

        Assert.DoesNotContain("https://", page, StringComparison.Ordinal);
        Assert.Contains("openapi.json", await site.TextAsync("/docs/index.js"), StringComparison.Ordinal);
    }
}
