using FeedApi.Content;
using FeedApi.Rendering.Liquid.Values;
using Fluid.Values;

namespace FeedApi.Rendering.Liquid.Site;

/// <summary>Makes the variable <c>page</c> of a post: its front matter, and what Jekyll knows of it besides. Values are made when they are asked for.</summary>
internal sealed class LiquidPage(SiteConfig site)
{
    private readonly Permalinks permalinks = new(site);

    /// <summary>True for a post whose front matter says <c>render_with_liquid: false</c>.</summary>
    public static bool IsExempt(Post post) =>
        post.FrontMatterMap?.Find("render_with_liquid") is YamlScalar { IsPlain: true, Text: "false" or "no" or "off" };

    public DictionaryValue Of(Post post)
    {
        var map = new ValueMap();
        foreach (var entry in post.FrontMatterMap?.Entries ?? []) map.Set(entry.Key, () => YamlValues.Of(entry.Value, site.TimeZone));
        AddParsed(map, post);
        AddPlaces(map, post);
        return new DictionaryValue(map);
    }

    private void AddParsed(ValueMap map, Post post)
    {
        map.Set("title", () => new StringValue(post.Title));
        map.Set("date", () => new DateTimeValue(TimeZoneInfo.ConvertTime(post.Published, site.TimeZone)));
        map.Set("categories", () => new ArrayValue([.. post.Categories.Select(text => new StringValue(text))]));
        map.Set("tags", () => new ArrayValue([.. post.Tags.Select(text => new StringValue(text))]));
        map.Set("draft", () => BooleanValue.Create(PostPath.IsDraft(post.Path)));
        map.Set("content", () => new StringValue(post.Body));
        map.Set("next", () => new UnknownValue("page.next is not known while a post is rendered."));
        map.Set("previous", () => new UnknownValue("page.previous is not known while a post is rendered."));
    }

    private void AddPlaces(ValueMap map, Post post)
    {
        map.Set("url", () => new StringValue(SiteLinks.Encode(permalinks.PathOf(post).Path)));
        map.Set("id", () => new StringValue(IdOf(post)));
        map.Set("path", () => new StringValue(site.Sources.RelativePath(post.Path)));
        map.Set("relative_path", () => new StringValue(site.Sources.RelativePath(post.Path)));
        map.Set("slug", () => new StringValue(post.WrittenSlug));
        map.Set("collection", () => new StringValue("posts"));
        map.Set("name", () => new StringValue(Path.GetFileName(post.Path)));
        map.Set("ext", () => new StringValue(Path.GetExtension(post.Path)));
    }

    // Jekyll: the folder of the address and the slug.
    private string IdOf(Post post)
    {
        var path = SiteLinks.Encode(permalinks.PathOf(post).Path).TrimEnd('/');
        return $"{path[..Math.Max(0, path.LastIndexOf('/'))]}/{post.WrittenSlug}";
    }
}
