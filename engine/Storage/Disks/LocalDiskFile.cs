using Microsoft.Win32.SafeHandles;

namespace Catalog.Engine.Storage.Disks;

/// <summary>
/// A file of <see cref="LocalDisk"/>: positioned reads and writes on one handle, nothing allocated a call.
/// </summary>
internal sealed class LocalDiskFile(SafeFileHandle handle, string path) : IDiskFile
{
    private const int NoSpace = 28;
    private const int QuotaExceeded = 122;
    private const int WindowsDiskFull = unchecked((int)0x80070070);

    /// <inheritdoc/>
    public long LengthBytes => RandomAccess.GetLength(handle);

    /// <summary>Whether a system error says that there is no room.</summary>
    internal static bool IsDiskFull(int error) => error is NoSpace or QuotaExceeded or WindowsDiskFull;

    /// <inheritdoc/>
    public int Read(long offset, Span<byte> buffer)
    {
        int total = 0;
        while (total < buffer.Length)
        {
            int read = RandomAccess.Read(handle, buffer[total..], offset + total);
            if (read == 0) break;
            total += read;
        }

        return total;
    }

    /// <inheritdoc/>
    public void Write(long offset, ReadOnlySpan<byte> bytes)
    {
        try
        {
            RandomAccess.Write(handle, bytes, offset);
        }
        catch (IOException e) when (IsDiskFull(e.HResult))
        {
            throw new DiskFullException($"No room left to write {path}.", e);
        }
    }

    /// <inheritdoc/>
    public void Sync() => NativeFile.SyncData(handle, path);

    /// <inheritdoc/>
    public void SetLength(long lengthBytes)
    {
        try
        {
            RandomAccess.SetLength(handle, lengthBytes);
        }
        catch (IOException e) when (IsDiskFull(e.HResult))
        {
            throw new DiskFullException($"No room left to extend {path}.", e);
        }
    }

    /// <inheritdoc/>
    public void Dispose() => handle.Dispose();
}
