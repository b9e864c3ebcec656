using FeedApi.Site.Hugo;
using Markdig;
using Markdig.Extensions.AutoIdentifiers;
using Markdig.Extensions.EmphasisExtras;

namespace FeedApi.Rendering.Markdown.Goldmark;

/// <summary>Builds the pipeline that reads Markdown as Hugo's goldmark does.</summary>
internal static class GoldmarkPipeline
{
    /// <summary>The pipeline of a site.</summary>
    public static MarkdownPipeline Build(GoldmarkSettings settings)
    {
        var builder = new MarkdownPipelineBuilder();
        bool Has(string extension) => !settings.DisabledExtensions.Contains(extension);
        if (Has("table")) builder.UsePipeTables();
        if (Has("footnote")) builder.UseFootnotes();
        if (Has("linkify")) builder.UseAutoLinks();
        if (Has("tasklist")) builder.UseTaskLists();
        if (Has("strikethrough")) builder.UseEmphasisExtras(EmphasisExtraOptions.Strikethrough);
        if (Has("definitionlist")) builder.UseDefinitionLists();
        if (settings.BreaksLines) builder.UseSoftlineBreakAsHardlineBreak();
        builder.UseAutoIdentifiers(AutoIdentifierOptions.GitHub);
        if (settings.HasBlockAttributes) builder.UseGenericAttributes();
        else builder.Extensions.Add(new HeadingAttributes());
        builder.Extensions.Add(new GoldmarkExtension(Has("typographer")));
        builder.Extensions.Add(new InlineBudget());
        return builder.Build();
    }
}
