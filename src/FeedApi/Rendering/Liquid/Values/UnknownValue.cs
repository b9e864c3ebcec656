using Fluid.Values;

namespace FeedApi.Rendering.Liquid.Values;

/// <summary>A value that Jekyll would have and a rendering of one post has not, or a data file that cannot be read: nil, and whoever asks for it hears why.</summary>
internal sealed class UnknownValue(string reason) : BaseNilValue
{
    /// <summary>Why there is nothing, in one sentence.</summary>
    public string Reason { get; } = reason;
}
