namespace FeedApi.Model;

/// <summary>The codes of every <see cref="Problem"/>. They are part of the public contract: a code never changes its meaning.</summary>
internal static class ProblemCodes
{
    /// <summary>The front matter begins (<c>---</c>, <c>+++</c>, <c>{</c>) but does not end: the file is probably truncated.</summary>
    public const string FrontMatterUnclosed = "front-matter-unclosed";

    /// <summary>The file has no front matter at all.</summary>
    public const string FrontMatterMissing = "front-matter-missing";

    /// <summary>The front matter is not valid YAML, TOML or JSON and could not be repaired.</summary>
    public const string FrontMatterInvalid = "front-matter-invalid";

    /// <summary>The front matter was not valid YAML or TOML; a line of it was repaired.</summary>
    public const string FrontMatterRepaired = "front-matter-repaired";

    /// <summary>The front matter, or a scalar or list in it, is larger than the limit.</summary>
    public const string FrontMatterTooLarge = "front-matter-too-large";

    /// <summary>An alias has no anchor, contains itself, or expands to more than the limit.</summary>
    public const string YamlAlias = "yaml-alias";

    /// <summary>A value has a tag that is not known; it is ignored.</summary>
    public const string YamlTag = "yaml-tag";

    /// <summary>The front matter is nested too deeply.</summary>
    public const string YamlDepth = "yaml-depth";

    /// <summary>A key is given twice; the last value is used, as in Jekyll.</summary>
    public const string DuplicateKey = "duplicate-key";

    /// <summary>A key is nearly one that is read, and absent; one that may be meant to hide the post holds it back.</summary>
    public const string MisspelledKey = "misspelled-key";

    /// <summary>A key has a value of the wrong type.</summary>
    public const string FieldType = "field-type";

    /// <summary>The value of a key is longer, or has more entries, than the limit.</summary>
    public const string FieldTooLong = "field-too-long";

    /// <summary>A date cannot be read.</summary>
    public const string BadDate = "bad-date";

    /// <summary>Neither the front matter nor the file name has a usable date.</summary>
    public const string NoDate = "no-date";

    /// <summary>A date has seconds but no offset; it was read as UTC, as in Jekyll.</summary>
    public const string DateWithoutOffset = "date-without-offset";

    /// <summary>A date can be read in more than one way, or names a day that does not exist; how it was read is stated.</summary>
    public const string DoubtfulDate = "doubtful-date";

    /// <summary>The bytes are neither UTF-8 nor GB18030; or they were GB18030 and have been converted.</summary>
    public const string Encoding = "encoding";

    /// <summary>Characters that XML forbids were removed or replaced.</summary>
    public const string ForbiddenCharacters = "forbidden-characters";

    /// <summary>The file is larger than the limit for a post.</summary>
    public const string PostTooLarge = "post-too-large";

    /// <summary>A slug, permalink or redirect cannot be used in a URL.</summary>
    public const string BadSlug = "bad-slug";

    /// <summary>A file of the site is at an address that FeedApi itself uses, or a feed.</summary>
    public const string ShadowedFile = "shadowed-file";

    /// <summary>The target of <c>redirect_to</c> is not acceptable; the post is shown.</summary>
    public const string RedirectTarget = "redirect-target";

    /// <summary>The file's name cannot be used in a URL or is not valid UTF-8.</summary>
    public const string BadName = "bad-name";

    /// <summary>Another file with the same id comes first by path and keeps the id.</summary>
    public const string DuplicateSlug = "duplicate-slug";

    /// <summary>Another file with the same guid comes first by path and keeps the guid.</summary>
    public const string DuplicateGuid = "duplicate-guid";

    /// <summary>Another article has the same permalink; this one is at <c>/articles/{id}</c>.</summary>
    public const string DuplicatePermalink = "duplicate-permalink";

    /// <summary>The post is not a regular file inside the content folder.</summary>
    public const string NotRegular = "not-regular";

    /// <summary>Jekyll silently ignores the file, or interprets it otherwise than its author meant.</summary>
    public const string NotInJekyll = "not-in-jekyll";

    /// <summary>The file is named like a post but has an extension of neither Markdown nor HTML.</summary>
    public const string UnknownFormat = "unknown-format";

