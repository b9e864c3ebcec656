using System.Buffers.Binary;
using FeedApi.Site.Files;

namespace FeedApi.Catalog.Sqlite.Pages;

/// <summary>Looks whether the write-ahead log of a server that was killed is damaged, before SQLite recovers it.</summary>
/// <remarks>
/// SQLite takes the first frame that is not valid for the end of the log. When it is not, later transactions are missing, of which pages
/// may have been written into the database already: then the two do not belong together, and each page for itself is as it was written.
/// </remarks>
internal static class LogCheck
{
    private const int HeaderBytes = 32;
    private const int FrameHeaderBytes = 24;
    private const int SaltBytes = 8;
    private const int SaltAt = 16;
    private const int SaltAtInFrame = 8;
    private const int ChecksumAt = 24;
    private const int ChecksumAtInFrame = 16;
    private const uint LittleEndian = 0x377f_0682;

    /// <summary>True when frames of the log follow behind one that is not valid.</summary>
    /// <param name="path">Of the log; it need not exist.</param>
    public static bool IsDamaged(string path)
    {
        if (!RegularFile.Exists(path)) return false;
        using var file = File.OpenRead(path);
        if (file.Length == 0) return false;
        var header = new byte[HeaderBytes];
        if (file.ReadAtLeast(header, HeaderBytes, throwOnEndOfStream: false) < HeaderBytes) return true;
        var sum = new FrameSum(BinaryPrimitives.ReadUInt32BigEndian(header) == LittleEndian);
        sum.Add(header.AsSpan(0, ChecksumAt));
        return !sum.Is(header.AsSpan(ChecksumAt)) || HasFrameBehindTheEnd(file, header.AsSpan(SaltAt, SaltBytes), sum);
    }

    private static bool HasFrameBehindTheEnd(FileStream file, ReadOnlySpan<byte> salt, FrameSum sum)
    {
        var frame = new byte[FrameHeaderBytes + SqliteSchema.PageBytes];
        var isEnded = false;
        while (file.ReadAtLeast(frame, frame.Length, throwOnEndOfStream: false) == frame.Length)
        {
            var isOfLog = frame.AsSpan(SaltAtInFrame, SaltBytes).SequenceEqual(salt);
            if (isEnded)
            {
                if (isOfLog) return true;
                continue;
            }

            sum.Add(frame.AsSpan(0, SaltAtInFrame));
            sum.Add(frame.AsSpan(FrameHeaderBytes));
            if (isOfLog && sum.Is(frame.AsSpan(ChecksumAtInFrame))) continue;
            if (isOfLog) return true;
            isEnded = true;
        }

        return false;
    }

    // sqlite.org/fileformat2.html, section 4.2.
    private sealed class FrameSum(bool isLittleEndian)
    {
        private uint first;
        private uint second;

        public void Add(ReadOnlySpan<byte> bytes)
        {
            for (; bytes.Length >= 8; bytes = bytes[8..])
            {
                first += Read(bytes) + second;
                second += Read(bytes[4..]) + first;
            }
        }

        public bool Is(ReadOnlySpan<byte> stored) =>
            BinaryPrimitives.ReadUInt32BigEndian(stored) == first && BinaryPrimitives.ReadUInt32BigEndian(stored[4..]) == second;

        private uint Read(ReadOnlySpan<byte> bytes) =>
            isLittleEndian ? BinaryPrimitives.ReadUInt32LittleEndian(bytes) : BinaryPrimitives.ReadUInt32BigEndian(bytes);
    }
}
