namespace FeedApi.Publishing.Pipeline;

/// <summary>How much is made of a post.</summary>
internal enum PipelineDepth
{
    /// <summary>A rendered article.</summary>
    Article,

    /// <summary>What its front matter gives; the article is rendered later.</summary>
    Outline,

    /// <summary>The rendered article of a post of which the index has the outline.</summary>
    Completion,
}
