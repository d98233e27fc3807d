using System.Runtime.InteropServices;
using Microsoft.Win32.SafeHandles;

namespace Catalog.Engine.Storage.Disks;

/// <summary>
/// The three system calls the base library has no name for: <c>fdatasync</c> (its flush is a full <c>fsync</c>, which
/// also waits for the inode's times), <c>fsync</c> of a folder, and <c>flock</c> on a file others may still read.
/// </summary>
internal static partial class NativeFile
{
    private const int ReadWriteCreateCloseOnExec = 0x2 | 0x40 | 0x80000;
    private const int ReadOnlyCloseOnExec = 0x80000;
    private const int OwnerWritesAllRead = 0x1A4;
    private const int ExclusiveNonBlocking = 2 | 4;
    private const int Interrupted = 4;

    /// <summary>Makes a file's data, and what is needed to find it, durable.</summary>
    /// <exception cref="IOException">The system says it did not.</exception>
    internal static void SyncData(SafeFileHandle file, string path)
    {
        if (!OperatingSystem.IsLinux())
        {
            RandomAccess.FlushToDisk(file);
            return;
        }

        // An interrupted call has not reported a write-back error, so calling again hides none.
        while (DataSync(file) != 0) ThrowUnlessInterrupted("sync", path);
    }

    /// <summary>Makes the names in a folder durable. Other systems than Linux order names themselves.</summary>
    /// <exception cref="IOException">The system says it did not.</exception>
    internal static void SyncFolder(string path)
    {
        if (!OperatingSystem.IsLinux()) return;
        using SafeFileHandle folder = OpenOrThrow(path, ReadOnlyCloseOnExec);
        while (FullSync(folder) != 0) ThrowUnlessInterrupted("sync", path);
    }

    /// <summary>
    /// Opens (creating it) a file no other open file may lock; false, and a readable handle, when one does.
    /// </summary>
    internal static bool TryLock(string path, out SafeFileHandle file)
    {
        if (OperatingSystem.IsLinux())
        {
            file = OpenOrThrow(path, ReadWriteCreateCloseOnExec);
            return Lock(file, ExclusiveNonBlocking) == 0;
        }

        try
        {
            file = File.OpenHandle(path, FileMode.OpenOrCreate, FileAccess.ReadWrite, FileShare.None);
            return true;
        }
        catch (IOException)
        {
            file = new SafeFileHandle();
            return false;
        }
    }

    private static SafeFileHandle OpenOrThrow(string path, int flags)
    {
        int descriptor;
        while ((descriptor = OpenFile(path, flags, OwnerWritesAllRead)) < 0) ThrowUnlessInterrupted("open", path);
        return new SafeFileHandle(descriptor, ownsHandle: true);
    }

    private static void ThrowUnlessInterrupted(string action, string path)
    {
        int error = Marshal.GetLastPInvokeError();
        if (error == Interrupted) return;
        string message = $"Cannot {action} {path}: {Marshal.GetPInvokeErrorMessage(error)}";
        if (LocalDiskFile.IsDiskFull(error)) throw new DiskFullException(message);
        throw new IOException(message, error);
    }

    [LibraryImport("libc", EntryPoint = "fdatasync", SetLastError = true)]
    private static partial int DataSync(SafeFileHandle file);

    [LibraryImport("libc", EntryPoint = "fsync", SetLastError = true)]
    private static partial int FullSync(SafeFileHandle file);

    [LibraryImport("libc", EntryPoint = "flock", SetLastError = true)]
    private static partial int Lock(SafeFileHandle file, int operation);

    [LibraryImport("libc", EntryPoint = "open", SetLastError = true, StringMarshalling = StringMarshalling.Utf8)]
    private static partial int OpenFile(string path, int flags, int mode);
}
