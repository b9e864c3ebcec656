namespace FeedApi.Reliability.Syncs;

/// <summary>Every state that each article was ever to be shown in, noted before the files say so. Thread-safe.</summary>
internal sealed class PostHistory
{
    private readonly Dictionary<string, List<(long Stamp, bool IsShown)>> states = new(StringComparer.Ordinal);
    private readonly Lock gate = new();

    /// <summary>Notes a state.</summary>
    /// <param name="id">The article.</param>
    /// <param name="stamp">Of the state; greater than that of the states of the article before it.</param>
    /// <param name="isShown">False: deleted or hidden.</param>
    public void Note(string id, long stamp, bool isShown)
    {
        lock (gate)
        {
            if (!states.TryGetValue(id, out var known)) states[id] = known = [];
            known.Add((stamp, isShown));
        }
    }

    /// <summary>True when the article was to be shown so at some time.</summary>
    public bool WasShown(string id, long stamp)
    {
        lock (gate) return states.TryGetValue(id, out var known) && known.Contains((stamp, true));
    }

    /// <summary>The greatest stamp of all.</summary>
    public long Latest
    {
        get
        {
            lock (gate) return states.Values.Max(known => known[^1].Stamp);
        }
    }

    /// <summary>True when the article was to be shown in a state with this stamp or a lower one.</summary>
    public bool WasShownUntil(string id, long stamp)
    {
        lock (gate) return states.TryGetValue(id, out var known) && known.Exists(state => state.IsShown && state.Stamp <= stamp);
    }

    /// <summary>The first state after another one in which the article is not shown; null when it is shown ever since.</summary>
    public long? FirstGoneAfter(string id, long stamp)
    {
        lock (gate)
        {
            if (!states.TryGetValue(id, out var known)) return null;
            foreach (var state in known)
            {
                if (state.Stamp > stamp && !state.IsShown) return state.Stamp;
            }

            return null;
        }
    }
}
