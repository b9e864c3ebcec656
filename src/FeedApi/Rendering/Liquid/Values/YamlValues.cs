using System.Globalization;
using System.Text.RegularExpressions;
using FeedApi.Model;
using FeedApi.Model.Dates;
using Fluid.Values;

namespace FeedApi.Rendering.Liquid.Values;

/// <summary>YAML as values, with the types that Ruby's Psych gives to plain texts (YAML 1.1).</summary>
internal static partial class YamlValues
{
    /// <summary>The value.</summary>
    /// <param name="node">Anything of a YAML file.</param>
    /// <param name="zone">Where a time without an offset, which is UTC, is shown.</param>
    public static FluidValue Of(ConfigNode node, TimeZoneInfo zone) => node switch
    {
        { IsUnset: true } => NilValue.Instance,
        ConfigList list => new ArrayValue([.. list.Items.Select(item => Of(item, zone))]),
        ConfigMap map => OfMap(map, zone),
        ConfigScalar { IsPlain: true } scalar => OfPlain(scalar.Text, zone),
        ConfigScalar scalar => new StringValue(scalar.Text),
        _ => NilValue.Instance,
    };

    private static DictionaryValue OfMap(ConfigMap map, TimeZoneInfo zone)
    {
        var values = new OrderedMap(map.Entries.Count);
        foreach (var entry in map.Entries) values.Set(entry.Key, Of(entry.Value, zone));
        return new DictionaryValue(values);
    }

    // A day stays a text: it is written, ordered and formatted the same.
    private static FluidValue OfPlain(string text, TimeZoneInfo zone)
    {
        if (text.Length is 0 or > 40) return new StringValue(text);
        if (Claim(text) is { } claim) return BooleanValue.Create(claim);
        if (!char.IsAsciiDigit(text[0]) && text[0] is not ('-' or '+' or '.')) return new StringValue(text);
        if (Number(text) is { } number) return NumberValue.Create(number);
        return Moment().IsMatch(text) && PostDate.TryParse(text, TimeZoneInfo.Utc, out var date)
            ? new DateTimeValue(HasOffset().IsMatch(text) ? date : TimeZoneInfo.ConvertTime(date, zone))
            : new StringValue(text);
    }

    private static bool? Claim(string text) => text.ToLowerInvariant() switch
    {
        "true" or "yes" or "on" => true,
        "false" or "no" or "off" => false,
        _ => null,
    };

    private static decimal? Number(string text)
    {
        if (WholeNumber().IsMatch(text)) return Parse(text.Replace("_", "", StringComparison.Ordinal).Replace(",", "", StringComparison.Ordinal), NumberStyles.AllowLeadingSign);
        if (DecimalNumber().IsMatch(text)) return Parse(text.Replace("_", "", StringComparison.Ordinal).Replace(",", "", StringComparison.Ordinal), NumberStyles.Float) is { } number ? Shortest(number) : null;
        if (OctalNumber().IsMatch(text)) return FromBase(text, 8);
        if (HexNumber().IsMatch(text)) return long.TryParse(text.AsSpan(2), NumberStyles.AllowHexSpecifier, CultureInfo.InvariantCulture, out var hex) ? hex : null;
        return BaseSixty().IsMatch(text) ? text.Split(':').Aggregate(0m, (sum, part) => (sum * 60) + decimal.Parse(part, CultureInfo.InvariantCulture)) : null;
    }

    private static decimal? Parse(string text, NumberStyles styles) => decimal.TryParse(text, styles, CultureInfo.InvariantCulture, out var number) ? number : null;

    // 1.50 is the float 1.5.
    private static decimal Shortest(decimal number) => RubyNumber.AsFloat(number / 1.0000000000000000000000000000m);

    private static decimal? FromBase(string text, int radix)
    {
        var number = 0m;
        foreach (var digit in text.Where(char.IsAsciiDigit)) number = (number * radix) + (digit - '0');
        return text[0] == '-' ? -number : number;
    }

    [GeneratedRegex(@"^[-+]?(?:0|[1-9][0-9_,]{0,25})$", RegexOptions.NonBacktracking)]
    private static partial Regex WholeNumber();

    [GeneratedRegex(@"^[-+]?(?:[0-9][0-9_,]*)?\.[0-9]+(?:[eE][-+][0-9]+)?$", RegexOptions.NonBacktracking)]
    private static partial Regex DecimalNumber();

    [GeneratedRegex(@"^[-+]?0[0-7_]{1,20}$", RegexOptions.NonBacktracking)]
    private static partial Regex OctalNumber();

    [GeneratedRegex(@"^0x[0-9a-fA-F]{1,15}$", RegexOptions.NonBacktracking)]
    private static partial Regex HexNumber();

    [GeneratedRegex(@"^[0-9]{1,9}(?::[0-5]?[0-9]){1,2}$", RegexOptions.NonBacktracking)]
    private static partial Regex BaseSixty();

    [GeneratedRegex(@"^\d{4}-\d{1,2}-\d{1,2}(?:[Tt]|\s+)\d{1,2}:\d\d:\d\d", RegexOptions.NonBacktracking)]
    private static partial Regex Moment();

    [GeneratedRegex(@":\d\d(?:\.\d*)?\s*(?:Z|[-+]\d)", RegexOptions.NonBacktracking)]
    private static partial Regex HasOffset();
}
