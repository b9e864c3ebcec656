using System.Text.Json.Nodes;

namespace FeedApi.Reliability.Syncs;

/// <summary>The articles that a client keeps, by the rules of <c>docs/sync.md</c>. Thread-safe.</summary>
internal sealed class ArticleCopy
{
    private readonly Dictionary<string, (int Walk, JsonNode Article)> articles = new(StringComparer.Ordinal);
    private readonly Lock gate = new();
    private int walk = 1;

    /// <summary>Where the client goes on; null when it walks from the beginning.</summary>
    public string? Token { get; private set; }

    /// <summary>How often it had to begin again.</summary>
    public int NewWalks => walk - 1;

    /// <summary>The articles as JSON, by id.</summary>
    public IReadOnlyDictionary<string, string> Articles
    {
        get
        {
            lock (gate)
            {
                return articles.ToDictionary(each => each.Key, each => each.Value.Article.ToJsonString(), StringComparer.Ordinal);
            }
        }
    }

    /// <summary>The article of an id; null when the copy has none.</summary>
    public JsonNode? Find(string id)
    {
        lock (gate) return articles.TryGetValue(id, out var found) ? found.Article : null;
    }

    /// <summary>Forgets the token: all articles are to be read again, and what is not seen then is gone.</summary>
    public void BeginWalk()
    {
        lock (gate)
        {
            walk++;
            Token = null;
        }
    }

    /// <summary>Takes a page of changes.</summary>
    /// <returns>True when it is the last one for now.</returns>
    public bool Take(JsonNode answer)
    {
        lock (gate)
        {
            foreach (var change in answer["data"]!.AsArray()) Apply(change!);
            var page = answer["page"]!;
            Token = (string)page["token"]!;
            if (page["next"] is not null) return false;
            foreach (var id in articles.Where(each => each.Value.Walk < walk).Select(each => each.Key).ToList()) articles.Remove(id);
            return true;
        }
    }

    /// <summary>Takes an event.</summary>
    /// <param name="change">Its data; null when it tells of no change.</param>
    /// <param name="token">Its id.</param>
    public void Take(JsonNode? change, string token)
    {
        lock (gate)
        {
            if (change is not null) Apply(change);
            Token = token;
        }
    }

    private void Apply(JsonNode change)
    {
        var id = (string)change["id"]!;
        if ((string)change["type"]! == "delete") articles.Remove(id);
        else articles[id] = (walk, change["article"]!);
    }
}
