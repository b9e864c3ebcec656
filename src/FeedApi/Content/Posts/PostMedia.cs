using System.Globalization;
using FeedApi.Model;
using FeedApi.Model.Dates;
using FeedApi.Model.Text;

namespace FeedApi.Content.Posts;

/// <summary>Reads the image and the enclosures of a post.</summary>
internal static class PostMedia
{
    /// <summary>
    /// The key <c>image</c>: an address, or an object with <c>path</c>, <c>url</c> or <c>src</c>; else the image under a key of themes
    /// (<see cref="ThemeImages"/>).
    /// </summary>
    public static PostImage? ImageOf(FieldReader fields)
    {
        if (HasNoImage(fields)) return null;
        return (fields.Find("image") is { } value ? OwnImageOf(fields, value) : null) ?? ThemeImages.Of(fields);
    }

    private static PostImage? OwnImageOf(FieldReader fields, ConfigNode value)
    {
        if (value is not ConfigMap map)
            return fields.Line("image", value, HttpAddress.MaxChars) is { } written ? new PostImage(written) : null;
        var image = new FieldReader(map, fields.Problems);
        if (AddressOf(image, "path", "url", "src") is { } address)
            return new PostImage(address, image.Line("alt", FieldReader.TitleChars), Pixels(image, "width"), Pixels(image, "height"));
        fields.WrongKind("image", value, "an address, or an object with path");
        return null;
    }

    /// <summary>True for <c>image: false</c> and <c>image: none</c>, and for an object with such an address.</summary>
    public static bool HasNoImage(FieldReader fields) => fields.Find("image") switch
    {
        ConfigScalar text => IsNone(text),
        ConfigMap map => new FieldReader(map, fields.Problems).FindFirst("path", "url", "src").Value is ConfigScalar text && IsNone(text),
        _ => false,
    };

    /// <summary>
    /// The keys <c>enclosure</c> and <c>enclosures</c>: addresses, objects
    /// <c>{url, type, length, duration, title}</c>, or lists of these.
    /// </summary>
    public static IReadOnlyList<PostEnclosure> EnclosuresOf(FieldReader fields)
    {
        var (one, many) = (fields.Find("enclosure"), fields.Find("enclosures"));
        if (one is null && many is null) return [];
        List<PostEnclosure> enclosures = [];
        foreach (var entry in fields.Entries("enclosure", one)) Add(enclosures, fields, "enclosure", entry);
        foreach (var entry in fields.Entries("enclosures", many)) Add(enclosures, fields, "enclosures", entry);
        return enclosures;
    }

    private static void Add(List<PostEnclosure> enclosures, FieldReader fields, string key, ConfigNode entry)
    {
        if (entry is not ConfigMap map)
        {
            if (WordPressEnclosure.Read(entry) is { } imported) enclosures.Add(imported);
            else if (fields.Line(key, entry, HttpAddress.MaxChars) is { } written) enclosures.Add(new PostEnclosure(written));
            return;
        }

        var enclosure = new FieldReader(map, fields.Problems);
        if (AddressOf(enclosure, "url", "href", "src", "path") is { } address) enclosures.Add(EnclosureOf(enclosure, address));
        else fields.WrongKind(key, entry, "an address, or an object with url");
    }

    private static PostEnclosure EnclosureOf(FieldReader fields, string address) => new(
        address,
        fields.Line("type", FieldReader.NameChars),
        Count(fields, "length"),
        SecondsOf(fields),
        fields.Line("title", FieldReader.TitleChars));

    private static int? SecondsOf(FieldReader fields)
    {
        if (fields.Line("duration", FieldReader.NameChars) is not { } text) return null;
        if (Duration.Parse(text) is { } seconds) return seconds;
        fields.WrongKind("duration", fields.Find("duration")!, "a number of seconds, or HH:MM:SS");
        return null;
    }

    private static bool IsNone(ConfigScalar text) =>
        text.Text.Trim().ToLowerInvariant() is "none" or "false" || (text.IsPlain && text.Text.ToLowerInvariant() is ("no" or "off"));

    private static string? AddressOf(FieldReader fields, params ReadOnlySpan<string> keys)
    {
        var (key, value) = fields.FindFirst(keys);
        return fields.Line(key, value, HttpAddress.MaxChars);
    }

    private static int? Pixels(FieldReader fields, string key) =>
        Count(fields, key) is > 0 and <= int.MaxValue and var pixels ? (int)pixels : null;

    private static long? Count(FieldReader fields, string key)
    {
        if (fields.Line(key, FieldReader.NameChars) is not { } text) return null;
        var digits = text.EndsWith("px", StringComparison.Ordinal) ? text.AsSpan(0, text.Length - 2) : text;
        if (long.TryParse(digits, NumberStyles.None, CultureInfo.InvariantCulture, out var count)) return count;
        fields.WrongKind(key, fields.Find(key)!, "a whole number");
        return null;
    }
}
