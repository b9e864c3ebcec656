namespace FeedApi.Model.Text.Han;

/// <summary>A script in which Chinese is written.</summary>
/// <remarks>ISO 15924: <c>Hans</c> and <c>Hant</c>.</remarks>
internal enum HanScript
{
    /// <summary>That of mainland China and Singapore.</summary>
    Simplified,

    /// <summary>The older one, in the forms of OpenCC's own standard, which is neither that of Taiwan nor that of Hong Kong.</summary>
    Traditional,
}
