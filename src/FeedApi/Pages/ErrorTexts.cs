namespace FeedApi.Pages;

/// <summary>What a page says of an error, in one language.</summary>
/// <param name="Heading">What happened, in some words.</param>
/// <param name="Explanation">What the reader can do, in a sentence or two.</param>
public sealed record ErrorText(string Heading, string Explanation)
{
    /// <summary>The text for a status of HTTP.</summary>
    /// <param name="status">400, 404, 405, 410, 429, 500 or 503; others are told like 500.</param>
    /// <param name="isChinese">True for Chinese, false for English.</param>
    public static ErrorText For(int status, bool isChinese) => isChinese ? InChinese(status) : InEnglish(status);

    /// <summary>The link to the home page.</summary>
    public static string WayBack(bool isChinese) => isChinese ? "返回首页" : "To the home page";

    private static ErrorText InEnglish(int status) => status switch
    {
        400 => new("This address is not right", "The server does not understand this address. It may have been copied in part."),
        404 => new("Page not found", "There is nothing at this address. It may be misspelt, or the page may have moved."),
        405 => new("This cannot be done here", "This address can only be read."),
        410 => new("This article has been deleted", "It was published at this address and is no longer available."),
        429 => new("Too many requests", "Many requests came from your network in a short time. Please wait a moment and try again."),
        503 => new("Not available for a moment", "The server is busy or starting. Please try again in a few seconds."),
        _ => new("Something went wrong", "The server could not show this page. The fault has been recorded; please try again later."),
    };

    private static ErrorText InChinese(int status) => status switch
    {
        400 => new("地址有误", "服务器无法识别这个地址，可能没有复制完整。"),
        404 => new("页面不存在", "这个地址没有内容，可能输入有误，也可能页面已经移动。"),
        405 => new("此处不支持该操作", "这个地址只能读取。"),
        410 => new("文章已删除", "文章曾在这个地址发布，现已不再提供。"),
        429 => new("请求过于频繁", "您所在的网络在短时间内发出了太多请求，请稍候再试。"),
        503 => new("暂时无法访问", "服务器正忙或正在启动，请过几秒再试。"),
        _ => new("出错了", "服务器无法显示这个页面。错误已被记录，请稍后再试。"),
    };
}
