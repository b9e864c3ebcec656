using System.Buffers;
using System.Security.Cryptography;
using System.Text;
using FeedApi.Model;
using FeedApi.Site;
using FeedApi.Site.Files;
using Microsoft.Win32.SafeHandles;

namespace FeedApi.Content.Posts;

/// <summary>
/// Reads one file into a <see cref="Post"/>. Thread-safe; a bad file does not throw but is reported as problems. Called by
/// the publishing pipeline.
/// </summary>
internal sealed class PostReader(SiteConfig site)
{
    /// <summary>Maximum size of a post, in bytes.</summary>
    public const int PostBytes = 1024 * 1024;

    private readonly PostParser parser = new(site);
    private readonly Encoding? encoding = site.Encoding is { } name ? TextDecoder.EncodingOf(name) : null;

    /// <summary>Reads and parses a file.</summary>
    /// <param name="file">The file as listed; the stamp of the result is its state when it was opened.</param>
    /// <param name="cancellationToken">Stops before the file is opened.</param>
    public PostReading Read(PostFile file, CancellationToken cancellationToken)
    {
        cancellationToken.ThrowIfCancellationRequested();
        var problems = new ProblemLog(file.Path);
        var stamp = new SourceStamp(file, "");
        Post? post = null;
        UnreadableException? fault = null;
        try
        {
            post = Read(file, problems, ref stamp);
        }
        catch (FileNotFoundException)
        {
            problems.Hold(ProblemCodes.Unreadable, null, null, "The file was deleted meanwhile.");
            return new PostReading(stamp, null, problems.InOrder(), IsChanging: true);
        }
        catch (Exception failure) when (failure is IOException or UnauthorizedAccessException)
        {
            fault = failure as UnreadableException
                ?? new UnreadableException(Path.Combine(site.ContentFolder, file.Path), FileError.Of(failure));
            // Without a hash it is read again by every scan.
            stamp = new SourceStamp(file, "");
            problems.Hold(ProblemCodes.Unreadable, null, null, $"{fault.MessageIn(site.ContentFolder)}.");
        }
        catch (Exception failure)
        {
            // Anything else is a bug, ours or a library's; it must affect no other post.
            problems.Hold(ProblemCodes.Unexpected, null, null, $"Reading failed with {failure.GetType().Name}: {failure.Message}");
        }

        return new PostReading(stamp, post, problems.InOrder(), stamp.File != file || IsChanging(file)) { Fault = fault };
    }

    private bool IsChanging(PostFile file)
    {
        var state = RegularFile.Look(Path.Combine(site.ContentFolder, file.Path), followsLinks: true);
        return state.Kind == FileKind.Missing
            || (state.Kind == FileKind.Regular && (state.SizeBytes != file.SizeBytes || state.ModifiedTicks != file.ModifiedTicks));
    }

    private Post? Read(PostFile file, ProblemLog problems, ref SourceStamp stamp)
    {
        using var handle = RegularFile.Open(Path.Combine(site.ContentFolder, file.Path), out var state, out var realPath);
        if (state.Kind != FileKind.Regular || !PostPath.IsInside(RegularFile.RealPathOf(site.ContentFolder), realPath))
        {
            problems.Hold(ProblemCodes.NotRegular, null, null, "This is not a regular file inside the content folder.");
            return null;
        }

        var buffer = ArrayPool<byte>.Shared.Rent((int)Math.Min(state.SizeBytes, PostBytes) + 1);
        try
        {
            var bytes = Fill(handle, buffer.AsSpan(0, Math.Min(buffer.Length, PostBytes + 1)));
            stamp = new SourceStamp(file with { SizeBytes = state.SizeBytes, ModifiedTicks = state.ModifiedTicks }, HashOf(bytes));
            if (bytes.Length == Math.Min(state.SizeBytes, PostBytes + 1)) return Parse(stamp.File, bytes, problems);
            // It changed while it was being read, so that it has another size now.
            stamp = stamp with { File = stamp.File with { SizeBytes = bytes.Length } };
            return null;
        }
        finally
        {
            ArrayPool<byte>.Shared.Return(buffer);
        }
    }

    private Post? Parse(PostFile file, ReadOnlySpan<byte> bytes, ProblemLog problems)
    {
        if (bytes.Length > PostBytes)
        {
            problems.Hold(ProblemCodes.PostTooLarge, null, null, $"The file is larger than {PostBytes} bytes.");
            return null;
        }

        return TextOf(bytes, problems) is { } text ? parser.Parse(file, text, problems) : null;
    }

    // Null when the bytes are not text, with the reason in the log.
    private string? TextOf(ReadOnlySpan<byte> bytes, ProblemLog problems)
    {
        if (encoding is not null)
        {
            var chosen = TextDecoder.Decode(bytes, encoding);
            if (chosen is null)
            {
                problems.Hold(
                    ProblemCodes.Encoding, null, null, $"The bytes are not in the encoding {site.Encoding} that _config.yml names.");
            }

            return chosen;
        }

        var text = TextDecoder.Decode(bytes, out var source, out var firstLine);
        if (source == DecodedFrom.Nothing)
        {
            problems.Hold(
                ProblemCodes.Encoding, firstLine, null, "The bytes are neither UTF-8, UTF-16 with a byte order mark, nor GB18030.");
            return null;
        }

        if (source == DecodedFrom.Gb18030)
            problems.Warn(ProblemCodes.Encoding, firstLine, null, "The file is not UTF-8.", "It was converted from GB18030.");
        return text;
    }

    private static Span<byte> Fill(SafeFileHandle handle, Span<byte> buffer)
    {
        var length = 0;
        while (length < buffer.Length && RandomAccess.Read(handle, buffer[length..], length) is > 0 and var read) length += read;
        return buffer[..length];
    }

    private static string HashOf(ReadOnlySpan<byte> bytes)
    {
        Span<byte> hash = stackalloc byte[SHA256.HashSizeInBytes];
        SHA256.HashData(bytes, hash);
        return Convert.ToHexStringLower(hash);
    }
}
