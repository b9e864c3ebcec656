namespace FeedApi.Benchmarks.HttpServing;

/// <summary>One kind of request for the same feed.</summary>
/// <param name="Name">The name in the table.</param>
/// <param name="Coding">Accept-Encoding; null for none.</param>
/// <param name="IsConditional">True: with the tag of the copy that the reader has.</param>
internal sealed record ServingCase(string Name, string? Coding, bool IsConditional)
{
    /// <summary>The cases of the table.</summary>
    public static IReadOnlyList<ServingCase> All { get; } =
        [new("304", "gzip", true), new("gzip 200", "gzip", false), new("identity 200", null, false)];

    /// <summary>The fields of the request to a server.</summary>
    public async Task<string[]> FieldsForAsync(WebServer server)
    {
        string[] fields = Coding is null ? [] : ["Accept-Encoding: " + Coding];
        if (!IsConditional) return fields;
        using var client = new HttpClient();
        using var request = new HttpRequestMessage(HttpMethod.Get, new Uri(server.Address, "/feed.rss"));
        request.Headers.TryAddWithoutValidation("Accept-Encoding", Coding);
        using var answer = await client.SendAsync(request);
        return [.. fields, "If-None-Match: " + answer.Headers.ETag];
    }
}
