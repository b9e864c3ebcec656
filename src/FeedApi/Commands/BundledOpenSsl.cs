using System.Runtime.InteropServices;

namespace FeedApi.Commands;

/// <summary>
/// OpenSSL for machines that have none: .NET 10 computes hashes with it and ends the process without. The program in one file brings a
/// copy, which .NET finds when it is loaded already. That of the machine comes first, since it gets the machine's updates.
/// </summary>
internal static class BundledOpenSsl
{
    // Those that .NET 10 looks for.
    private static readonly string[] OfMachine = ["libssl.so.3", "libssl.so.1.1", "libssl.so.1.0.2", "libssl.so.1.0.0", "libssl.so.10"];

    // The second needs the first.
    private static readonly string[] Copy = ["libcrypto.so.3", "libssl.so.3"];

    /// <summary>Loads the copy if there is one and the machine has none.</summary>
    public static void LoadUnlessInstalled()
    {
        if (!OperatingSystem.IsLinux() || FolderOfCopy() is not { } folder) return;
        if (OfMachine.Any(name => NativeLibrary.TryLoad(name, out _))) return;
        foreach (var name in Copy) NativeLibrary.TryLoad(Path.Combine(folder, name), out _);
    }

    // Where the libraries of a program in one file are unpacked.
    private static string? FolderOfCopy() => (AppContext.GetData("NATIVE_DLL_SEARCH_DIRECTORIES") as string)?
        .Split(Path.PathSeparator, StringSplitOptions.RemoveEmptyEntries)
        .FirstOrDefault(folder => File.Exists(Path.Combine(folder, Copy[0])));
}
