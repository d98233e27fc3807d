namespace Catalog.Engine.Storage.Blobs;

/// <summary>
/// Immutable named blobs of any size: on the local disk, in a bucket, in a database. A blob is there as a whole or not
/// at all, and carries a checksum of its content. Thread-safe.
/// </summary>
/// <remarks>
/// A name is meant to be used once. Putting it again replaces the whole; whoever reads the old content meanwhile may
/// get either, and its checksum tells when they were mixed. <see cref="BlobName"/> says what a name may be.
/// </remarks>
public interface IBlobStore
{
    /// <summary>
    /// Writes a blob: durable and visible when this returns, not there when it throws (or, where the last answer of a
    /// remote store was lost, there as a whole). Memory does not grow with the blob.
    /// </summary>
    /// <param name="name">Its name.</param>
    /// <param name="write">
    /// Writes the content into the stream it is given, front to back; what it throws is thrown on.
    /// </param>
    /// <param name="cancel">Gives it up.</param>
    /// <exception cref="ArgumentException">The name is not one.</exception>
    /// <exception cref="IOException">It could not be written.</exception>
    ValueTask<BlobInfo> PutAsync(
        string name, Func<Stream, CancellationToken, Task> write, CancellationToken cancel = default);

    /// <summary>Size and checksum of a blob; null when it is not there. Does not read its content.</summary>
    /// <exception cref="ArgumentException">The name is not one.</exception>
    /// <exception cref="IOException">The store did not answer.</exception>
    ValueTask<BlobInfo?> FindAsync(string name, CancellationToken cancel = default);

    /// <summary>
    /// Reads a range of a blob; its checksum cannot be checked by that. O(bytes asked for), whatever the blob's size.
    /// </summary>
    /// <param name="name">The blob.</param>
    /// <param name="offset">Where to begin, in bytes.</param>
    /// <param name="buffer">Filled; less than its length is read only at the end of the blob.</param>
    /// <param name="cancel">Gives it up.</param>
    /// <returns>How many bytes were read.</returns>
    /// <exception cref="ArgumentException">The name is not one, or the offset is negative.</exception>
    /// <exception cref="BlobMissingException">There is no such blob.</exception>
    /// <exception cref="IOException">It could not be read.</exception>
    ValueTask<int> ReadAsync(string name, long offset, Memory<byte> buffer, CancellationToken cancel = default);

    /// <summary>Removes a blob; nothing happens when it is not there. Durable when it returns.</summary>
    /// <exception cref="ArgumentException">The name is not one.</exception>
    /// <exception cref="IOException">It could not be removed.</exception>
    ValueTask DeleteAsync(string name, CancellationToken cancel = default);

    /// <summary>
    /// A page of the blobs that stand directly in a folder, in ordinal order of their names. A blob put or removed
    /// meanwhile may be on it or not.
    /// </summary>
    /// <param name="prefix">
    /// A folder with its slash, as in <c>exports/</c>, and optionally how the names in it begin.
    /// </param>
    /// <param name="after">The last name of the page before; null for the first page.</param>
    /// <param name="limit">The most names wanted, 1 to 1,000.</param>
    /// <param name="cancel">Gives it up.</param>
    /// <exception cref="ArgumentException">The prefix or the limit is not one.</exception>
    /// <exception cref="IOException">The store did not answer.</exception>
    ValueTask<BlobPage> ListAsync(
        string prefix, string? after, int limit, CancellationToken cancel = default);
}
