namespace FeedApi.Model;

/// <summary>The codes of every <see cref="Problem"/>. They are part of the public contract: a code never changes its meaning.</summary>
internal static class ProblemCodes
{
    /// <summary>The front matter begins (<c>---</c>, <c>+++</c>, <c>{</c>) and does not end: the file was cut off.</summary>
    public const string FrontMatterUnclosed = "front-matter-unclosed";

    /// <summary>The file has no front matter at all.</summary>
    public const string FrontMatterMissing = "front-matter-missing";

    /// <summary>The front matter is not valid YAML, TOML or JSON and could not be repaired.</summary>
    public const string FrontMatterInvalid = "front-matter-invalid";

    /// <summary>The front matter was not valid YAML or TOML; a line of it was read as its author meant it.</summary>
    public const string FrontMatterRepaired = "front-matter-repaired";

    /// <summary>The front matter, or a scalar or list in it, is larger than the limit.</summary>
    public const string FrontMatterTooLarge = "front-matter-too-large";

    /// <summary>The front matter uses an anchor or an alias.</summary>
    public const string YamlAlias = "yaml-alias";

    /// <summary>The front matter uses a tag such as <c>!!binary</c>.</summary>
    public const string YamlTag = "yaml-tag";

    /// <summary>The front matter is nested too deeply.</summary>
    public const string YamlDepth = "yaml-depth";

    /// <summary>A key stands twice; the last one counts, as in Jekyll.</summary>
    public const string DuplicateKey = "duplicate-key";

    /// <summary>A field has a value of the wrong kind.</summary>
    public const string FieldType = "field-type";

    /// <summary>A field is longer, or has more entries, than the limit.</summary>
    public const string FieldTooLong = "field-too-long";

    /// <summary>A date cannot be read.</summary>
    public const string BadDate = "bad-date";

    /// <summary>Neither the front matter nor the file name has a usable date.</summary>
    public const string NoDate = "no-date";

    /// <summary>A date has seconds but no offset: as in Jekyll it was taken for UTC.</summary>
    public const string DateWithoutOffset = "date-without-offset";

    /// <summary>The bytes are neither UTF-8 nor GB18030; or they were GB18030 and have been converted.</summary>
    public const string Encoding = "encoding";

    /// <summary>Characters that XML forbids were dropped or replaced.</summary>
    public const string ForbiddenCharacters = "forbidden-characters";

    /// <summary>The file is larger than the limit for a post.</summary>
    public const string PostTooLarge = "post-too-large";

    /// <summary>A slug, permalink or redirect is not acceptable as an address.</summary>
    public const string BadSlug = "bad-slug";

    /// <summary>The file's name cannot be an address or is not valid UTF-8.</summary>
    public const string BadName = "bad-name";

    /// <summary>Another file with the same id has the lower path and keeps the address.</summary>
    public const string DuplicateSlug = "duplicate-slug";

    /// <summary>Another file with the same guid has the lower path and keeps it.</summary>
    public const string DuplicateGuid = "duplicate-guid";

    /// <summary>Another article has the same permalink; this one got <c>/articles/{id}</c>.</summary>
    public const string DuplicatePermalink = "duplicate-permalink";

    /// <summary>Not a regular file inside the content folder.</summary>
    public const string NotRegular = "not-regular";

    /// <summary>Jekyll passes over the file without a word, or makes something else of it than its author meant.</summary>
    public const string NotInJekyll = "not-in-jekyll";

    /// <summary>The file has the name of a post and an extension that is neither Markdown's nor HTML's.</summary>
    public const string UnknownFormat = "unknown-format";

    /// <summary>The file cannot be read.</summary>
    public const string Unreadable = "unreadable";

    /// <summary>The Markdown is nested too deeply to be rendered.</summary>
    public const string MarkdownDepth = "markdown-depth";

    /// <summary>Rendering would take too long, or did.</summary>
    public const string RenderBudget = "render-budget";

    /// <summary>The rendered HTML is larger than the limit.</summary>
    public const string HtmlTooLarge = "html-too-large";

    /// <summary>A shortcode of Hugo or Zola that only the site's theme knows was left out.</summary>
    public const string Shortcode = "shortcode";

    /// <summary>A link names the file of a post that is not there.</summary>
    public const string LinkTarget = "link-target";

    /// <summary>The Liquid of a post cannot be parsed: it is shown as written.</summary>
    public const string LiquidSyntax = "liquid-syntax";

    /// <summary>The Liquid of a post takes too many steps or makes too much: it is shown as written.</summary>
    public const string LiquidBudget = "liquid-budget";

    /// <summary>A Liquid tag is not known, for example one of a Jekyll plugin: it is left out.</summary>
    public const string LiquidTag = "liquid-tag";

    /// <summary>A Liquid filter is not known: its value is left as it is.</summary>
    public const string LiquidFilter = "liquid-filter";

    /// <summary>A Liquid tag or filter cannot do what it is asked: what it would write is left out.</summary>
    public const string LiquidError = "liquid-error";

    /// <summary>A file that Liquid includes is missing, refused or too large: it is left out.</summary>
    public const string LiquidInclude = "liquid-include";

    /// <summary>The tags <c>link</c> or <c>post_url</c> name nothing that exists: the name is shown.</summary>
    public const string LiquidTarget = "liquid-target";

    /// <summary>A reader or renderer failed in an unforeseen way on this post.</summary>
    public const string Unexpected = "unexpected";
}
