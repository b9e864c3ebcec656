using System.Text;

namespace FeedApi.Rendering.Markdown.Goldmark;

/// <summary>Decides which sign a quote becomes, knowing how many are open in the document.</summary>
internal sealed class OpenQuotes
{
    private static readonly string[] ShortEndings = ["s", "m", "t", "d"];
    private static readonly string[] LongEndings = ["ve", "ll", "re"];

    private int single;
    private int doubled;

    /// <summary>The sign of a double quote; null when it stays as it is.</summary>
    public string? DoubleAt(QuotePlace place)
    {
        if (place.OpensOnly)
        {
            doubled++;
            return "“";
        }

        // In "a 21"" the first one of the two is inches.
        if (doubled == 0 || !place.Closes || (place.IsFollowedBy("\"") && Rune.IsDigit(place.Before))) return null;
        doubled--;
        return "”";
    }

    /// <summary>The sign of a single quote; null when it stays as it is.</summary>
    public string? SingleAt(QuotePlace place)
    {
        if (IsApostrophe(place)) return "’";
        if (place.OpensOnly)
        {
            if (EndsWord(place)) return "’";
            single++;
            return "‘";
        }

        // Plurals and short forms (the Smiths' house, doin'); behind a digit it may be feet.
        if (place.Has(2) && !Rune.IsDigit(place.Next)) return "’";
        if (single == 0 || !place.Closes) return null;
        single--;
        return "’";
    }

    private static bool IsApostrophe(QuotePlace place)
    {
        if (place.OpensOnly && place.IsBeforeDecade()) return true;
        if (!place.Has(1)) return false;
        // 'twas, 'em, 'net: whatever word begins with these letters.
        var isAtStart = Rune.IsPunctuation(place.Before) || Rune.IsWhiteSpace(place.Before);
        if (isAtStart && place.Next.Value is 't' or 'e' or 'n' or 'l') return true;
        return Rune.IsLetterOrDigit(place.Before) && Rune.IsLetter(place.Next);
    }

    // Behind a sign, as in _Alice_'s.
    private static bool EndsWord(QuotePlace place)
    {
        foreach (var ending in ShortEndings)
            if (place.IsFollowedBy(ending) && place.IsEndAt(2)) return true;
        foreach (var ending in LongEndings)
            if (place.IsFollowedBy(ending) && place.IsEndAt(3)) return true;
        return false;
    }
}
