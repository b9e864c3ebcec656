namespace FeedApi.Api.Operations;

/// <summary>Whether an article is withdrawn.</summary>
/// <param name="Id">The article's id.</param>
/// <param name="Withdrawn">True: it is withdrawn by its operator.</param>
/// <param name="Since">When it was withdrawn.</param>
/// <param name="Published">True while the article is still or again shown. Until a withdrawal has taken effect, the answer is 202.</param>
internal sealed record WithdrawalContract(string Id, bool Withdrawn, DateTimeOffset? Since, bool Published);
