using System.Globalization;
using System.Text;

namespace FeedApi.Benchmarks.Corpora;

/// <summary>
/// Makes up sentences as market reports have them: few words often, very many seldom. The same random numbers give the same text.
/// </summary>
/// <param name="random">Where the numbers come from.</param>
internal sealed class CorpusText(Random random)
{
    private const int FirstCommon = 0x4E00;
    private const int CommonCharacters = 3_700;
    private const double Skew = 2.2;

    private const string Heads = "潮浪港船灯塔雾风雨云月日星沙礁岛湾河江湖渔网锚舵帆桨鱼虾蟹贝盐铁木石土火电光声热冷春夏秋冬晨昏早晚高低远近新旧";
    private const string Tails = "位面率量额度线带层级段期季周价标库站台楼桥路门口岸坡谷池井塘田园市店厂社会团队组员长";
    private static readonly string[] Who = ["观测站", "值班员", "港务局", "船长们", "养殖户", "气象台", "研究者", "邻近港口", "多数渔民", "码头工人"];
    private static readonly string[] How = ["稳步", "略微", "大幅", "持续", "如期", "再度", "逐周", "首次", "连续", "意外"];
    private static readonly string[] Does = ["上升", "回落", "记录", "公布", "调整", "观测", "修复", "扩建", "暂停", "恢复", "核对", "更换"];
    private static readonly string[] English =
        "tide gauge harbour level rise fall record sensor drift storm surge forecast night watch lamp buoy chart depth current wind".Split(
            ' ');

    /// <summary>A word of two or three characters.</summary>
    public string Word()
    {
        var kind = random.NextDouble();
        if (kind < 0.45) return $"{Often(Heads)}{Often(Tails)}";
        if (kind < 0.65) return $"{Often(Heads)}{Often(Heads)}{Often(Tails)}";
        return string.Concat(Enumerable.Range(0, kind < 0.9 ? 2 : 3)
            .Select(_ =>
                (char)(FirstCommon + (int)(CommonCharacters * 5 * Math.Pow(random.NextDouble(), Skew)))));
    }

    /// <summary>A paragraph of some sentences.</summary>
    public string Paragraph(bool isEnglish)
    {
        var text = new StringBuilder();
        for (var sentences = random.Next(1, 6); sentences > 0; sentences--) Append(text, isEnglish);
        return text.ToString();
    }

    /// <summary>A title.</summary>
    public string Title(bool isEnglish) =>
        isEnglish ? string.Join(' ', Enumerable.Range(0, 6).Select(_ => One(English))) : $"{Word()}{One(How)}{One(Does)}{Word()}{Number()}";

    /// <summary>One of some.</summary>
    public T One<T>(IReadOnlyList<T> all) => all[random.Next(all.Count)];

    private void Append(StringBuilder text, bool isEnglish)
    {
        if (isEnglish)
        {
            text.AppendJoin(' ', Enumerable.Range(0, random.Next(5, 16)).Select(_ => One(English))).Append(". ");
            return;
        }

        for (var clauses = random.Next(1, 4); clauses > 0; clauses--)
        {
            text.Append(One(Who)).Append(One(How)).Append(One(Does)).Append(Word());
            if (random.NextDouble() < 0.6) text.Append(Number());
            if (random.NextDouble() < 0.3) text.Append('、').Append(Word()).Append('和').Append(Word());
            text.Append(clauses > 1 ? '，' : '。');
        }
    }

    private string Number() => random.Next(3) switch
    {
        0 => string.Create(CultureInfo.InvariantCulture, $"{random.NextDouble() * 99:0.00}%"),
        1 => string.Create(CultureInfo.InvariantCulture, $"{random.Next(1, 9_999)}万吨"),
        _ => string.Create(CultureInfo.InvariantCulture, $"{random.Next(1, 13)}月{random.Next(1, 29)}日"),
    };

    private char Often(string letters) => letters[(int)(letters.Length * Math.Pow(random.NextDouble(), Skew))];
}
