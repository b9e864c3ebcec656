using System.Text;
using FeedApi.Benchmarks.Corpora;

namespace FeedApi.Benchmarks.Searching;

/// <summary>
/// Posts for a comparison of searches: those of the corpus, with what makes searching hard behind them: English, accents,
/// wide letters, Kana, signs.
/// </summary>
internal sealed class RecallPosts
{
    private const string Syllables = "ta re mo li su ne ka vi dor fen gal hes pru ston war";
    private static readonly string[] Hard =
    [
        "café", "naïve", "Zürich", "C++", "C#", ".NET", "don't", "state-of-the-art", "Ｇｄｐ", "ＴＥＳＴ１２３",
        "10.5", "Ångström", "ΑΘΗΝΑ", "Москва", "ｶﾅ", "カタカナ", "ひらがな", "서울", "𠀀𠀁字", "①", "e.g.", "A/B",
        "foo_bar", "中文English混排", "GDP增长3.5%", "（括号）", "「引号」", "数据，市场", "数据、市场", "数据 市场", "ＡＢＣ公司",
    ];

    private static readonly string[] English = MakeUpWords();
    private readonly Corpus corpus = new();

    /// <summary>Writes a content folder.</summary>
    public void WriteTo(string folder, int posts)
    {
        corpus.WriteTo(folder, posts);
        Parallel.For(0, posts, number =>
            File.AppendAllText(Path.Combine(folder, Corpus.PathOf(number)), "\n" + HardText(new Random(number)) + "\n"));
    }

    private static string HardText(Random random)
    {
        var text = new StringBuilder();
        for (var words = random.Next(24); words > 0; words--)
        {
            text.Append(
                random.Next(8) == 0 ? Hard[random.Next(Hard.Length)] : English[(int)(English.Length * Math.Pow(random.NextDouble(), 2))]);
            text.Append(random.Next(12) switch { 0 => ", ", 1 => "，", 2 => "", 3 => " - ", _ => " " });
        }

        return text.ToString();
    }

    private static string[] MakeUpWords()
    {
        var (random, syllables) = (new Random(3), Syllables.Split(' '));
        return [.. Enumerable.Range(0, 600)
            .Select(_ => string.Concat(Enumerable.Range(0, random.Next(1, 4)).Select(_ => syllables[random.Next(syllables.Length)])))];
    }
}
