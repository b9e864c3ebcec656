using FeedApi.Model;
using FeedApi.Queries;

namespace FeedApi.Catalog.Changes;

/// <summary>A change as a selection of articles sees it.</summary>
/// <param name="Change">The change.</param>
/// <param name="Article">The article as it is now; null when it is deleted, or not in the selection: it may have been before.</param>
internal sealed record SelectedChange(Change Change, Article? Article);

/// <summary>Some changes of a selection, in the order of their sequence.</summary>
/// <param name="Changes">The changes.</param>
/// <param name="Next">Where to go on.</param>
/// <param name="IsComplete">True when there are no more for now.</param>
internal sealed record ChangePage(IReadOnlyList<SelectedChange> Changes, ChangePosition Next, bool IsComplete);
