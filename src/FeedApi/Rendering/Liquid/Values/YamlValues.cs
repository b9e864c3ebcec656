using System.Globalization;
using System.Text.RegularExpressions;
using FeedApi.Model;
using FeedApi.Model.Dates.Ruby;
using Fluid.Values;

namespace FeedApi.Rendering.Liquid.Values;

/// <summary>Converts YAML to values, with the types that Ruby's Psych gives to plain scalars (YAML 1.1).</summary>
internal static partial class YamlValues
{
    /// <summary>The value; a time without an offset is read as UTC and converted to the zone.</summary>
    public static FluidValue Of(ConfigNode node, TimeZoneInfo zone) => node switch
    {
        { IsUnset: true } => NilValue.Instance,
        ConfigList list => new ArrayValue([.. list.Items.Select(item => Of(item, zone))]),
        ConfigMap map => ValueMap.From([.. map.Entries.Select(entry => (entry.Key, Of(entry.Value, zone)))]),
        ConfigScalar { IsPlain: true, Text.Length: > 0 and <= 40 } scalar => OfPlain(scalar.Text, zone),
        ConfigScalar scalar => new StringValue(scalar.Text),
        _ => NilValue.Instance,
    };

    // A date without a time stays a text: it is written, sorted and formatted the same.
    private static FluidValue OfPlain(string text, TimeZoneInfo zone)
    {
        if (text.ToLowerInvariant() is "true" or "yes" or "on") return BooleanValue.True;
        if (text.ToLowerInvariant() is "false" or "no" or "off") return BooleanValue.False;
        if (NumberOf(text) is { } number) return NumberValue.Create(number);
        return YamlTimestamp.InstantOf(text, zone) is { } time ? new DateTimeValue(time) : new StringValue(text);
    }

    private static decimal? NumberOf(string text)
    {
        if (text.StartsWith("0x", StringComparison.Ordinal))
            return long.TryParse(text.AsSpan(2), NumberStyles.AllowHexSpecifier, CultureInfo.InvariantCulture, out var hex) ? hex : null;
        if (OctalNumber().IsMatch(text)) return text.Aggregate(0m, (sum, digit) => (sum * 8) + (digit - '0'));
        if (!Decimal().IsMatch(text)) return null;
        var digits = text.Replace("_", "", StringComparison.Ordinal).Replace(",", "", StringComparison.Ordinal);
        if (!decimal.TryParse(digits, NumberStyles.Float, CultureInfo.InvariantCulture, out var number)) return null;
        // Without trailing zeros: 1.50 is the float 1.5.
        return text.Contains('.', StringComparison.Ordinal) ? RubyText.AsFloat(number / 1.0000000000000000000000000000m) : number;
    }

    [GeneratedRegex(@"^[-+]?(?:0|[1-9][0-9_,]{0,25}|(?:[0-9][0-9_,]*)?\.[0-9]+(?:[eE][-+][0-9]+)?)$")]
    private static partial Regex Decimal();

    [GeneratedRegex(@"^0[0-7]{1,20}$")]
    private static partial Regex OctalNumber();
}
