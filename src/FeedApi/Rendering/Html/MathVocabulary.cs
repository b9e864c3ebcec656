using System.Collections.Frozen;

namespace FeedApi.Rendering.Html;

/// <summary>The presentation elements of MathML and their attributes that are allowed (MathML Core, sections 2 and 3).</summary>
/// <remarks>Links (<c>href</c>), actions and annotations are not among them.</remarks>
internal static class MathVocabulary
{
    /// <summary>Elements that are allowed.</summary>
    public static readonly FrozenSet<string> Elements = Set(
        "math merror mfrac mi mmultiscripts mn mo mover mpadded mphantom mprescripts mroot mrow ms mspace msqrt mstyle msub msubsup msup " +
        "mtable mtd mtext mtr munder munderover none semantics mfenced menclose mlabeledtr");

    /// <summary>Attributes that are allowed on them.</summary>
    public static readonly FrozenSet<string> Attributes = Set(
        "accent accentunder alttext align close columnalign columnlines columnspacing columnspan depth dir display displaystyle " +
        "fence form frame height largeop linethickness lquote lspace mathbackground mathcolor mathsize mathvariant maxsize " +
        "minsize movablelimits notation open rowalign rowlines rowspacing rowspan rquote rspace scriptlevel separator separators " +
        "stretchy symmetric voffset width");

    private static FrozenSet<string> Set(string names) => names.Split(' ').ToFrozenSet(StringComparer.Ordinal);
}
