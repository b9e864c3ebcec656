using System.Buffers;

namespace FeedApi.Http.Connections;

/// <summary>
/// Percent-encodes the bytes of a request line that are not ASCII, so that an address that a client sent as raw UTF-8 is the one that it
/// means (RFC 3987, section 3.1). Bytes that are not UTF-8 are encoded too: no address of this server has them.
/// </summary>
/// <remarks>
/// Kestrel (<c>Http1Connection.OnStartLine</c>) refuses every byte above 0x7F with an empty 400, but curl, Go's <c>net/http</c> and
/// newsboat send the query of an address as the user typed it.
/// </remarks>
internal static class RequestLineEncoding
{
    private const byte CarriageReturn = (byte)'\r', LineFeed = (byte)'\n', FirstNonAscii = 0x80;
    private const int EncodedBytes = 3;

    private static readonly SearchValues<byte> AsciiInLine =
        SearchValues.Create([.. Enumerable.Range(0, FirstNonAscii).Select(value => (byte)value).Where(value => value != LineFeed)]);

    /// <summary>
    /// The length of the line, with its end, that begins the bytes of a request and has bytes to encode; 0 when there are none to encode,
    /// or when the line is not complete.
    /// </summary>
    /// <param name="request">The bytes of a request, from its beginning on.</param>
    public static long LineToEncode(in ReadOnlySequence<byte> request)
    {
        var first = request.FirstSpan;
        if (first.Length > 0 && first[0] is not (CarriageReturn or LineFeed))
        {
            // Nearly all requests: the line is in one piece and ASCII.
            var at = first.IndexOfAnyExcept(AsciiInLine);
            if (at >= 0 && first[at] == LineFeed) return 0;
            if (at < 0 && request.IsSingleSegment) return 0;
        }

        return Search(request);
    }

    /// <summary>The line with bytes above 0x7F percent-encoded.</summary>
    public static byte[] Encode(in ReadOnlySequence<byte> line)
    {
        var encoded = new ArrayBufferWriter<byte>(checked((int)line.Length * 2));
        foreach (var memory in line)
        {
            foreach (var value in memory.Span)
            {
                var room = encoded.GetSpan(EncodedBytes);
                if (value < FirstNonAscii)
                {
                    room[0] = value;
                    encoded.Advance(1);
                    continue;
                }

                room[0] = (byte)'%';
                value.TryFormat(room[1..], out _, "X2", System.Globalization.CultureInfo.InvariantCulture);
                encoded.Advance(EncodedBytes);
            }
        }

        return encoded.WrittenSpan.ToArray();
    }

    private static long Search(in ReadOnlySequence<byte> request)
    {
        var reader = new SequenceReader<byte>(request);
        // Kestrel skips empty lines before a request line (RFC 9112, section 2.2).
        reader.AdvancePastAny(CarriageReturn, LineFeed);
        var lineStart = reader.Consumed;
        // TLS on a listener without it, and other protocols, do not begin with a method.
        if (!reader.TryPeek(out var initial) || !char.IsAsciiLetter((char)initial) || !reader.TryAdvanceTo(LineFeed)) return 0;
        foreach (var memory in request.Slice(lineStart, reader.Consumed - lineStart))
        {
            if (memory.Span.ContainsAnyExceptInRange((byte)0, (byte)(FirstNonAscii - 1))) return reader.Consumed;
        }

        return 0;
    }
}
