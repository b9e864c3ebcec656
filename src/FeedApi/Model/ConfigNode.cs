namespace FeedApi.Model;

/// <summary>A value of a YAML, TOML or JSON document with its position in the file: 1-based line and column.</summary>
internal abstract record ConfigNode(int Line, int Column)
{
    /// <summary>True for an empty plain scalar, <c>~</c> and <c>null</c>.</summary>
    public virtual bool IsUnset => false;
}

/// <summary>A scalar exactly as written: it is not converted to a number, a date or a Boolean.</summary>
internal sealed record ConfigScalar(string Text, bool IsPlain, bool IsQuoted, int Line, int Column, int LastLine) : ConfigNode(Line, Column)
{
    /// <inheritdoc/>
    public override bool IsUnset => IsPlain && (Text is "" or "~" or "null" or "Null" or "NULL");
}

/// <summary>A sequence, block or flow.</summary>
internal sealed record ConfigList(IReadOnlyList<ConfigNode> Items, int Line, int Column) : ConfigNode(Line, Column);

/// <summary>A mapping in the order of the file; of a repeated key only the last value is kept.</summary>
internal sealed record ConfigMap(IReadOnlyList<ConfigEntry> Entries, int Line, int Column) : ConfigNode(Line, Column)
{
    /// <summary>The value of a key; null when it is missing or unset.</summary>
    public ConfigNode? Find(string key)
    {
        foreach (var entry in Entries)
        {
            if (string.Equals(entry.Key, key, StringComparison.Ordinal)) return entry.Value.IsUnset ? null : entry.Value;
        }

        return null;
    }
}

/// <summary>One key of a mapping with its value.</summary>
internal readonly record struct ConfigEntry(string Key, ConfigNode Value, int Line, int Column);
