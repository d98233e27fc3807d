using Catalog.Engine.Storage.Blobs;

namespace Catalog.Engine.Tests.Cluster.Postgres.Snapshots;

/// <summary>A real store before and behind whose writing something happens.</summary>
internal sealed class TroubledBlobs(IBlobStore inner) : IBlobStore
{
    internal Func<Task> Before { get; set; } = static () => Task.CompletedTask;

    internal Func<Task> Behind { get; set; } = static () => Task.CompletedTask;

    internal int Reads { get; private set; }

    /// <summary>Whether reads are left without an answer.</summary>
    internal bool IsSilent { get; set; }

    public async ValueTask<BlobInfo> PutAsync(
        string name, Func<Stream, CancellationToken, Task> write, CancellationToken cancel = default)
    {
        await Before();
        BlobInfo info = await inner.PutAsync(name, write, cancel);
        await Behind();
        return info;
    }

    public ValueTask<BlobInfo?> FindAsync(string name, CancellationToken cancel = default) =>
        inner.FindAsync(name, cancel);

    public async ValueTask<int> ReadAsync(
        string name, long offset, Memory<byte> buffer, CancellationToken cancel = default)
    {
        Reads++;
        if (IsSilent) await Task.Delay(Timeout.Infinite, cancel);
        return await inner.ReadAsync(name, offset, buffer, cancel);
    }

    public ValueTask DeleteAsync(string name, CancellationToken cancel = default) => inner.DeleteAsync(name, cancel);

    public ValueTask<BlobPage> ListAsync(
        string prefix, string? after, int limit, CancellationToken cancel = default) =>
        inner.ListAsync(prefix, after, limit, cancel);
}
