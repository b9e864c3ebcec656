using System.Diagnostics;
using Xunit;

namespace FeedApi.Tests.Hosting;

/// <summary>The privileges of root, which permissions do not stop.</summary>
internal static class Privileges
{
    /// <summary>What to install to run a program without them.</summary>
    public const string Missing = "Install util-linux (setpriv) to run the server without the privileges of root.";

    /// <summary>True when a program can be run without them.</summary>
    public static async Task<bool> CanDropAsync()
    {
        if (!OperatingSystem.IsLinux()) return false;
        try
        {
            using var attempt = Process.Start("setpriv", ["--bounding-set=-all", "--inh-caps=-all", "true"]);
            await attempt.WaitForExitAsync(TestContext.Current.CancellationToken);
            return attempt.ExitCode == 0;
        }
        catch (System.ComponentModel.Win32Exception)
        {
            return false;
        }
    }
}
