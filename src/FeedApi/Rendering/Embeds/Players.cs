using FeedApi.Rendering.Html;

namespace FeedApi.Rendering.Embeds;

/// <summary>A known player.</summary>
/// <param name="WatchUrl">The page where people watch or listen.</param>
/// <param name="FrameUrl">The player, at a host of <see cref="HtmlVocabulary.PlayerHosts"/>; null when it cannot be embedded.</param>
internal sealed record Player(string WatchUrl, string? FrameUrl);

/// <summary>The known players, in all forms that their addresses have in posts.</summary>
internal static class Players
{
    /// <summary>The player at an address; null when none is known there.</summary>
    /// <param name="address">Absolute.</param>
    public static Player? Of(string address)
    {
        if (!Uri.TryCreate(address, UriKind.Absolute, out var uri) || uri.Scheme is not ("http" or "https")) return null;
        var parts = new PlayerAddress(uri);
        return Known(parts) ?? (HtmlVocabulary.PlayerHosts.Contains(uri.IdnHost) && uri is { Scheme: "https", IsDefaultPort: true }
            ? new Player(address, address)
            : null);
    }

    private static Player? Known(in PlayerAddress address) => address.Host switch
    {
        "youtube.com" or "m.youtube.com" or "music.youtube.com" or "youtube-nocookie.com" or "youtu.be" => YouTube(address),
        "player.bilibili.com" or "bilibili.com" or "m.bilibili.com" => Bilibili(address),
        "v.qq.com" or "m.v.qq.com" or "static.video.qq.com" or "imgcache.qq.com" => Tencent(address),
        "player.youku.com" or "v.youku.com" or "m.youku.com" => Youku(address),
        "vimeo.com" or "player.vimeo.com" => Vimeo(address),
        "open.spotify.com" => Spotify(address),
        "podcasts.apple.com" or "embed.podcasts.apple.com" => ApplePodcasts(address),
        "w.soundcloud.com" => SoundCloud(address),
        "music.163.com" => NetEase(address),
        "xiaoyuzhoufm.com" => Xiaoyuzhou(address),
        "dailymotion.com" or "geo.dailymotion.com" => Dailymotion(address),
        "ixigua.com" => address is { Path: ["iframe", ..] } && address.IdAt(1) is { } id ? new($"https://www.ixigua.com/{id}", null) : null,
        _ => null,
    };

    private static Player? YouTube(in PlayerAddress address)
    {
        var list = address.Id("list");
        var id = address switch
        {
            { Host: "youtu.be" } => address.IdAt(0),
            { Path: ["embed" or "v" or "e" or "shorts" or "live", not ("videoseries" or "live_stream"), ..] } => address.IdAt(1),
            _ => address.Id("v"),
        };
        var start = Seconds(address.Find("start") ?? address.Find("t"));
        if (id is not null)
        {
            return new Player(
                $"https://www.youtube.com/watch?v={id}{(start is null ? "" : $"&t={start}s")}",
                $"https://www.youtube-nocookie.com/embed/{id}{(start is null ? "" : $"?start={start}")}");
        }

        if (list is not null)
        {
            return new Player(
                $"https://www.youtube.com/playlist?list={list}", $"https://www.youtube-nocookie.com/embed/videoseries?list={list}");
        }

        return address.Id("channel") is { } channel
            ? new Player(
                $"https://www.youtube.com/channel/{channel}/live", $"https://www.youtube-nocookie.com/embed/live_stream?channel={channel}")
            : null;
    }

    // As "75", "75s" or "1m15s".
    private static string? Seconds(string? written)
    {
        if (written is null) return null;
        var (total, number, digits) = (0L, 0L, 0);
        foreach (var c in written)
        {
            if (char.IsAsciiDigit(c) && ++digits < 8) number = (number * 10) + (c - '0');
            else if (c is 'h' or 'm' or 's') (total, number, digits) = (total + (number * (c == 'h' ? 3600 : c == 'm' ? 60 : 1)), 0, 0);
            else return null;
        }

        return total + number is > 0 and var seconds ? FormattableString.Invariant($"{seconds}") : null;
    }

