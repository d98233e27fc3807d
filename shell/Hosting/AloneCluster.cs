namespace Catalog.Shell.Hosting;

/// <summary>A server by itself: it has every shard and every duty.</summary>
internal sealed class AloneCluster : ICluster
{
    /// <inheritdoc/>
    public event Action? DutiesChanged
    {
        add { }
        remove { }
    }

    /// <inheritdoc/>
    public int NodeNumber => 0;

    /// <inheritdoc/>
    public void Attach()
    {
    }

    /// <inheritdoc/>
    public Task JoinAsync(CancellationToken cancel) => Task.CompletedTask;

    /// <inheritdoc/>
    public Task LeaveAsync() => Task.CompletedTask;

    /// <inheritdoc/>
    public Task<IAsyncDisposable> EnterAsync(string section, CancellationToken cancel) =>
        Task.FromResult<IAsyncDisposable>(new Section());

    /// <inheritdoc/>
    public bool HasDuty(string duty) => true;

    /// <inheritdoc/>
    public bool IsRunning(int nodeNumber) => nodeNumber == NodeNumber;

    /// <inheritdoc/>
    public ServerPlace? HolderOf(string duty) => null;

    private sealed class Section : IAsyncDisposable
    {
        public ValueTask DisposeAsync() => default;
    }
}
