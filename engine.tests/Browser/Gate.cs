namespace Catalog.Engine.Tests.Browser;

/// <summary>Lets nobody through before everybody is there. Thread-safe.</summary>
internal sealed class Gate(int expected)
{
    private readonly TaskCompletionSource _open = new(TaskCreationOptions.RunContinuationsAsynchronously);
    private int _waiting;

    public Task PassAsync()
    {
        if (Interlocked.Increment(ref _waiting) >= expected) _open.TrySetResult();
        return _open.Task;
    }
}
