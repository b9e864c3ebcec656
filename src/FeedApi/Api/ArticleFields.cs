using System.Text.Json;
using System.Text.Json.Nodes;
using FeedApi.Api.Contracts;

namespace FeedApi.Api;

/// <summary>The members of an article that <c>fields</c> may choose, and their choice.</summary>
internal static class ArticleFields
{
    /// <summary>Every member, as JSON names it.</summary>
    public static IReadOnlyList<string> Names { get; } =
        [.. ApiJson.Options.GetTypeInfo(typeof(ArticleContract)).Properties.Select(property => property.Name)];

    /// <summary>The article with only these members; all of them when none is named.</summary>
    public static JsonNode Choose(ArticleContract article, IReadOnlyList<string> fields)
    {
        var all = JsonSerializer.SerializeToNode(article, ApiJson.Options)!.AsObject();
        if (fields.Count == 0) return all;
        foreach (var name in all.Select(member => member.Key).Except(fields, StringComparer.Ordinal).ToArray()) all.Remove(name);
        return all;
    }
}