    private static Player? Bilibili(in PlayerAddress address)
    {
        var video = address.Path is ["video", ..] ? address.IdAt(1) : null;
        var bv = address.Id("bvid") ?? (video?.StartsWith("BV", StringComparison.OrdinalIgnoreCase) ?? false ? video : null);
        var number = address.Id("aid", "av") ?? (video?.StartsWith("av", StringComparison.OrdinalIgnoreCase) ?? false ? video[2..] : null);
        if (bv is null && number is null) return null;
        var part = address.Id("page", "p") is { } page and not "1" ? page : null;
        return new Player(
            $"https://www.bilibili.com/video/{bv ?? "av" + number}/{(part is null ? "" : $"?p={part}")}",
            $"https://player.bilibili.com/player.html?{(bv is null ? "aid=" + number : "bvid=" + bv)}"
                + $"{(part is null ? "" : $"&page={part}")}&autoplay=0");
    }

    private static Player? Tencent(in PlayerAddress address)
    {
        var id = address.Id("vid") ?? address switch
        {
            { Path: ["x", "page", ..] } => address.IdAt(2),
            { Path: ["x", "cover", _, ..] } => address.IdAt(3),
            _ => null,
        };
        return id is null ? null : new Player($"https://v.qq.com/x/page/{id}.html", $"https://v.qq.com/txp/iframe/player.html?vid={id}");
    }

    private static Player? Youku(in PlayerAddress address)
    {
        var id = address switch
        {
            { Path: ["embed", ..] } => address.IdAt(1),
            { Path: ["player.php", "sid", ..] } => address.IdAt(2),
            { Path: ["v_show", ..] } when address.IdAt(1) is { } page && page.StartsWith("id_", StringComparison.Ordinal) => page[3..],
            _ => address.Id("vid"),
        };
        return id is null ? null : new Player($"https://v.youku.com/v_show/id_{id}.html", $"https://player.youku.com/embed/{id}");
    }

    private static Player? Vimeo(in PlayerAddress address)
    {
        var at = address.Host == "vimeo.com" ? 0 : 1;
        if (address.IdAt(at) is not { } id || !id.All(char.IsAsciiDigit)) return null;
        var secret = address.Id("h") ?? (at == 0 ? address.IdAt(1) : null);
        return new Player(
            $"https://vimeo.com/{id}{(secret is null ? "" : "/" + secret)}",
            $"https://player.vimeo.com/video/{id}{(secret is null ? "" : "?h=" + secret)}");
    }

    private static Player? Spotify(in PlayerAddress address)
    {
        var from = address.Path is ["embed" or "embed-podcast", ..] ? 1 : 0;
        return address.IdAt(from) is { } kind && address.IdAt(from + 1) is { } id
            ? new Player($"https://open.spotify.com/{kind}/{id}", $"https://open.spotify.com/embed/{kind}/{id}")
            : null;
    }

    private static Player? ApplePodcasts(in PlayerAddress address)
    {
        if (address.Path.Length == 0) return null;
        var rest = string.Join('/', address.Path) + (address.Id("i") is { } episode ? "?i=" + episode : "");
        return new Player($"https://podcasts.apple.com/{rest}", $"https://embed.podcasts.apple.com/{rest}");
    }

    private static Player? SoundCloud(in PlayerAddress address)
    {
        if (!Uri.TryCreate(address.Find("url"), UriKind.Absolute, out var uri) || uri.Scheme != "https") return null;
        var frame = "https://w.soundcloud.com/player/?url=" + Uri.EscapeDataString(uri.AbsoluteUri);
        return new Player(uri.Host == "api.soundcloud.com" ? frame : uri.AbsoluteUri, frame);
    }

    private static Player? NetEase(in PlayerAddress address)
    {
        var type = address.Id("type");
        var kind = type switch
        {
            "0" => "playlist",
            "1" => "album",
            "2" => "song",
            "3" => "program",
            "4" => "djradio",
            _ => null,
        };
        return kind is not null && address.Id("id") is { } id
            ? new Player($"https://music.163.com/#/{kind}?id={id}", $"https://music.163.com/outchain/player?type={type}&id={id}&auto=0")
            : null;
    }

    private static Player? Xiaoyuzhou(in PlayerAddress address)
    {
        var from = address.Path is ["embed", ..] ? 1 : 0;
        return address.IdAt(from) is "episode" or "podcast" && address.IdAt(from + 1) is { } id
            ? new Player(
                $"https://www.xiaoyuzhoufm.com/{address.IdAt(from)}/{id}",
                $"https://www.xiaoyuzhoufm.com/{(from == 1 ? "embed/" : "")}{address.IdAt(from)}/{id}")
            : null;
    }

    private static Player? Dailymotion(in PlayerAddress address) =>
        (address.Id("video") ?? (address.Path is ["embed", "video", ..] ? address.IdAt(2) : null)) is { } id
            ? new Player($"https://www.dailymotion.com/video/{id}", null)
            : null;
}
