namespace FeedApi.Reliability.Shortcut;

/// <summary>Makes an input smaller as long as it still shows what it shows.</summary>
internal static class Reduction
{
    /// <summary>The smallest text found that still fails.</summary>
    /// <param name="text">A text that fails.</param>
    /// <param name="fails">True when a text fails.</param>
    public static string Of(string text, Func<string, bool> fails)
    {
        for (var size = Math.Max(1, text.Length / 2); size > 0;)
        {
            var shorter = WithoutOne(text, size, fails);
            if (shorter is null) size /= 2;
            else text = shorter;
        }

        return text;
    }

    private static string? WithoutOne(string text, int size, Func<string, bool> fails)
    {
        for (var at = 0; at + size <= text.Length; at += Math.Max(1, size / 2))
        {
            var shorter = text.Remove(at, size);
            if (fails(shorter)) return shorter;
        }

        return null;
    }
}
