using System.Runtime.CompilerServices;
using System.Runtime.InteropServices;
using static FeedApi.Catalog.Sqlite.Pages.NativeVfs;

namespace FeedApi.Catalog.Sqlite.Pages;

/// <summary>
/// An open database or log of <see cref="ChecksumVfs"/>: reads and writes of pages go through <see cref="CheckedPages"/>, everything else
/// to the file of the default file system, which stands behind this one in the same memory.
/// </summary>
internal static unsafe class CheckedFile
{
    /// <summary>Bytes before the file of the default file system.</summary>
    public const int HeaderBytes = 16;

    private static readonly Methods* Wrapped = MakeMethods();

    /// <summary>The file of the default file system.</summary>
    public static OpenFile* RealOf(OpenFile* file) => (OpenFile*)((byte*)file + HeaderBytes);

    /// <summary>Makes a file that was opened in the default file system one of this.</summary>
    public static void Attach(OpenFile* file, byte* name, bool isLog)
    {
        var pages = new CheckedPages(Marshal.PtrToStringUTF8((nint)name)!, isLog);
        ((nint*)file)[1] = GCHandle.ToIntPtr(GCHandle.Alloc(pages));
        file->Methods = Wrapped;
    }

    private static CheckedPages PagesOf(OpenFile* file) => (CheckedPages)HandleOf(file).Target!;

    private static GCHandle HandleOf(OpenFile* file) => GCHandle.FromIntPtr(((nint*)file)[1]);

    private static Methods* MakeMethods()
    {
        var methods = (Methods*)NativeMemory.AllocZeroed((nuint)sizeof(Methods));
        *methods = new Methods
        {
            Version = 3,
            Close = &Close,
            Read = &Read,
            Write = &Write,
            Truncate = &Truncate,
            Sync = &Sync,
            FileSize = &FileSize,
            Lock = &Lock,
            Unlock = &Unlock,
            CheckReservedLock = &CheckReservedLock,
            FileControl = &FileControl,
            SectorSize = &SectorSize,
            DeviceCharacteristics = &DeviceCharacteristics,
            ShmMap = &ShmMap,
            ShmLock = &ShmLock,
            ShmBarrier = &ShmBarrier,
            ShmUnmap = &ShmUnmap,
            Fetch = &Fetch,
            Unfetch = &Unfetch,
        };
        return methods;
    }

    [UnmanagedCallersOnly(CallConvs = [typeof(CallConvCdecl)])]
    private static int Close(OpenFile* file)
    {
        var result = RealOf(file)->Methods->Close(RealOf(file));
        HandleOf(file).Free();
        file->Methods = null;
        return result;
    }

    // An exception must not leave a function that SQLite calls.
    [UnmanagedCallersOnly(CallConvs = [typeof(CallConvCdecl)])]
    private static int Read(OpenFile* file, void* into, int bytes, long offset)
    {
        try
        {
            return PagesOf(file).Read(RealOf(file), new Span<byte>(into, bytes), offset);
        }
        catch (Exception)
        {
            return IoError;
        }
    }

    [UnmanagedCallersOnly(CallConvs = [typeof(CallConvCdecl)])]
    private static int Write(OpenFile* file, void* from, int bytes, long offset)
    {
        try
        {
            return PagesOf(file).Write(RealOf(file), new ReadOnlySpan<byte>(from, bytes), offset);
        }
        catch (Exception)
        {
            return IoError;
        }
    }

    [UnmanagedCallersOnly(CallConvs = [typeof(CallConvCdecl)])]
    private static int Truncate(OpenFile* file, long length)
    {
        PagesOf(file).Truncated(length);
        return RealOf(file)->Methods->Truncate(RealOf(file), length);
    }

    // A mapped page that is damaged is not handed out: SQLite reads it then, and a copy can be repaired.
    [UnmanagedCallersOnly(CallConvs = [typeof(CallConvCdecl)])]
    private static int Fetch(OpenFile* file, long offset, int bytes, void** page)
    {
        var real = RealOf(file);
        var result = real->Methods->Fetch(real, offset, bytes, page);
        if (result != Ok || *page is null || PagesOf(file).IsIntact(new ReadOnlySpan<byte>(*page, bytes), offset)) return result;
        result = real->Methods->Unfetch(real, offset, *page);
        *page = null;
        return result;
    }

    [UnmanagedCallersOnly(CallConvs = [typeof(CallConvCdecl)])]
    private static int Unfetch(OpenFile* file, long offset, void* page) => RealOf(file)->Methods->Unfetch(RealOf(file), offset, page);

    [UnmanagedCallersOnly(CallConvs = [typeof(CallConvCdecl)])]
    private static int Sync(OpenFile* file, int flags) => RealOf(file)->Methods->Sync(RealOf(file), flags);

    [UnmanagedCallersOnly(CallConvs = [typeof(CallConvCdecl)])]
    private static int FileSize(OpenFile* file, long* bytes) => RealOf(file)->Methods->FileSize(RealOf(file), bytes);

    [UnmanagedCallersOnly(CallConvs = [typeof(CallConvCdecl)])]
    private static int Lock(OpenFile* file, int level) => RealOf(file)->Methods->Lock(RealOf(file), level);

    [UnmanagedCallersOnly(CallConvs = [typeof(CallConvCdecl)])]
    private static int Unlock(OpenFile* file, int level) => RealOf(file)->Methods->Unlock(RealOf(file), level);

    [UnmanagedCallersOnly(CallConvs = [typeof(CallConvCdecl)])]
    private static int CheckReservedLock(OpenFile* file, int* isHeld) => RealOf(file)->Methods->CheckReservedLock(RealOf(file), isHeld);

    [UnmanagedCallersOnly(CallConvs = [typeof(CallConvCdecl)])]
    private static int FileControl(OpenFile* file, int operation, void* value) =>
        RealOf(file)->Methods->FileControl(RealOf(file), operation, value);

    [UnmanagedCallersOnly(CallConvs = [typeof(CallConvCdecl)])]
    private static int SectorSize(OpenFile* file) => RealOf(file)->Methods->SectorSize(RealOf(file));

    [UnmanagedCallersOnly(CallConvs = [typeof(CallConvCdecl)])]
    private static int DeviceCharacteristics(OpenFile* file) =>
        RealOf(file)->Methods->DeviceCharacteristics(RealOf(file)) & ~SubpageRead;

    [UnmanagedCallersOnly(CallConvs = [typeof(CallConvCdecl)])]
    private static int ShmMap(OpenFile* file, int region, int bytes, int extends, void** memory) =>
        RealOf(file)->Methods->ShmMap(RealOf(file), region, bytes, extends, memory);

    [UnmanagedCallersOnly(CallConvs = [typeof(CallConvCdecl)])]
    private static int ShmLock(OpenFile* file, int offset, int count, int flags)
    {
        // Which is how a read transaction begins.
        if (flags == (ShmShared | ShmLocks)) PagesOf(file).BeginTransaction();
        return RealOf(file)->Methods->ShmLock(RealOf(file), offset, count, flags);
    }

    [UnmanagedCallersOnly(CallConvs = [typeof(CallConvCdecl)])]
    private static void ShmBarrier(OpenFile* file) => RealOf(file)->Methods->ShmBarrier(RealOf(file));

    [UnmanagedCallersOnly(CallConvs = [typeof(CallConvCdecl)])]
    private static int ShmUnmap(OpenFile* file, int deletes) => RealOf(file)->Methods->ShmUnmap(RealOf(file), deletes);
}
