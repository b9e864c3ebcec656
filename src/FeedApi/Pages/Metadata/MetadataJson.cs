using System.Text.Encodings.Web;
using System.Text.Json;
using System.Text.Json.Nodes;
using System.Text.Unicode;

namespace FeedApi.Pages.Metadata;

/// <summary>Writes JSON that may stand in a page: 中文 is not escaped, the characters that could end an element are.</summary>
internal static class MetadataJson
{
    private static readonly JsonSerializerOptions Form = new() { Encoder = JavaScriptEncoder.Create(UnicodeRanges.All) };

    /// <summary>The text of an object, in one line.</summary>
    public static string Write(JsonObject data) => data.ToJsonString(Form);
}
