using System.Text.RegularExpressions;
using Markdig.Extensions.AutoLinks;

namespace FeedApi.Rendering.Markdown.Goldmark;

/// <summary>Links bare addresses as goldmark does: of ASCII characters only, and only behind white space or a sign of emphasis.</summary>
/// <remarks>goldmark 1.5.4, extension/linkify.go; an address that begins with <c>www.</c> gets Hugo's <c>linkifyProtocol</c>.</remarks>
internal sealed partial class LinkifyParser() : BareAddressParser(new AutoLinkOptions { UseHttpsForWWWLinks = true })
{
    /// <inheritdoc/>
    protected override bool CanFollow(char before) => FollowsSpaceOrSign(before);

    /// <inheritdoc/>
    protected override int LengthOf(ReadOnlySpan<char> text)
    {
        if (text is not ['h' or 'f' or 'w', ..]) return 0;
        foreach (var match in Address().EnumerateMatches(text)) return match.Length;
        return 0;
    }

    [GeneratedRegex(
        @"\A(?:(?:https?|ftp)://|www\.)[-a-zA-Z0-9@:%._+~#=]{1,256}\.[a-z]+(?::\d+)?(?:[/#?][-a-zA-Z0-9@:%_+.~#$!?&/=();,'"">^{}\[\]`]*)?",
        RegexOptions.CultureInvariant)]
    private static partial Regex Address();
}
