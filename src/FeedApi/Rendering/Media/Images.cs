using FeedApi.Model;
using FeedApi.Site;
using FeedApi.Site.Addresses;
using FeedApi.Site.Files;

namespace FeedApi.Rendering.Media;

/// <summary>Finds the lead image of a post and completes it from its file, when that is in the content folder.</summary>
internal sealed class Images(SiteConfig site)
{
    /// <summary>The image in the front matter, else the first in the body; null when there is none, or the post wants none.</summary>
    /// <param name="post">The post.</param>
    /// <param name="reading">Its body.</param>
    /// <param name="addresses">Resolves its addresses.</param>
    /// <param name="isLenient">True: an image whose file cannot be read is not completed.</param>
    /// <exception cref="UnreadableException">The file of the image cannot be read.</exception>
    public PostImage? Of(Post post, BodyReading reading, AddressResolver addresses, bool isLenient)
    {
        if (post.HasNoImage) return null;
        if (Named(post, addresses) is { } named) return Complete(named, addresses.PathInContent(post.Image!.Url), isLenient);
        return reading.FirstImage is { } first ? Complete(first, addresses.PathInContent(first.Url), isLenient) : null;
    }

    private static PostImage? Named(Post post, AddressResolver addresses) =>
        post.Image is { } image && addresses.ResolveFromRoot(image.Url) is { } url && url.StartsWith("http", StringComparison.Ordinal)
            ? image with { Url = url }
            : null;

    private PostImage Complete(PostImage image, string? path, bool isLenient)
    {
        if (path is null || RegularFile.RealPathOf(site.ContentFolder) is not { } root) return image;
        var fullPath = Path.Combine(root, path);
        try
        {
            using var file = RegularFile.Open(fullPath, out var state, out var realPath);
            // A link may lead out of the folder, and files outside must not be disclosed.
            if (state.Kind != FileKind.Regular || !PostPath.IsInside(root, realPath)) return image;
            var stated = image with { LengthBytes = state.SizeBytes };
            // One side as stated and the other from the file would give a wrong aspect ratio.
            if (image is { Width: not null, Height: not null } || ImageSize.Read(file) is not { } size) return stated;
            return stated with { Width = size.Width, Height = size.Height };
        }
        catch (Exception failure) when (failure is FileNotFoundException or NotSupportedException
            || (failure is IOException or UnauthorizedAccessException && (isLenient || FileError.IsImpossible(FileError.Of(failure)))))
        {
            return image;
        }
        catch (Exception failure) when (failure is not UnreadableException and (IOException or UnauthorizedAccessException))
        {
            throw new UnreadableException(fullPath, FileError.Of(failure));
        }
    }
}
