using System.Runtime.CompilerServices;
using System.Runtime.InteropServices;
using System.Text;
using SQLitePCL;
using static FeedApi.Catalog.Sqlite.Pages.NativeVfs;

namespace FeedApi.Catalog.Sqlite.Pages;

/// <summary>
/// A file system for SQLite, above its default one, that gives each page of the database a checksum when it is written and verifies it when
/// it is read, so that no page is believed that is not as it was written. All other files are those of the default one.
/// </summary>
/// <remarks>What SQLite's own cksumvfs does; the library in use is compiled without it.</remarks>
internal static unsafe class ChecksumVfs
{
    /// <summary>Its name in a connection string.</summary>
    public const string Name = "feedapi";

    // SQLITE_CONFIG_MULTITHREAD and SQLITE_CONFIG_MEMSTATUS (sqlite.org/c3ref/c_config_covering_index_scan.html).
    private const int MultiThread = 2;
    private const int MemoryStatus = 9;

    private static readonly Vfs* Underlying;

    static ChecksumVfs()
    {
        Configure();
        Underlying = Find(null);
        // Registered for as long as the process lives, so it is never freed.
        var vfs = (Vfs*)NativeMemory.Alloc((nuint)sizeof(Vfs));
        *vfs = *Underlying;
        vfs->Next = null;
        vfs->Name = NameOf(Name);
        vfs->FileBytes = CheckedFile.HeaderBytes + Underlying->FileBytes;
        vfs->Open = &Open;
        IsRegistered = NativeVfs.Register(vfs, isDefault: 0) == Ok;
    }

    /// <summary>True once it can be used; reading this makes it so.</summary>
    public static bool IsRegistered { get; }

    /// <summary>Asks the file of a connection something.</summary>
    /// <param name="connection">SQLite's handle.</param>
    /// <param name="operation">What.</param>
    /// <param name="value">Where the answer is written.</param>
    /// <exception cref="InvalidOperationException">The file does not know what is asked.</exception>
    public static void Control(nint connection, int operation, void* value)
    {
        int result;
        fixed (byte* main = "main\0"u8) result = NativeVfs.Control(connection, main, operation, value);
        if (result != Ok) throw new InvalidOperationException($"SQLite does not answer the file control {operation}: {result}.");
    }

    // Each connection is used by one thread at a time, and nobody asks how much memory SQLite has: without locks for either, and without a
    // count of each allocation, an index takes a few hundredths less of a processor. Without effect once SQLite is in use (sqlite.org/
    // c3ref/config.html), which is right as well.
    private static void Configure()
    {
        Batteries_V2.Init();
        _ = raw.sqlite3_config(MultiThread);
        _ = raw.sqlite3_config(MemoryStatus, 0);
    }

    [UnmanagedCallersOnly(CallConvs = [typeof(CallConvCdecl)])]
    private static int Open(Vfs* vfs, byte* name, OpenFile* file, int flags, int* given)
    {
        if ((flags & (OpenMainDb | OpenWal)) == 0 || name is null) return Underlying->Open(Underlying, name, file, flags, given);
        file->Methods = null;
        var real = CheckedFile.RealOf(file);
        real->Methods = null;
        var result = Underlying->Open(Underlying, name, real, flags, given);
        if (real->Methods is null) return result;
        CheckedFile.Attach(file, name, isLog: (flags & OpenWal) != 0);
        return result;
    }

    private static byte* NameOf(string text)
    {
        var bytes = (byte*)NativeMemory.AllocZeroed((nuint)text.Length + 1);
        Encoding.ASCII.GetBytes(text, new Span<byte>(bytes, text.Length));
        return bytes;
    }
}
