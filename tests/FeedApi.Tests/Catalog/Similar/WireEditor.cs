using System.Text;

namespace FeedApi.Tests.Catalog.Similar;

/// <summary>Edits wires as outlets do that publish them under their own name.</summary>
internal sealed class WireEditor(int seed)
{
    private const int MaxWords = 5;

    private static readonly string[] Outlets =
        ["证券时报网", "中国证券报", "界面新闻", "财联社", "每日经济新闻", "Reuters China", "新浪财经", "第一财经"];

    private static readonly string[] Prefixes = ["快讯：", "【财经】", "【早报】", "重磅！", "（更新）", "A股 | ", "图解："];

    private static readonly string[] Notes =
    [
        "编者按：本文仅代表作者个人观点，不代表本网立场，转载请注明出处。", "【编辑：小周】欢迎关注我们的公众号，获取更多财经资讯。",
        "责任编辑在发稿前对原文略有删节，更多内容请下载客户端查看。", "Editor's note: this story was first published by a partner and has been edited.",
    ];

    private readonly Random random = new(~seed);

    /// <summary>A copy of a wire, with several kinds of edits.</summary>
    public Wire Copy(Wire wire)
    {
        var outlet = One(Outlets);
        var paragraphs = wire.Text.Split('\n').ToList();
        var title = Is(70) ? Headline(wire.Title, outlet) : wire.Title;
        if (Is(40) && paragraphs.Count > 1) paragraphs.RemoveAt(paragraphs.Count - 1);
        if (Is(60)) ReplaceWords(paragraphs);
        if (Is(50)) paragraphs = [.. paragraphs.Select(Repunctuate)];
        if (Is(40)) paragraphs.Insert(Is(50) ? 0 : paragraphs.Count, One(Notes));
        if (Is(60)) paragraphs.Insert(Is(30) ? 0 : paragraphs.Count, $"（来源：{outlet} {random.Next(24):00}:{random.Next(60):00}）");
        return wire with { Title = title, Text = string.Join(Is(50) ? "\n" : "\n\n　　", paragraphs) };
    }

    private static string ReplaceOne(string text, string word, string other)
    {
        var at = text.IndexOf(word, StringComparison.Ordinal);
        return string.Concat(text.AsSpan(0, at), other, text.AsSpan(at + word.Length));
    }

    private bool Is(int percent) => random.Next(100) < percent;

    private string One(string[] choices) => choices[random.Next(choices.Length)];

    private string Headline(string title, string outlet)
    {
        if (Is(60)) title = One(Prefixes) + title;
        return Is(50) ? $"{title} - {outlet}" : title;
    }

    private void ReplaceWords(List<string> paragraphs)
    {
        for (var left = random.Next(1, MaxWords + 1); left > 0; left--)
        {
            var (word, other) = WireWords.Synonyms[random.Next(WireWords.Synonyms.Count)];
            var at = paragraphs.FindIndex(text => text.Contains(word, StringComparison.Ordinal));
            if (at >= 0) paragraphs[at] = ReplaceOne(paragraphs[at], word, other);
            else if (Is(80)) left++;
        }
    }

    private string Repunctuate(string text)
    {
        var hasWideDigits = Is(30);
        var edited = new StringBuilder(text.Length);
        foreach (var letter in text)
        {
            _ = letter switch
            {
                '，' => edited.Append(Is(50) ? ", " : "，"),
                '。' => edited.Append(Is(70) ? "。" : "；"),
                '%' => edited.Append('％'),
                '（' => edited.Append(" ("),
                '）' => edited.Append(") "),
                _ => edited.Append(hasWideDigits && char.IsAsciiDigit(letter) ? (char)(letter - '0' + '０') : letter),
            };
        }

        return edited.ToString();
    }
}
