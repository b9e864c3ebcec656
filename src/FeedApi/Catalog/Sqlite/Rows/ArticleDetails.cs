using System.Text.Encodings.Web;
using System.Text.Json;
using System.Text.Json.Nodes;
using System.Text.Json.Serialization;
using FeedApi.Model;

namespace FeedApi.Catalog.Sqlite.Rows;

/// <summary>The parts of an article that no query filters by, stored together as JSON.</summary>
internal sealed partial record ArticleDetails(
    PostImage? Image, IReadOnlyList<Enclosure>? Enclosures, IReadOnlyList<string>? Redirects, JsonObject? Meta, string? RedirectTo = null,
    Correction? Correction = null, AiProvenance? Ai = null)
{
    private static readonly JsonForm Form = new(new JsonSerializerOptions
    {
        Encoder = JavaScriptEncoder.UnsafeRelaxedJsonEscaping,
        DefaultIgnoreCondition = JsonIgnoreCondition.WhenWritingNull,
    });

    private static readonly ArticleDetails None = new(null, null, null, null);

    /// <summary>The JSON; null when the article has none of these parts, as is common.</summary>
    public static string? Write(Article article)
    {
        var details = new ArticleDetails(
            article.Image,
            article.Enclosures.Count > 0 ? article.Enclosures : null,
            article.Redirects.Count > 0 ? article.Redirects : null,
            article.Meta,
            article.RedirectTo,
            article.Correction,
            article.Ai);
        return details == None ? null : JsonSerializer.Serialize(details, Form.ArticleDetails);
    }

    /// <summary>The parts from their JSON; null gives empty ones.</summary>
    public static ArticleDetails Read(string? json) =>
        json is null ? None : JsonSerializer.Deserialize(json, Form.ArticleDetails) ?? None;

    // Compiled with the program: what reflection finds out takes a start thirty milliseconds.
    [JsonSerializable(typeof(ArticleDetails))]
    private sealed partial class JsonForm : JsonSerializerContext;
}
