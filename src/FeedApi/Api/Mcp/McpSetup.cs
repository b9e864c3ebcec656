namespace FeedApi.Api.Mcp;

/// <summary>Registers the tools for language models.</summary>
internal static class McpSetup
{
    private const string Instructions =
        "The articles of a news site. Search with few words; read an article by its id for its whole text. Dates are days such as "
        + "2026-03-01. Quote the address of what you use.";

    /// <summary>Registers a server without sessions, so that any node answers any request.</summary>
    public static IServiceCollection AddMcp(this IServiceCollection services)
    {
        services.AddMcpServer(options => options.ServerInstructions = Instructions)
            .WithHttpTransport(transport => transport.Stateless = true)
            .WithTools<ArticleTools>();
        return services;
    }
}
