namespace FeedApi.Benchmarks.Builds;

/// <summary>One row of the table.</summary>
/// <param name="Name">By which it is chosen.</param>
/// <param name="Title">What it is, with its unit.</param>
/// <param name="Targets">What it is to reach; of several of one kind that of the largest site not larger than the measured one counts.</param>
internal sealed record ComparedFigure(string Name, string Title, params IReadOnlyList<Target> Targets)
{
    /// <summary>True when Hugo has this figure as well.</summary>
    public bool IsOfHugo { get; init; }

    /// <summary>The targets that count on a site of so many posts.</summary>
    public IEnumerable<Target> TargetsFor(int posts) =>
        Targets.Where(target => target.FromPosts <= posts).GroupBy(target => target.Kind).Select(kind => kind.MaxBy(each => each.FromPosts)!);
}
