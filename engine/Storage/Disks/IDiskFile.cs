namespace Catalog.Engine.Storage.Disks;

/// <summary>An open file. Reads are thread-safe; there is one writer.</summary>
public interface IDiskFile : IDisposable
{
    /// <summary>The file's size in bytes.</summary>
    long LengthBytes { get; }

    /// <summary>
    /// Writes all of <paramref name="bytes"/> at <paramref name="offset"/>; durable only after <see cref="Sync"/>.
    /// </summary>
    /// <exception cref="DiskFullException">There is no room.</exception>
    /// <exception cref="IOException">The write failed.</exception>
    void Write(long offset, ReadOnlySpan<byte> bytes);

    /// <summary>
    /// Reads up to <paramref name="buffer"/>'s length at <paramref name="offset"/>; fewer bytes only at the end of
    /// the file.
    /// </summary>
    int Read(long offset, Span<byte> buffer);

    /// <summary>Makes everything written so far durable (<c>fdatasync</c>).</summary>
    /// <exception cref="IOException">The sync failed; what was written since the last one may be lost.</exception>
    void Sync();

    /// <summary>Cuts or extends (with zeros) the file.</summary>
    void SetLength(long lengthBytes);
}
