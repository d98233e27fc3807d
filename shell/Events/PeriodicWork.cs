namespace Catalog.Shell.Events;

/// <summary>Does something again and again, never twice at once, until it is stopped. Thread-safe.</summary>
internal sealed class PeriodicWork
{
    private readonly CancellationTokenSource _stop = new();
    private readonly Task _loop;

    /// <summary>Begins; the first time is after the pause.</summary>
    /// <param name="every">The pause between two beginnings.</param>
    /// <param name="work">What is done. It ends quickly when cancelled, and throws nothing else.</param>
    public PeriodicWork(TimeSpan every, Func<CancellationToken, Task> work) => _loop = RunAsync(every, work);

    /// <summary>Ends it and returns when it has ended.</summary>
    public async Task StopAsync()
    {
        await _stop.CancelAsync();
        await _loop;
    }

    private async Task RunAsync(TimeSpan every, Func<CancellationToken, Task> work)
    {
        using var timer = new PeriodicTimer(every);
        try
        {
            while (await timer.WaitForNextTickAsync(_stop.Token)) await work(_stop.Token);
        }
        catch (OperationCanceledException)
        {
            // Stopped.
        }
    }
}
