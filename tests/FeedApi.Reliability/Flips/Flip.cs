namespace FeedApi.Reliability.Flips;

/// <summary>One flipped bit of a file.</summary>
/// <param name="Number">The number of the fault.</param>
/// <param name="Path">The file.</param>
/// <param name="Offset">The byte.</param>
/// <param name="Mask">The bit.</param>
/// <param name="Before">The byte as it was.</param>
internal readonly record struct Flip(int Number, string Path, long Offset, byte Mask, byte Before)
{
    private const int PageBytes = 16_384;

    /// <summary>The page, so that no page gets two flips: two are another fault than one.</summary>
    public (string Path, long Page) Page => (Path, Offset / PageBytes);

    /// <summary>Draws a bit of the files, each byte as likely as any other.</summary>
    public static Flip Draw(int number, Random random, IReadOnlyList<FileInfo> files)
    {
        var at = random.NextInt64(files.Sum(file => file.Length));
        foreach (var file in files)
        {
            if (at < file.Length) return new Flip(number, file.FullName, at, (byte)(1 << random.Next(8)), ReadAt(file.FullName, at) ?? 0);
            at -= file.Length;
        }

        throw new InvalidOperationException("There are no files.");
    }

    /// <summary>Flips the bit.</summary>
    public void Make()
    {
        using var file = new FileStream(Path, FileMode.Open, FileAccess.ReadWrite, FileShare.ReadWrite);
        file.Position = Offset;
        file.WriteByte((byte)(Before ^ Mask));
    }

    /// <summary>True while the bit is flipped.</summary>
    public bool IsThere() => ReadAt(Path, Offset) == (byte)(Before ^ Mask);

    private static byte? ReadAt(string path, long offset)
    {
        if (!File.Exists(path)) return null;
        using var file = new FileStream(path, FileMode.Open, FileAccess.Read, FileShare.ReadWrite);
        file.Position = offset;
        return file.ReadByte() is >= 0 and var value ? (byte)value : null;
    }
}
