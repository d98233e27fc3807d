using Catalog.Shell.Hosting;

namespace Catalog.Engine.Tests.Shell.Leaderboards.Play;

/// <summary>A cluster that gives this server its duties when a test says so. Thread-safe.</summary>
internal sealed class DutyCluster : ICluster
{
    private volatile bool _isHere;

    public event Action? DutiesChanged;

    public int NodeNumber => 0;

    /// <summary>Says that duties may have changed, though they have not.</summary>
    public void Tell() => DutiesChanged?.Invoke();

    /// <summary>Every duty is this server's from now on.</summary>
    public void Give()
    {
        _isHere = true;
        DutiesChanged?.Invoke();
    }

    public void Attach()
    {
    }

    public Task JoinAsync(CancellationToken cancel) => Task.CompletedTask;

    public Task LeaveAsync() => Task.CompletedTask;

    public Task<IAsyncDisposable> EnterAsync(string section, CancellationToken cancel) =>
        throw new NotSupportedException();

    public bool HasDuty(string duty) => _isHere;

    public bool IsRunning(int nodeNumber) => true;

    public ServerPlace? HolderOf(string duty) => null;
}
