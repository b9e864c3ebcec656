using System.Net.Mail;
using FeedApi.Model;

namespace FeedApi.Site.Settings;

/// <summary>Reads <c>feedapi.podcast</c> of <c>_config.yml</c>.</summary>
internal static class PodcastSettingsReader
{
    // The values that the podcast namespace defines.
    private static readonly string[] Media = ["podcast", "music", "video", "film", "audiobook", "newsletter", "blog", "course"];

    /// <summary>The settings; defaults when the section is missing.</summary>
    /// <exception cref="SiteConfigException">A value is wrong.</exception>
    public static PodcastSettings Read(SiteYaml own)
    {
        if (own.Section("podcast") is not { } podcast) return new PodcastSettings();
        podcast.Allow(
            "guid", "explicit", "category", "image", "owner_name", "owner_email",
            "author", "type", "locked", "funding", "medium", "location");
        return new PodcastSettings
        {
            Guid = GuidOf(podcast),
            IsExplicit = podcast.Claim("explicit", unset: false),
            Categories = CategoriesOf(podcast),
            Image = podcast.Address("image"),
            OwnerName = podcast.Text("owner_name"),
            OwnerEmail = EmailOf(podcast),
            Author = podcast.Text("author"),
            Type = podcast.Choice("type", "episodic", "serial"),
            Funding = FundingOf(podcast),
            Medium = podcast.Choice("medium", Media),
            Location = podcast.Text("location"),
            IsLocked = podcast.Find("locked") is null ? null : podcast.Claim("locked", unset: false),
        };
    }

    private static string? GuidOf(SiteYaml podcast)
    {
        if (podcast.Text("guid") is not { } written) return null;
        return Guid.TryParseExact(written, "D", out var guid) ? guid.ToString("D")
            : throw podcast.Wrong("guid", "a UUID such as 9b024349-ccf0-5f69-a609-6b82873eab3c");
    }

    // Names of categories contain spaces, commas and ampersands, so a string is one category.
    private static IReadOnlyList<string> CategoriesOf(SiteYaml podcast)
    {
        if (podcast.Find("category") is not ConfigList list) return podcast.Text("category") is { } one ? [one] : [];
        return list.Items.All(item => item is ConfigScalar { IsUnset: false })
            ? [.. list.Items.Select(item => ((ConfigScalar)item).Text.Trim())]
            : throw podcast.Wrong("category", "a string or a list of strings");
    }

    // An address, or an object with url and text.
    private static PodcastFunding? FundingOf(SiteYaml podcast)
    {
        if (podcast.Find("funding") is not ConfigMap)
            return podcast.Address("funding") is { } address ? new PodcastFunding(address, "") : null;
        var funding = podcast.Section("funding")!;
        funding.Allow("url", "text");
        return funding.Address("url") is { } url ? new PodcastFunding(url, funding.Text("text") ?? "")
            : throw podcast.Wrong("funding", "an address, or {url: address, text: name of the link}");
    }

    private static string? EmailOf(SiteYaml podcast)
    {
        if (podcast.Text("owner_email") is not { } written) return null;
        var isAddress = MailAddress.TryCreate(written, out var address) && address.Address == written && written.All(char.IsAscii);
        return isAddress ? written : throw podcast.Wrong("owner_email", "an email address such as ann@example.org");
    }
}
