namespace FeedApi.Content;

/// <summary>A YAML value with its place in the file: 1-based line and column.</summary>
internal abstract record YamlNode(int Line, int Column)
{
    /// <summary>True for an empty plain value, <c>~</c> and <c>null</c>.</summary>
    public virtual bool IsUnset => false;
}

/// <summary>A text exactly as typed: nothing is taken for a number, a date or a truth value.</summary>
internal sealed record YamlScalar(string Text, bool IsPlain, bool IsQuoted, int Line, int Column, int LastLine) : YamlNode(Line, Column)
{
    /// <inheritdoc/>
    public override bool IsUnset => IsPlain && (Text is "" or "~" or "null" or "Null" or "NULL");
}

/// <summary>A sequence, block or flow.</summary>
internal sealed record YamlList(IReadOnlyList<YamlNode> Items, int Line, int Column) : YamlNode(Line, Column);

/// <summary>A mapping in the order of the file; of a repeated key only the last entry is kept.</summary>
internal sealed record YamlMap(IReadOnlyList<YamlEntry> Entries, int Line, int Column) : YamlNode(Line, Column)
{
    /// <summary>The value of a key; null when it is missing or unset.</summary>
    public YamlNode? Find(string key)
    {
        foreach (var entry in Entries)
        {
            if (string.Equals(entry.Key, key, StringComparison.Ordinal)) return entry.Value.IsUnset ? null : entry.Value;
        }

        return null;
    }
}

/// <summary>One key of a mapping with its value.</summary>
internal readonly record struct YamlEntry(string Key, YamlNode Value, int Line, int Column);
