using System.Text.Encodings.Web;
using System.Text.Json;
using System.Text.Json.Serialization;
using System.Text.Json.Serialization.Metadata;

namespace FeedApi.Api;

/// <summary>JSON settings of the API: snake_case, absent values left out, 中文 unescaped.</summary>
internal static class ApiJson
{
    /// <summary>The media type with its charset.</summary>
    public const string ContentType = "application/json; charset=utf-8";

    /// <summary>The serializer options of every response.</summary>
    public static JsonSerializerOptions Options { get; } =
        Apply(new JsonSerializerOptions { TypeInfoResolver = new DefaultJsonTypeInfoResolver() });

    /// <summary>Applies the settings to other options, so that the description matches the responses.</summary>
    public static JsonSerializerOptions Apply(JsonSerializerOptions options)
    {
        options.PropertyNamingPolicy = JsonNamingPolicy.SnakeCaseLower;
        options.DefaultIgnoreCondition = JsonIgnoreCondition.WhenWritingNull;
        options.NumberHandling = JsonNumberHandling.Strict;
        options.Encoder = JavaScriptEncoder.UnsafeRelaxedJsonEscaping;
        return options;
    }

    /// <summary>The JSON of a value in UTF-8.</summary>
    public static byte[] Write<T>(T value) => JsonSerializer.SerializeToUtf8Bytes(value, Options);
}
