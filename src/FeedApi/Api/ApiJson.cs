using System.Text.Encodings.Web;
using System.Text.Json;
using System.Text.Json.Serialization;
using System.Text.Json.Serialization.Metadata;

namespace FeedApi.Api;

/// <summary>How the API writes JSON: snake_case, absent values left out, 中文 as itself.</summary>
internal static class ApiJson
{
    /// <summary>The media type with its charset.</summary>
    public const string ContentType = "application/json; charset=utf-8";

    /// <summary>The settings of every answer.</summary>
    public static JsonSerializerOptions Options { get; } =
        Apply(new JsonSerializerOptions { TypeInfoResolver = new DefaultJsonTypeInfoResolver() });

    /// <summary>Makes other options write the same way, so that the description shows what is served.</summary>
    public static JsonSerializerOptions Apply(JsonSerializerOptions options)
    {
        options.PropertyNamingPolicy = JsonNamingPolicy.SnakeCaseLower;
        options.DefaultIgnoreCondition = JsonIgnoreCondition.WhenWritingNull;
        options.NumberHandling = JsonNumberHandling.Strict;
        options.Encoder = JavaScriptEncoder.UnsafeRelaxedJsonEscaping;
        return options;
    }

    /// <summary>The bytes of a value.</summary>
    public static byte[] Write<T>(T value) => JsonSerializer.SerializeToUtf8Bytes(value, Options);
}
