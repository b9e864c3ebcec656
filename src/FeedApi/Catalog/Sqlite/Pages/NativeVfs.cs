using System.Runtime.InteropServices;

namespace FeedApi.Catalog.Sqlite.Pages;

/// <summary>SQLite's interface to a file system, as far as it is wrapped here.</summary>
/// <remarks>sqlite.org/c3ref/vfs.html, sqlite.org/c3ref/io_methods.html.</remarks>
internal static unsafe class NativeVfs
{
    /// <summary>The result of a call that succeeded.</summary>
    public const int Ok = 0;

    /// <summary>A fault of the disk or of this code.</summary>
    public const int IoError = 10;

    /// <summary>Less was read than asked for; the rest is zeros.</summary>
    public const int ShortRead = IoError | (2 << 8);

    /// <summary>The file is damaged: what SQLite itself answers, and what callers know already.</summary>
    public const int Corrupt = 11;

    /// <summary>A flag of an open: the database.</summary>
    public const int OpenMainDb = 0x0000_0100;

    /// <summary>A flag of an open: the write-ahead log.</summary>
    public const int OpenWal = 0x0008_0000;

    /// <summary>A device whose parts of pages may be read: that would be around the checksum, so it is denied.</summary>
    public const int SubpageRead = 0x0000_8000;

    /// <summary>A flag of a lock in the shared memory: it is taken.</summary>
    public const int ShmLocks = 2;

    /// <summary>A flag of a lock in the shared memory: others may have it too.</summary>
    public const int ShmShared = 4;

    /// <summary>The file control that tells the open file of a connection.</summary>
    public const int FilePointer = 7;

    /// <summary>The file control that reserves bytes at the end of each page.</summary>
    public const int ReserveBytes = 38;

    private const string Library = "e_sqlite3";

    /// <summary>A file system by its name; null: the default one.</summary>
    [DllImport(Library, CallingConvention = CallingConvention.Cdecl, EntryPoint = "sqlite3_vfs_find")]
    public static extern Vfs* Find(byte* name);

    /// <summary>Makes a file system known.</summary>
    [DllImport(Library, CallingConvention = CallingConvention.Cdecl, EntryPoint = "sqlite3_vfs_register")]
    public static extern int Register(Vfs* vfs, int isDefault);

    /// <summary>Asks a file of a connection something.</summary>
    [DllImport(Library, CallingConvention = CallingConvention.Cdecl, EntryPoint = "sqlite3_file_control")]
    public static extern int Control(nint connection, byte* schema, int operation, void* value);

    /// <summary><c>sqlite3_vfs</c>: everything but opening is that of the default file system.</summary>
    [StructLayout(LayoutKind.Sequential)]
    public struct Vfs
    {
        /// <summary>Version of the structure.</summary>
        public int Version;

        /// <summary>Bytes of an open file.</summary>
        public int FileBytes;

        /// <summary>Maximum length of a path.</summary>
        public int MaxPathname;

        /// <summary>The next one that is registered.</summary>
        public Vfs* Next;

        /// <summary>Its name.</summary>
        public byte* Name;

        /// <summary>What belongs to its author.</summary>
        public void* AppData;

        /// <summary>Opens a file.</summary>
        public delegate* unmanaged[Cdecl]<Vfs*, byte*, OpenFile*, int, int*, int> Open;

        /// <summary>The other functions, which are taken over as they are.</summary>
        public fixed ulong Others[15];
    }

    /// <summary><c>sqlite3_file</c>, followed by what belongs to the file system.</summary>
    [StructLayout(LayoutKind.Sequential)]
    public struct OpenFile
    {
        /// <summary>What can be done with it; null when it is not open.</summary>
        public Methods* Methods;
    }

    /// <summary><c>sqlite3_io_methods</c>.</summary>
    [StructLayout(LayoutKind.Sequential)]
    public struct Methods
    {
#pragma warning disable SA1600, CS1591
        public int Version;
        public delegate* unmanaged[Cdecl]<OpenFile*, int> Close;
        public delegate* unmanaged[Cdecl]<OpenFile*, void*, int, long, int> Read;
        public delegate* unmanaged[Cdecl]<OpenFile*, void*, int, long, int> Write;
        public delegate* unmanaged[Cdecl]<OpenFile*, long, int> Truncate;
        public delegate* unmanaged[Cdecl]<OpenFile*, int, int> Sync;
        public delegate* unmanaged[Cdecl]<OpenFile*, long*, int> FileSize;
        public delegate* unmanaged[Cdecl]<OpenFile*, int, int> Lock;
        public delegate* unmanaged[Cdecl]<OpenFile*, int, int> Unlock;
        public delegate* unmanaged[Cdecl]<OpenFile*, int*, int> CheckReservedLock;
        public delegate* unmanaged[Cdecl]<OpenFile*, int, void*, int> FileControl;
        public delegate* unmanaged[Cdecl]<OpenFile*, int> SectorSize;
        public delegate* unmanaged[Cdecl]<OpenFile*, int> DeviceCharacteristics;
        public delegate* unmanaged[Cdecl]<OpenFile*, int, int, int, void**, int> ShmMap;
        public delegate* unmanaged[Cdecl]<OpenFile*, int, int, int, int> ShmLock;
        public delegate* unmanaged[Cdecl]<OpenFile*, void> ShmBarrier;
        public delegate* unmanaged[Cdecl]<OpenFile*, int, int> ShmUnmap;
        public delegate* unmanaged[Cdecl]<OpenFile*, long, int, void**, int> Fetch;
        public delegate* unmanaged[Cdecl]<OpenFile*, long, void*, int> Unfetch;
#pragma warning restore SA1600, CS1591
    }
}
