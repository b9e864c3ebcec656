using System.Text.Json;
using System.Text.Json.Nodes;
using FeedApi.Site.Addresses;
using FeedApi.Site.Files;

namespace FeedApi.Rendering.Media;

/// <summary>Finds the files that a post names under keys of front matter which only the site's own templates know.</summary>
internal static class MetaFiles
{
    private const int MaxChars = 1_024;

    /// <summary>Notes them in <see cref="AddressResolver.Linked"/>.</summary>
    /// <param name="node">A value of front matter; null for none.</param>
    /// <param name="addresses">Resolves the addresses of the post.</param>
    public static void Note(JsonNode? node, AddressResolver addresses)
    {
        switch (node)
        {
            case JsonObject map:
                foreach (var (_, value) in map) Note(value, addresses);
                break;
            case JsonArray list:
                foreach (var item in list) Note(item, addresses);
                break;
            case JsonValue value when value.GetValueKind() == JsonValueKind.String && value.GetValue<string>() is var text && IsFile(text):
                addresses.ResolveFromRoot(text);
                break;
            default:
                break;
        }
    }

    // Most values are no paths, and an address costs more than a look at its end.
    private static bool IsFile(string text) =>
        text.Length <= MaxChars && text.Contains('.') && !text.Contains('\n') && PublicTypes.Include(text[(text.LastIndexOf('/') + 1)..]);
}
