using System.Text;
using FeedApi.Rendering;

namespace FeedApi.Catalog.Search;

/// <summary>What the index of the search holds of an article: each of its tokens once, those of the title a second time and marked.</summary>
public static class SearchText
{
    /// <summary>Stands before a token of a title.</summary>
    public const char TitleMark = '!';

    // Room for the tokens of a post of usual length, so that the set seldom grows.
    private const int UsualTokens = 1024;

    /// <summary>The tokens, with a space between them.</summary>
    public static string Of(Article article)
    {
        ArgumentNullException.ThrowIfNull(article);
        var tokens = new StringBuilder(article.Text.Length * 3);
        var seen = new HashSet<string>(UsualTokens, StringComparer.Ordinal).GetAlternateLookup<ReadOnlySpan<char>>();
        Append(tokens, seen, article.Title, isTitle: true);
        Append(tokens, seen, article.Title, isTitle: false);
        Append(tokens, seen, article.Text, isTitle: false);
        return tokens.ToString();
    }

    private static void Append(StringBuilder tokens, HashSet<string>.AlternateLookup<ReadOnlySpan<char>> seen, string text, bool isTitle)
    {
        Span<char> buffer = stackalloc char[SearchTokenReader.TokenChars + 1];
        buffer[0] = TitleMark;
        var reader = new SearchTokenReader(text, buffer[1..]);
        while (reader.Read())
        {
            ReadOnlySpan<char> token = isTitle ? buffer[..(reader.Token.Length + 1)] : reader.Token;
            if (seen.Add(token)) tokens.Append(token).Append(' ');
        }
    }
}
