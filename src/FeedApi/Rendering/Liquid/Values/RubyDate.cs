using System.Globalization;
using System.Text;
using FeedApi.Model.Dates;
using Fluid.Values;

namespace FeedApi.Rendering.Liquid.Values;

/// <summary>Dates out of values, and Ruby's <c>strftime</c>.</summary>
internal static class RubyDate
{
    private const int MaxWidth = 100;

    /// <summary>A time, a text that is one, <c>now</c>, or seconds since 1970; null for anything else.</summary>
    public static DateTimeOffset? Of(FluidValue value, LiquidContext context)
    {
        if (value is DateTimeValue date) return (DateTimeOffset)date.ToObjectValue();
        if (value is NumberValue number) return FromSeconds(number.ToNumberValue(), context.Site.TimeZone);
        if (value is not StringValue) return null;
        var text = value.ToStringValue();
        if (text.Equals("now", StringComparison.OrdinalIgnoreCase) || text.Equals("today", StringComparison.OrdinalIgnoreCase)) return context.Time;
        if (text.Length > 0 && text.AsSpan().IndexOfAnyExceptInRange('0', '9') < 0) return FromSeconds(RubyNumber.Whole(value), context.Site.TimeZone);
        return PostDate.TryParse(text, context.Site.TimeZone, out var parsed) ? parsed : null;
    }

    /// <summary>Formats a time. What is no directive stays as written.</summary>
    public static string Format(DateTimeOffset date, string format)
    {
        var text = new StringBuilder();
        for (var i = 0; i < format.Length; i++)
        {
            if (format[i] != '%' || Directive.Read(format, i) is not { } directive || ValueOf(directive, date) is not { } value)
            {
                text.Append(format[i]);
                continue;
            }

            text.Append(directive.Apply(value));
            i += directive.Length - 1;
        }

        return text.ToString();
    }

    private static DateTimeOffset? FromSeconds(decimal seconds, TimeZoneInfo zone) =>
        seconds >= DateTimeOffset.MinValue.ToUnixTimeSeconds() && seconds <= DateTimeOffset.MaxValue.ToUnixTimeSeconds()
            ? TimeZoneInfo.ConvertTime(DateTimeOffset.FromUnixTimeSeconds((long)seconds), zone)
            : null;

    private static Field? ValueOf(Directive directive, DateTimeOffset date) => directive.Letter switch
    {
        'L' or 'N' => new Field((date.Ticks % TimeSpan.TicksPerSecond * 100).ToString("D9", CultureInfo.InvariantCulture)[..Math.Clamp(directive.Width ?? (directive.Letter == 'L' ? 3 : 9), 1, 9)]),
        'z' => new Field(Offset(date.Offset, directive.Colons)),
        _ when directive.Colons > 0 => null,
        'Z' => new Field(date.Offset == TimeSpan.Zero ? "UTC" : ""),
        's' => new Field(date.ToUnixTimeSeconds().ToString(CultureInfo.InvariantCulture)),
        'n' => new Field("\n"),
        't' => new Field("\t"),
        '%' => new Field("%"),
        _ => Combined(directive.Letter) is { } format ? new Field(Format(date, format)) : DayField(directive.Letter, date) ?? TimeField(directive.Letter, date),
    };

    private static string? Combined(char letter) => letter switch
    {
        'c' => "%a %b %e %H:%M:%S %Y",
        'D' or 'x' => "%m/%d/%y",
        'F' => "%Y-%m-%d",
        'v' => "%e-%^b-%Y",
        'X' or 'T' => "%H:%M:%S",
        'r' => "%I:%M:%S %p",
        'R' => "%H:%M",
        _ => null,
    };

