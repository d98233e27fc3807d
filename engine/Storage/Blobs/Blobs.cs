using Catalog.Engine.Core.Memory;

namespace Catalog.Engine.Storage.Blobs;

/// <summary>What can be done with any store. Thread-safe, as the store is.</summary>
public static class Blobs
{
    private const int DefaultBlockBytes = 1024 * 1024;
    private const int CopyBytes = 64 * 1024;

    /// <summary>Writes a blob of bytes that are in memory. See <see cref="IBlobStore.PutAsync"/>.</summary>
    public static ValueTask<BlobInfo> PutAsync(
        this IBlobStore store, string name, ReadOnlyMemory<byte> content, CancellationToken cancel = default)
    {
        ArgumentNullException.ThrowIfNull(store);
        return store.PutAsync(name, (into, stop) => into.WriteAsync(content, stop).AsTask(), cancel);
    }

    /// <summary>Writes a blob of what a stream has left. See <see cref="IBlobStore.PutAsync"/>.</summary>
    public static ValueTask<BlobInfo> PutAsync(
        this IBlobStore store, string name, Stream content, CancellationToken cancel = default)
    {
        ArgumentNullException.ThrowIfNull(store);
        ArgumentNullException.ThrowIfNull(content);
        return store.PutAsync(name, (into, stop) => content.CopyToAsync(into, CopyBytes, stop), cancel);
    }

    /// <summary>
    /// Opens a blob for reading and seeking; null when it is not there. Whoever reads it from its beginning to its end
    /// gets an <see cref="InvalidDataException"/> instead of the last bytes when it does not have its checksum.
    /// </summary>
    /// <param name="store">The store.</param>
    /// <param name="name">The blob.</param>
    /// <param name="blockBytes">Bytes read from the store at once, and held in memory.</param>
    /// <param name="cancel">Gives it up.</param>
    /// <exception cref="ArgumentException">The name is not one.</exception>
    /// <exception cref="IOException">The store did not answer.</exception>
    public static async ValueTask<Stream?> OpenAsync(
        this IBlobStore store,
        string name,
        int blockBytes = DefaultBlockBytes,
        CancellationToken cancel = default)
    {
        ArgumentNullException.ThrowIfNull(store);
        ArgumentOutOfRangeException.ThrowIfNegativeOrZero(blockBytes);
        BlobInfo? info = await store.FindAsync(name, cancel);
        return info is { } found ? new BlobStream(store, found, blockBytes) : null;
    }

    /// <summary>Reads a whole blob into memory and checks it; null when it is not there.</summary>
    /// <exception cref="ArgumentException">The name is not one.</exception>
    /// <exception cref="InvalidDataException">It does not have its checksum.</exception>
    /// <exception cref="IOException">The store did not answer, or it is larger than an array can be.</exception>
    public static async ValueTask<byte[]?> ReadAllAsync(
        this IBlobStore store, string name, CancellationToken cancel = default)
    {
        ArgumentNullException.ThrowIfNull(store);
        if (await store.FindAsync(name, cancel) is not { } info) return null;
        if (info.SizeBytes > Array.MaxLength) throw new IOException($"Blob '{name}' does not fit into memory.");
        byte[] content = new byte[info.SizeBytes];
        int read = content.Length == 0 ? 0 : await store.ReadAsync(name, 0, content, cancel);
        if (read != content.Length || Crc32C.Of(content) != info.Crc)
            throw new InvalidDataException($"Blob '{name}' does not have its checksum.");
        return content;
    }

    /// <summary>Every blob of a listing, page by page. See <see cref="IBlobStore.ListAsync"/>.</summary>
    public static async IAsyncEnumerable<BlobEntry> AllAsync(
        this IBlobStore store,
        string prefix,
        [System.Runtime.CompilerServices.EnumeratorCancellation] CancellationToken cancel = default)
    {
        ArgumentNullException.ThrowIfNull(store);
        const int pageSize = 1000;
        string? after = null;
        BlobPage page;
        do
        {
            page = await store.ListAsync(prefix, after, pageSize, cancel);
            foreach (BlobEntry entry in page.Entries) yield return entry;
            if (page.Entries.Count > 0) after = page.Entries[^1].Name;
        }
        while (page.HasMore);
    }
}