    /// <summary>The file cannot be read.</summary>
    public const string Unreadable = "unreadable";

    /// <summary>The Markdown is nested too deeply to be rendered.</summary>
    public const string MarkdownDepth = "markdown-depth";

    /// <summary>Rendering took too long, or would have.</summary>
    public const string RenderBudget = "render-budget";

    /// <summary>The rendered HTML is larger than the limit.</summary>
    public const string HtmlTooLarge = "html-too-large";

    /// <summary>Raw HTML in Markdown was left out, as Hugo leaves it out unless the site sets <c>unsafe</c>.</summary>
    public const string RawHtml = "raw-html";

    /// <summary>Nothing refers to a footnote; it was left out.</summary>
    public const string UnusedFootnote = "unused-footnote";

    /// <summary>A Hugo or Zola shortcode was left out: it is unknown, or its template needs what is not supported.</summary>
    public const string Shortcode = "shortcode";

    /// <summary>A link refers to the file of a post that does not exist.</summary>
    public const string LinkTarget = "link-target";

    /// <summary>What stands in angle brackets is no element of HTML; it is shown as text.</summary>
    public const string UnknownElement = "unknown-element";

    /// <summary>An address in a tag has no closing quote; it ends where the tag does.</summary>
    public const string UnclosedQuote = "unclosed-quote";

    /// <summary>A frame, plug-in, film without source or canvas cannot pass; a link or what stands inside takes its place.</summary>
    public const string EmbeddedContent = "embedded-content";

    /// <summary>A control of a form cannot pass; its text takes its place.</summary>
    public const string FormControl = "form-control";

    /// <summary>A drawing (SVG) holds more than shapes and text; its title and text take its place.</summary>
    public const string InlineSvg = "inline-svg";

    /// <summary>A formula (MathML) has a link or an action, which are left out.</summary>
    public const string InlineMath = "inline-math";

    /// <summary>A picture in a <c>data:</c> address is too large or of another format; its description takes its place.</summary>
    public const string DataImage = "data-image";

    /// <summary>A picture has no usable address; its description takes its place.</summary>
    public const string ImageAddress = "image-address";

    /// <summary>The areas of an image map cannot pass; links take their place.</summary>
    public const string ImageMap = "image-map";

    /// <summary>A link leads to a place in its own article that is not there.</summary>
    public const string DanglingLink = "dangling-link";

    /// <summary>The Liquid of a post cannot be parsed; it is shown as written.</summary>
    public const string LiquidSyntax = "liquid-syntax";

    /// <summary>The Liquid of a post needs too many steps or produces too much output; it is shown as written.</summary>
    public const string LiquidBudget = "liquid-budget";

    /// <summary>A Liquid tag is unknown, for example one of a Jekyll plugin; it is left out.</summary>
    public const string LiquidTag = "liquid-tag";

    /// <summary>A Liquid filter is unknown; its input is left unchanged.</summary>
    public const string LiquidFilter = "liquid-filter";

    /// <summary>A Liquid tag or filter failed; its output is left out.</summary>
    public const string LiquidError = "liquid-error";

    /// <summary>A file that Liquid includes is missing, not allowed or too large; it is left out.</summary>
    public const string LiquidInclude = "liquid-include";

    /// <summary>The target of a <c>link</c> or <c>post_url</c> tag does not exist; its name is shown.</summary>
    public const string LiquidTarget = "liquid-target";

    /// <summary>A correction has no text or no date; it is not shown.</summary>
    public const string IncompleteCorrection = "incomplete-correction";

    /// <summary>The file of an enclosure is not in the content folder; the enclosure is left out unless its length is stated.</summary>
    public const string MissingEnclosure = "missing-enclosure";

    /// <summary>The file of an image, sound or film is not in the content folder.</summary>
    public const string MissingImage = "missing-image";

    /// <summary>Names of terms that differ only in punctuation have the same address, so that they are one term.</summary>
    public const string MergedTerm = "merged-term";

    /// <summary>The settings of the site, or files that they are made of, have a fault; those read last stay in effect.</summary>
    public const string InvalidSettings = "invalid-settings";

    /// <summary>Reading or rendering the post failed unexpectedly.</summary>
    public const string Unexpected = "unexpected";
}
