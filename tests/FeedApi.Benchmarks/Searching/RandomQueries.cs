using System.Text.RegularExpressions;

namespace FeedApi.Benchmarks.Searching;

/// <summary>Makes up queries: pieces of the texts, and what is hardly in any.</summary>
/// <param name="random">Where the numbers come from.</param>
/// <param name="texts">Titles and texts.</param>
internal sealed partial class RandomQueries(Random random, IReadOnlyList<string> texts)
{
    private const int MaxTries = 1_000;

    /// <summary>The next query.</summary>
    public AskedQuery Next() => random.Next(10) switch
    {
        0 or 1 => new AskedQuery("characters of a text", [Characters(random.Next(1, 7))]),
        2 => new AskedQuery("characters in random order", [Shuffled(random.Next(2, 5))]),
        3 => new AskedQuery("one or two words", [Word(), .. random.Next(2) == 0 ? new[] { Word() } : []]),
        4 => new AskedQuery("words in another spelling", [Respelled()]),
        5 => new AskedQuery("phrase", [Phrase()]),
        6 => new AskedQuery("characters and words", [Mixed()]),
        7 => new AskedQuery("two of characters", [Characters(2), Characters(random.Next(2, 4))]),
        8 => new AskedQuery(
            "characters without others",
            [Characters(2), (random.Next(2) == 0 ? Characters(random.Next(2, 4)) : Phrase()) with { IsExcluded = true }]),
        _ => new AskedQuery("word without another", [Word(), Word() with { IsExcluded = true }]),
    };

    private AskedClause Characters(int count) => new(Find(new Regex($@"[\u4E00-\u9FFF]{{{count}}}", RegexOptions.NonBacktracking)));

    private AskedClause Shuffled(int count)
    {
        var letters = Characters(6).Text.ToCharArray();
        random.Shuffle(letters);
        return new AskedClause(new string(letters, 0, count));
    }

    private AskedClause Word() => new(Find(LatinWord));

    private AskedClause Respelled()
    {
        var word = Word().Text;
        return new AskedClause(random.Next(3) switch
        {
            0 => word.ToUpperInvariant(),
            1 => string.Concat(word.Select(letter => letter is > ' ' and <= '~' ? (char)(letter + 0xFEE0) : letter)),
            _ => string.Concat(word.Select(letter => letter is 'e' ? 'é' : letter)),
        });
    }

    // From any place to any other, whatever stands there but quotes.
    private AskedClause Phrase() => new(Find(Anything), IsQuoted: true);

    private AskedClause Mixed() => new(Find(HanAndLatin));

    private string Find(Regex piece)
    {
        for (var tries = 0; tries < MaxTries; tries++)
        {
            var text = texts[random.Next(texts.Count)];
            if (piece.Match(text, random.Next(text.Length)) is { Success: true } match && Letters.IsMatch(match.Value)) return match.Value;
        }

        throw new InvalidOperationException($"No text has {piece}.");
    }

    [GeneratedRegex(@"(?<![A-Za-zÀ-ɏ0-9])[A-Za-zÀ-ɏ][A-Za-zÀ-ɏ0-9]+[+#]{0,2}", RegexOptions.None)]
    private static partial Regex LatinWord { get; }

    [GeneratedRegex(@"(?<=[\s\u4E00-\u9FFF])[^""“”„«»＂「」]{3,24}(?=[\s\u4E00-\u9FFF])")]
    private static partial Regex Anything { get; }

    [GeneratedRegex(@"[\u4E00-\u9FFF]{1,3}[A-Za-z0-9.%]+[\u4E00-\u9FFF]{0,3}(?![A-Za-z0-9])")]
    private static partial Regex HanAndLatin { get; }

    [GeneratedRegex(@"\p{L}\p{L}|\p{L}.*\p{L}|[\u4E00-\u9FFF]")]
    private static partial Regex Letters { get; }
}
