using FeedApi.Rendering.Markdown.Attributes;
using FeedApi.Site.Hugo;
using Markdig;
using Markdig.Extensions.AutoIdentifiers;
using Markdig.Extensions.EmphasisExtras;

namespace FeedApi.Rendering.Markdown.Goldmark;

/// <summary>Builds the pipeline that reads Markdown as Hugo's goldmark does.</summary>
internal static class GoldmarkPipeline
{
    /// <summary>The extension that links bare addresses.</summary>
    public const string Linkify = "linkify";

    /// <summary>The pipeline of a site.</summary>
    /// <param name="settings">What the site says of goldmark.</param>
    /// <param name="hasCjkEmphasis">True when <see cref="CjkEmphasis"/> is emphasis, which it is not in Hugo.</param>
    public static MarkdownPipeline Build(GoldmarkSettings settings, bool hasCjkEmphasis)
    {
        var builder = new MarkdownPipelineBuilder();
        bool Has(string extension) => !settings.DisabledExtensions.Contains(extension);
        if (Has("table")) builder.UsePipeTables();
        if (Has("footnote")) builder.UseFootnotes();
        if (Has(Linkify)) builder.InlineParsers.Insert(0, new LinkifyParser());
        if (Has("tasklist")) builder.UseTaskLists();
        if (Has("strikethrough")) builder.UseEmphasisExtras(EmphasisExtraOptions.Strikethrough);
        if (Has("definitionlist")) builder.UseDefinitionLists();
        if (settings.BreaksLines) builder.UseSoftlineBreakAsHardlineBreak();
        builder.UseAutoIdentifiers(AutoIdentifierOptions.GitHub);
        if (settings.HasBlockAttributes) builder.Extensions.Add(new BlockAttributes(takesAll: true));
        builder.Extensions.Add(new HeadingAttributes(takesEmpty: true));
        if (hasCjkEmphasis) builder.Extensions.Add(new CjkEmphasis());
        builder.Extensions.Add(new UnusedFootnotes());
        builder.Extensions.Add(new GoldmarkExtension(Has("typographer")));
        builder.Extensions.Add(new InlineBudget());
        return builder.Build();
    }
}
