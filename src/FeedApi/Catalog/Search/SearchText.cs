using System.Buffers;
using System.Text;
using FeedApi.Model;
using FeedApi.Queries.Search;

namespace FeedApi.Catalog.Search;

/// <summary>The search tokens of an article.</summary>
/// <param name="Tokens">Each of its tokens once, those of the title a second time with a mark, each followed by a space.</param>
/// <param name="Sieve">The Bloom filter of its adjacent tokens (<see cref="PhraseBloomFilter"/>).</param>
internal sealed record SearchText(string Tokens, byte[] Sieve)
{
    /// <summary>Precedes a token of a title.</summary>
    public const char TitleMark = '!';

    /// <summary>That of an article without text.</summary>
    public static SearchText None { get; } = new("", []);

    /// <summary>Tokenises an article.</summary>
    public static SearchText Of(Article article)
    {
        ArgumentNullException.ThrowIfNull(article);
        var tokens = new StringBuilder(article.Text.Length * 3);
        using var seen = new SeenTokens();
        // Every token is at least one character long.
        var numbers = ArrayPool<uint>.Shared.Rent((article.Title.Length + article.Text.Length) * SearchRuns.MaxPerToken);
        try
        {
            var runs = new SearchRuns(numbers);
            AppendMarked(tokens, seen, article.Title);
            Append(tokens, seen, article.Title, ref runs);
            Append(tokens, seen, article.Text, ref runs);
            return new SearchText(tokens.ToString(), PhraseBloomFilter.Of(numbers.AsSpan(0, runs.Count), seen.Count));
        }
        finally
        {
            ArrayPool<uint>.Shared.Return(numbers);
        }
    }

    private static void AppendMarked(StringBuilder tokens, SeenTokens seen, string title)
    {
        Span<char> buffer = stackalloc char[SearchTokenReader.TokenChars + 1];
        buffer[0] = TitleMark;
        var reader = new SearchTokenReader(title, buffer[1..]);
        while (reader.Read())
        {
            var token = buffer[..(reader.Token.Length + 1)];
            if (seen.Add(token)) tokens.Append(token).Append(' ');
        }
    }

    private static void Append(StringBuilder tokens, SeenTokens seen, string text, ref SearchRuns runs)
    {
        Span<char> buffer = stackalloc char[SearchTokenReader.TokenChars];
        var reader = new SearchTokenReader(text, buffer);
        while (reader.Read())
        {
            if (seen.Add(reader.Token)) tokens.Append(reader.Token).Append(' ');
            runs.Add(reader.Token);
        }

        runs.Break();
    }
}
