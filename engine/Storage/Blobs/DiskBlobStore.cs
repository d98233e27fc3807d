using Catalog.Engine.Storage.Disks;

namespace Catalog.Engine.Storage.Blobs;

/// <summary>
/// Blobs as files: a blob's name is its path, and a <see cref="BlobFooter"/> stands behind its content.
/// <code>
/// exports/42.csv            content, footer
/// exports/.7.part           being written: renamed when durable, removed by the next writer after a crash
/// </code>
/// Invariant: a file under a blob's name was whole and durable before it got that name.
/// </summary>
/// <remarks>
/// Nothing runs in the background and every call completes at once, on the caller's thread. One process a disk. A
/// listing reads the folder: O(files in it).
/// </remarks>
/// <param name="disk">Where they are; the store's alone.</param>
public sealed class DiskBlobStore(IDisk disk) : IBlobStore
{
    private const string PartSuffix = ".part";
    private readonly Lock _gate = new();
    private readonly HashSet<string> _clean = new(StringComparer.Ordinal);
    private long _nextPart;

    /// <inheritdoc/>
    public async ValueTask<BlobInfo> PutAsync(
        string name, Func<Stream, CancellationToken, Task> write, CancellationToken cancel = default)
    {
        ArgumentNullException.ThrowIfNull(write);
        BlobName.Check(name);
        string folder = BlobName.FolderOf(name).ToString();
        string part = NewPart(folder);
        try
        {
            BlobInfo info = await WriteAsync(name, part, write, cancel);
            cancel.ThrowIfCancellationRequested();
            lock (_gate) disk.Rename(part, name);
            disk.SyncFolder(folder);
            return info;
        }
        catch
        {
            DeleteQuietly(part);
            throw;
        }
    }

    /// <inheritdoc/>
    /// <exception cref="InvalidDataException">
    /// It does not end as a blob does: the file was cut or overwritten by somebody else.
    /// </exception>
    public ValueTask<BlobInfo?> FindAsync(string name, CancellationToken cancel = default)
    {
        using IDiskFile? file = OpenThere(name);
        if (file is null) return ValueTask.FromResult<BlobInfo?>(null);
        Span<byte> footer = stackalloc byte[BlobFooter.SizeBytes];
        long length = file.LengthBytes;
        int read = length < footer.Length ? 0 : file.Read(length - footer.Length, footer);
        if (!BlobFooter.TryRead(footer[..read], length, out uint crc))
            throw new InvalidDataException($"Blob '{name}' does not end as a blob does.");
        return ValueTask.FromResult<BlobInfo?>(new BlobInfo(name, length - BlobFooter.SizeBytes, crc));
    }

    /// <inheritdoc/>
    public ValueTask<int> ReadAsync(
        string name, long offset, Memory<byte> buffer, CancellationToken cancel = default)
    {
        ArgumentOutOfRangeException.ThrowIfNegative(offset);
        using IDiskFile file = OpenThere(name) ?? throw new BlobMissingException(name);
        long left = file.LengthBytes - BlobFooter.SizeBytes - offset;
        if (left <= 0) return ValueTask.FromResult(0);
        return ValueTask.FromResult(file.Read(offset, buffer.Span[..(int)Math.Min(left, buffer.Length)]));
    }

    /// <inheritdoc/>
    public ValueTask DeleteAsync(string name, CancellationToken cancel = default)
    {
        BlobName.Check(name);
        lock (_gate)
        {
            if (!disk.Exists(name)) return ValueTask.CompletedTask;
            disk.Delete(name);
        }

        disk.SyncFolder(BlobName.FolderOf(name).ToString());
        return ValueTask.CompletedTask;
    }

    /// <inheritdoc/>
    public ValueTask<BlobPage> ListAsync(
        string prefix, string? after, int limit, CancellationToken cancel = default)
    {
        BlobName.CheckListing(prefix, limit);
        string folder = BlobName.FolderOf(prefix).ToString();
        var entries = new List<BlobEntry>();
        foreach (string file in disk.List(folder))
        {
            string name = $"{folder}/{file}";
            if (!name.StartsWith(prefix, StringComparison.Ordinal) || !BlobName.IsValid(name)) continue;
            if (string.CompareOrdinal(name, after) <= 0) continue;
            if (entries.Count == limit) return ValueTask.FromResult(new BlobPage(entries, HasMore: true));
            using IDiskFile? open = OpenThere(name);
            if (open is null) continue;
            entries.Add(new BlobEntry(name, Math.Max(0, open.LengthBytes - BlobFooter.SizeBytes)));
        }

        return ValueTask.FromResult(new BlobPage(entries, HasMore: false));
    }

    private async ValueTask<BlobInfo> WriteAsync(
        string name, string part, Func<Stream, CancellationToken, Task> write, CancellationToken cancel)
    {
        using IDiskFile file = disk.Open(part);
        await using var stream = new DiskBlobWriteStream(file);
        await write(stream, cancel);
        return await stream.EndAsync(name, cancel);
    }

    /// <summary>A free name in a folder, out of which the parts an earlier process left are cleared once.</summary>
    private string NewPart(string folder)
    {
        lock (_gate)
        {
            if (_clean.Add(folder))
            {
                foreach (string file in disk.List(folder))
                    if (file[0] == '.' && file.EndsWith(PartSuffix, StringComparison.Ordinal))
                        disk.Delete($"{folder}/{file}");
            }

            return $"{folder}/.{_nextPart++}{PartSuffix}";
        }
    }

    // Opening would create it, so nobody may remove it in between.
    private IDiskFile? OpenThere(string name)
    {
        BlobName.Check(name);
        lock (_gate) return disk.Exists(name) ? disk.Open(name) : null;
    }

    // What cannot be removed now is removed by the next process.
    private void DeleteQuietly(string part)
    {
        try
        {
            disk.Delete(part);
        }
        catch (IOException)
        {
        }
    }
}
