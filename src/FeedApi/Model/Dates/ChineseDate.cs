using System.Globalization;
using System.Text.RegularExpressions;

namespace FeedApi.Model.Dates;

/// <summary>
/// Reads dates as they are written in Chinese, and in Japanese where the signs are the same: <c>2024年1月2日 下午3:00</c>,
/// <c>2024-01-02 周二 上午9点半</c>, <c>二〇二四年一月二日</c>.
/// </summary>
internal static partial class ChineseDate
{
    private static readonly TimeSpan Beijing = TimeSpan.FromHours(8);

    /// <summary>True when a text has ideographs or a full-width colon, and so may be such a date.</summary>
    public static bool IsLikely(ReadOnlySpan<char> text) => text.ContainsAnyInRange('\u2E80', '\u9FFF') || text.Contains('：');

    /// <summary>Reads a date; false when it has another form, or is no date.</summary>
    /// <param name="text">The date as written.</param>
    /// <param name="rules">The zone of times without one, and how local times are interpreted.</param>
    /// <param name="date">The date.</param>
    public static bool TryParse(string text, DateRules rules, out DateReading date)
    {
        date = default;
        if (Form().Match(ChineseNumerals.Replace(Narrow(text.Trim()))) is not { Success: true } match) return false;
        if (!TryDay(match.Groups, out var day) || !TryTime(match.Groups, out var time)) return false;
        if (!TryOffset(match.Groups["zone"].Value, rules.Zone, day.Year, out var offset, out var unknownZone)) return false;
        if (!LocalTimes.TryCombine(day.ToDateTime(TimeOnly.MinValue) + time, offset, rules, out var instant)) return false;
        date = new DateReading(instant, unknownZone);
        return true;
    }

    private static bool TryDay(GroupCollection groups, out DateOnly day)
    {
        var year = Number(groups["year"]);
        if (groups["year"].Length == 2) year += year < 69 ? 2000 : 1900;
        return PostDate.TryDay(year, Number(groups["month"]), groups["day"].Success ? Number(groups["day"]) : 1, out day);
    }

    private static bool TryTime(GroupCollection groups, out TimeSpan time)
    {
        var (hour, minute, second) = (Number(groups["hour"]), Number(groups["minute"]), Number(groups["second"]));
        minute = groups["part"].ValueSpan switch
        {
            "半" => 30,
            "一刻" => 15,
            "三刻" => 45,
            _ => minute,
        };
        hour = HourOf(hour, groups["half"].Value);
        time = new TimeSpan(hour, minute, second);
        return minute <= 59 && second <= 59 && (hour <= 23 || time == TimeSpan.FromDays(1));
    }

    // Twelve in the evening is the midnight at the end of the day, twelve in the morning the one at its beginning.
    private static int HourOf(int hour, string half) => half switch
    {
        "" => hour,
        "凌晨" or "清晨" or "早上" or "早晨" or "上午" or "午前" or "AM" or "am" => hour == 12 ? 0 : hour,
        "中午" => hour is >= 1 and <= 3 ? hour + 12 : hour,
        "晚上" or "晚间" or "晚間" or "夜里" or "夜裡" or "夜间" or "夜間" => hour is >= 5 and <= 12 ? hour + 12 : hour,
        _ => hour < 12 ? hour + 12 : hour,
    };

    private static bool TryOffset(string written, TimeZoneInfo zone, int year, out TimeSpan? offset, out string? unknownZone)
    {
        unknownZone = null;
        offset = Beijing;
        if (written is "北京时间" or "北京時間" or "中国标准时间" or "中國標準時間") return true;
        var reader = new DateReader(written);
        return reader.ReadOffset(zone, year, out offset, out unknownZone) && reader.IsAtEnd;
    }

    private static string Narrow(string text) => string.Create(text.Length, text, static (narrow, wide) =>
    {
        for (var index = 0; index < wide.Length; index++)
        {
            narrow[index] = wide[index] switch
            {
                >= '！' and <= '～' and var letter => (char)(letter - '！' + '!'),
                '\u3000' or '\u00A0' or '\t' => ' ',
                var letter => letter,
            };
        }
    });

    private static int Number(Group group) =>
        group.Success ? int.Parse(group.ValueSpan, NumberStyles.None, CultureInfo.InvariantCulture) : 0;

    [GeneratedRegex(
        "^(?:(?:公元|西元)? *(?<year>[0-9]{4}|[0-9]{2}) *年 *(?<month>[0-9]{1,2}) *月 *(?:(?<day>[0-9]{1,2}) *[日号號]?)?"
            + "|(?<year>[0-9]{4})[-/.](?<month>[0-9]{1,2})[-/.](?<day>[0-9]{1,2})[日号號]?)"
            + @" *[,、]? *(?:[(\[]? *(?:周|週|星期|礼拜|禮拜)[一二三四五六日天末] *[)\]]?|\([月火水木金土日](?:曜日?)?\))? *[,、Tt]? *"
            + "(?:(?<half>凌晨|清晨|早上|早晨|上午|午前|AM|am|中午|下午|午后|午後|傍晚|PM|pm|晚上|晚间|晚間|夜里|夜裡|夜间|夜間)? *"
            + "(?<hour>[0-9]{1,2}) *[:时時点點] *(?:(?<minute>[0-9]{1,2}) *(?:[:分] *(?:(?<second>[0-9]{1,2})(?:[.,][0-9]+)? *秒?)?)?"
            + "|(?<part>半|整|一刻|三刻))? *(?<half>上午|下午|AM|am|PM|pm)?)?"
            + @" *\(?(?<zone>[^()]*?)\)?$",
        RegexOptions.NonBacktracking)]
    private static partial Regex Form();
}
