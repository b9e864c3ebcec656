using System.Collections.Frozen;

namespace FeedApi.Rendering.Embeds;

/// <summary>The names of SVG that are nothing but shapes, text, and how both look (SVG 2).</summary>
internal static class SvgVocabulary
{
    /// <summary>Elements that are kept; with any other one a drawing is no mere picture.</summary>
    public static readonly FrozenSet<string> Elements = Set(
        "svg g defs symbol use title desc style path rect circle ellipse line polyline polygon text tspan textPath linearGradient " +
        "radialGradient stop clipPath mask pattern marker switch view filter feBlend feColorMatrix feComponentTransfer feComposite " +
        "feConvolveMatrix feDiffuseLighting feDisplacementMap feDistantLight feDropShadow feFlood feFuncA feFuncB feFuncG feFuncR " +
        "feGaussianBlur feMerge feMergeNode feMorphology feOffset fePointLight feSpecularLighting feSpotLight feTile feTurbulence " +
        "animate animateTransform animateMotion mpath set");

    /// <summary>Elements that draw something.</summary>
    public static readonly FrozenSet<string> Shapes = Set("use path rect circle ellipse line polyline polygon text");

    /// <summary>Elements that change an attribute over time.</summary>
    public static readonly FrozenSet<string> Animations = Set("animate animateTransform animateMotion set");

    private static FrozenSet<string> Set(string names) => names.Split(' ').ToFrozenSet(StringComparer.Ordinal);
}
