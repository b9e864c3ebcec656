namespace FeedApi.Commands.Localization;

/// <summary>A number with what it counts.</summary>
internal static class Quantity
{
    /// <summary>The number and its noun: <c>1 post</c>, <c>2 posts</c>; their keys are <c>{0} post</c> and <c>{0} posts</c>.</summary>
    /// <param name="number">The number.</param>
    /// <param name="one">The noun after 1.</param>
    /// <param name="many">The noun after any other number.</param>
    public static string Of(int number, string one, string many)
    {
        var text = new LocalizedTemplate(one.Length + many.Length, formattedCount: 1);
        text.AppendFormatted(number);
        text.AppendLiteral(" " + (number == 1 ? one : many));
        return Localized.Text(text);
    }
}
