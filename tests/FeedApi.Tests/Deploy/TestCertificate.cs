using FeedApi.Tests.Content;
using FeedApi.Tests.Feeds.Validators;
using Xunit;

namespace FeedApi.Tests.Deploy;

/// <summary>A certificate for tides.example that nobody has signed.</summary>
internal static class TestCertificate
{
    /// <summary>Makes <c>crt.pem</c>, <c>key.pem</c>, and <c>both.pem</c> with both, in a folder.</summary>
    public static async Task MakeAsync(ContentFolder folder)
    {
        string[] arguments =
        [
            "req", "-x509", "-newkey", "rsa:2048", "-nodes", "-days", "2", "-subj", "/CN=tides.example",
            "-keyout", folder.Full("key.pem"), "-out", folder.Full("crt.pem"),
        ];
        var (code, _, errors) = await ExternalTool.RunAsync("openssl", arguments, "Install openssl to run this test.");
        Assert.True(code == 0, errors);
        File.WriteAllText(folder.Full("both.pem"), File.ReadAllText(folder.Full("crt.pem")) + File.ReadAllText(folder.Full("key.pem")));
    }
}
