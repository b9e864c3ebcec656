namespace FeedApi.Benchmarks.Builds;

/// <summary>One row of the table.</summary>
/// <param name="Name">By which it is chosen.</param>
/// <param name="Title">What it is, with its unit.</param>
/// <param name="Targets">
/// What it is to reach; of several of one kind, that of the largest site counts that is not larger than the measured one.
/// </param>
internal sealed record ComparedFigure(string Name, string Title, params IReadOnlyList<Target> Targets)
{
    /// <summary>True when Hugo has this figure as well.</summary>
    public bool IsOfHugo { get; init; }

    /// <summary>The first part of its name, by which all that share it are chosen.</summary>
    public string Group => Name.Split('-')[0];

    /// <summary>The targets that count on a site of so many posts.</summary>
    public IEnumerable<Target> TargetsFor(int posts) =>
        from target in Targets
        where target.FromPosts <= posts
        group target by target.Kind into ofKind
        select ofKind.MaxBy(target => target.FromPosts)!;
}
