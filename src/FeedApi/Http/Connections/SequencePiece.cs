using System.Buffers;

namespace FeedApi.Http.Connections;

/// <summary>A piece of a sequence of bytes that is made of several buffers without copying them.</summary>
internal sealed class SequencePiece : ReadOnlySequenceSegment<byte>
{
    private SequencePiece(ReadOnlyMemory<byte> memory, long runningIndex) => (Memory, RunningIndex) = (memory, runningIndex);

    /// <summary>The bytes of <paramref name="first"/>, followed by those of <paramref name="rest"/>.</summary>
    public static ReadOnlySequence<byte> Join(ReadOnlyMemory<byte> first, in ReadOnlySequence<byte> rest)
    {
        var start = new SequencePiece(first, 0);
        var end = start;
        foreach (var memory in rest)
        {
            if (memory.IsEmpty) continue;
            var piece = new SequencePiece(memory, end.RunningIndex + end.Memory.Length);
            end.Next = piece;
            end = piece;
        }

        return new ReadOnlySequence<byte>(start, 0, end, end.Memory.Length);
    }
}
