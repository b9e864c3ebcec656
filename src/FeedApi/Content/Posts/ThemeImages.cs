using FeedApi.Model;
using FeedApi.Model.Text;

namespace FeedApi.Content.Posts;

/// <summary>The image of a post under the keys that themes and importers use in place of <c>image</c>.</summary>
/// <remarks>
/// In this order: <c>cover.image</c> (Hugo's PaperMod), <c>featured_image</c> (Hugo's Ananke, imports from WordPress),
/// <c>featuredImage</c> (Hugo's LoveIt), <c>thumbnail</c>. The keys stay in the post's other front matter, because sites use them for more.
/// </remarks>
internal static class ThemeImages
{
    private const string Cover = "cover";
    private static readonly string[] Keys = [Cover, "featured_image", "featuredImage", "thumbnail"];

    /// <summary>The first that is given; null when none is. Values of other kinds mean something else to their theme.</summary>
    public static PostImage? Of(FieldReader fields)
    {
        foreach (var key in Keys)
        {
            if (fields.FindIgnoringCase(key) is { } value && Read(fields, key, value) is { } image) return image;
        }

        return null;
    }

    private static PostImage? Read(FieldReader fields, string key, ConfigNode value)
    {
        if (value is ConfigMap map)
        {
            var inside = new FieldReader(map, fields.Problems);
            var (name, address) = inside.FindFirst(key == Cover ? ["image"] : ["path", "url", "src", "image"]);
            return address is ConfigScalar && inside.Line(name, address, HttpAddress.MaxChars) is { } written && IsAddress(written)
                ? new PostImage(written, inside.Line("alt", FieldReader.TitleChars))
                : null;
        }

        return key != Cover && value is ConfigScalar && fields.Line(key, value, HttpAddress.MaxChars) is { } line && IsAddress(line)
            ? new PostImage(line)
            : null;
    }

    // "thumbnail: true" and the like switch something on or off.
    private static bool IsAddress(string text) => text.AsSpan().ContainsAny('.', '/');
}