    private static Field? DayField(char letter, DateTimeOffset date) => letter switch
    {
        'Y' => new Field(date.Year, 4),
        'C' => new Field(date.Year / 100, 2),
        'y' => new Field(date.Year % 100, 2),
        'm' => new Field(date.Month, 2),
        'B' => new Field(date.ToString("MMMM", CultureInfo.InvariantCulture)),
        'b' or 'h' => new Field(date.ToString("MMM", CultureInfo.InvariantCulture)),
        'd' => new Field(date.Day, 2),
        'e' => new Field(date.Day, 2, ' '),
        'j' => new Field(date.DayOfYear, 3),
        'A' => new Field(date.ToString("dddd", CultureInfo.InvariantCulture)),
        'a' => new Field(date.ToString("ddd", CultureInfo.InvariantCulture)),
        'u' => new Field(date.DayOfWeek == DayOfWeek.Sunday ? 7 : (int)date.DayOfWeek, 1),
        'w' => new Field((int)date.DayOfWeek, 1),
        'G' => new Field(ISOWeek.GetYear(date.DateTime), 4),
        'g' => new Field(ISOWeek.GetYear(date.DateTime) % 100, 2),
        'V' => new Field(ISOWeek.GetWeekOfYear(date.DateTime), 2),
        'U' => new Field((date.DayOfYear + 6 - (int)date.DayOfWeek) / 7, 2),
        'W' => new Field((date.DayOfYear + 6 - (((int)date.DayOfWeek + 6) % 7)) / 7, 2),
        _ => null,
    };

    private static Field? TimeField(char letter, DateTimeOffset date) => letter switch
    {
        'H' => new Field(date.Hour, 2),
        'k' => new Field(date.Hour, 2, ' '),
        'I' => new Field(((date.Hour + 11) % 12) + 1, 2),
        'l' => new Field(((date.Hour + 11) % 12) + 1, 2, ' '),
        'M' => new Field(date.Minute, 2),
        'S' => new Field(date.Second, 2),
        'p' => new Field(date.Hour < 12 ? "AM" : "PM"),
        'P' => new Field(date.Hour < 12 ? "am" : "pm"),
        _ => null,
    };

    private static string Offset(TimeSpan offset, int colons)
    {
        var sign = offset < TimeSpan.Zero ? '-' : '+';
        var size = offset.Duration();
        return colons switch
        {
            0 => string.Create(CultureInfo.InvariantCulture, $"{sign}{size.Hours:00}{size.Minutes:00}"),
            1 => string.Create(CultureInfo.InvariantCulture, $"{sign}{size.Hours:00}:{size.Minutes:00}"),
            _ => string.Create(CultureInfo.InvariantCulture, $"{sign}{size.Hours:00}:{size.Minutes:00}:{size.Seconds:00}"),
        };
    }

    // A value with its defaultValue width and padding; a text has neither.
    private readonly record struct Field(string Text, int Width = 0, char Padding = ' ')
    {
        public Field(int number, int width, char padding = '0')
            : this(number.ToString(CultureInfo.InvariantCulture), width, padding)
        {
        }
    }

    // %[flags][width][colons]letter
    private readonly record struct Directive(string Flags, int? Width, int Colons, char Letter, int Length)
    {
        public static Directive? Read(string format, int start)
        {
            var i = start + 1;
            while (i < format.Length && format[i] is '-' or '0' or '^' or '_' or '#') i++;
            var flags = format[(start + 1)..i];
            var digits = i;
            while (i < format.Length && char.IsAsciiDigit(format[i])) i++;
            int? width = i == digits ? null : int.TryParse(format.AsSpan(digits, i - digits), CultureInfo.InvariantCulture, out var number) ? Math.Min(number, MaxWidth) : MaxWidth;
            var colons = i;
            while (i < format.Length && format[i] == ':') i++;
            return i < format.Length ? new Directive(flags, width, i - colons, format[i], i - start + 1) : null;
        }

        public string Apply(Field field)
        {
            var text = field.Text;
            if (Flags.Contains('^', StringComparison.Ordinal)) text = text.ToUpperInvariant();
            if (Flags.Contains('#', StringComparison.Ordinal)) text = Letter == 'p' ? text.ToLowerInvariant() : text.ToUpperInvariant();
            if (Flags.Contains('-', StringComparison.Ordinal) || Letter is 'L' or 'N') return text;
            var padding = Flags.Contains('0', StringComparison.Ordinal) ? '0' : Flags.Contains('_', StringComparison.Ordinal) ? ' ' : field.Padding;
            return text.PadLeft(Width ?? field.Width, padding);
        }
    }
}
