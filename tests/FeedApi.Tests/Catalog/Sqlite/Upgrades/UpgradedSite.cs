using FeedApi.Catalog;
using FeedApi.Catalog.Sqlite;
using FeedApi.Catalog.Sqlite.Connections;
using FeedApi.Catalog.Sqlite.Upgrades;
using FeedApi.Model;
using FeedApi.Publishing;
using FeedApi.Rendering;
using FeedApi.Tests.Hosting;
using Xunit;

namespace FeedApi.Tests.Catalog.Sqlite.Upgrades;

/// <summary>A site whose server is replaced by one of other versions.</summary>
internal static class UpgradedSite
{
    private const int BeforeOutlines = 12;

    /// <summary>The versions of the program.</summary>
    public static readonly IndexVersions Former = SqliteSchema.VersionsWith(ArticleRenderer.RenderingVersion);

    /// <summary>Those of a program that stores posts differently, and can read what this one has stored.</summary>
    public static readonly IndexVersions Next = Former with { Schema = Former.Schema + 1, OldestReadable = Former.Schema };

    /// <summary>Those of one that cannot.</summary>
    public static readonly IndexVersions Strange = Next with { OldestReadable = Next.Schema };

    private static CancellationToken Token => TestContext.Current.CancellationToken;

    /// <summary>A server of some versions over a few posts, of which one has been deleted.</summary>
    public static async Task<TestSite> StartAsync(IndexVersions versions, PublishOptions? pace = null)
    {
        var site = new TestSite
        {
            Versions = versions,
            Pace = pace ?? new PublishOptions { DebounceTime = TimeSpan.FromMilliseconds(50) },
        };
        site.Content.With("_config.yml", "title: Tides\nurl: https://example.org\n")
            .With("_posts/2024-01-01-one.md", "---\ntitle: One\ncategory: News\ntags: [a, b]\nauthor: Ann\n---\nFirst *post*.\n")
            .With("_posts/2024-01-02-two.md", "---\ntitle: Two\ncategory: news\ntags: [b]\n---\nSecond post.\n")
            .With("_posts/2024-01-03-three.md", "---\ntitle: Three\ncategory: sea\n---\nThird post.\n")
            .With("_posts/2024-01-04-gone.md", "---\ntitle: Gone\n---\nx\n");
        await site.StartAsync();
        File.Delete(site.Content.Full("_posts/2024-01-04-gone.md"));
        await TestSite.UntilAsync(async () => (await site.IdsAsync()).Length == 3, "it is gone");
        await site.UntilRenderedAsync();
        return site;
    }

    /// <summary>The whole change log.</summary>
    public static async Task<IReadOnlyList<Change>> ChangesAsync(this TestSite site) =>
        await site.Part<IArticleReader>().ReadAsync(snapshot => snapshot.ListChangesAsync(0, 1_000, Token), Token);

    /// <summary>Waits until every post has been read by the version of the server.</summary>
    public static Task UntilCompleteAsync(this TestSite site) => TestSite.UntilAsync(
        async () => await FingerprintOfAsync(site) is { Length: > 0 }, "all posts are read");

    // Null also at the moment when the index is put in its place.
    private static async Task<string?> FingerprintOfAsync(TestSite site)
    {
        try
        {
            return await site.Part<SqliteArticleStore>().Sources.ReadFingerprintAsync(Token);
        }
        catch (ObjectDisposedException)
        {
            return null;
        }
    }

    /// <summary>Waits until no outline is left.</summary>
    public static Task UntilRenderedAsync(this TestSite site) => TestSite.UntilAsync(
        () => Task.FromResult(!site.Part<SqliteArticleStore>().Outlines.Any), "all articles are rendered");

    /// <summary>Starts a server of other versions, and waits until its own index is served.</summary>
    public static async Task UpgradeAsync(this TestSite site, IndexVersions versions)
    {
        site.Versions = versions;
        await site.StartAsync();
        if (versions.CanServe(Former.Schema)) await site.Log.UntilAsync(CatalogEvents.IndexReplaced);
        await site.UntilCompleteAsync();
    }

    /// <summary>
    /// Makes of the index what the last version without outlines would have left: without their column, under the name that had no version
    /// in it, and with the version of rendering in that of the file only.
    /// </summary>
    public static void TurnBackBeforeOutlines(this TestSite site)
    {
        using (var session = SqliteSession.Open(site.IndexPath, isReader: false))
        {
            session.RunScript("DROP INDEX articles_outlines; ALTER TABLE articles DROP COLUMN is_outline;");
            session.Run("UPDATE state SET fingerprint = substr(fingerprint, instr(fingerprint, ':') + 1)");
            session.RunScript($"PRAGMA user_version = {SqliteSchema.FileVersion(BeforeOutlines, Former.Rendering)};");
        }

        File.Move(site.IndexPath, Path.Combine(site.Data, IndexFiles.NameOf(BeforeOutlines)));
    }

    /// <summary>Makes of the index what the last version would have left that did not know when articles were first public.</summary>
    public static void TurnBackBeforeFirstPublic(this TestSite site)
    {
        const int version = 14;
        using (var session = SqliteSession.Open(site.IndexPath, isReader: false))
        {
            session.RunScript("DROP INDEX articles_first_public; ALTER TABLE articles DROP COLUMN first_public;");
            session.RunScript($"PRAGMA user_version = {SqliteSchema.FileVersion(version, Former.Rendering)};");
        }

        File.Move(site.IndexPath, Path.Combine(site.Data, IndexFiles.NameOf(version)));
    }
}
