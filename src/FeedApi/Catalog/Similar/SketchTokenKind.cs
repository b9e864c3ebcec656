namespace FeedApi.Catalog.Similar;

/// <summary>Kinds of <see cref="SketchToken"/>.</summary>
internal enum SketchTokenKind : byte
{
    /// <summary>One ideograph.</summary>
    Ideograph,

    /// <summary>A word of a script that puts spaces between words.</summary>
    Word,

    /// <summary>A number that is part of a time of day: copies are published at different times.</summary>
    Time,

    /// <summary>A number of one or two digits, or a year.</summary>
    Number,

    /// <summary>A longer number: unrelated articles seldom share it.</summary>
    LongNumber,
}
