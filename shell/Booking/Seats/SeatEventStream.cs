using System.IO.Pipelines;

namespace Catalog.Shell.Booking.Seats;

/// <summary>
/// Writes a watcher's events to its client as they come, with a sign of life when nothing does. Ends with
/// <c>resync</c>: the client was too slow, or nothing comes any more.
/// </summary>
internal static class SeatEventStream
{
    /// <summary>A comment is sent when nothing else was for so long: proxies let silent connections go.</summary>
    internal static readonly TimeSpan Heartbeat = TimeSpan.FromSeconds(15);

    private static readonly ReadOnlyMemory<byte> HeartbeatFrame = ": alive\n\n"u8.ToArray();

    /// <summary>Writes until the watcher ends.</summary>
    /// <exception cref="OperationCanceledException">Cancelled: the client went away, or the server stops.</exception>
    internal static async Task RunAsync(
        SeatWatcher watcher, PipeWriter body, TimeProvider clock, CancellationToken cancel)
    {
        Task<bool> next = watcher.WaitAsync(cancel).AsTask();
        while (true)
        {
            if (!await IsReadyAsync(next, clock, cancel))
            {
                await body.WriteAsync(HeartbeatFrame, cancel);
                continue;
            }

            if (!await next) break;
            while (watcher.TryTake(out byte[]? frame)) await body.WriteAsync(frame, cancel);
            next = watcher.WaitAsync(cancel).AsTask();
        }

        await body.WriteAsync(SeatPicture.Resync(watcher.IsDropped ? "slow" : "restart"), cancel);
    }

    /// <summary>Waits for <paramref name="next"/>; false when it is time for a sign of life.</summary>
    private static async Task<bool> IsReadyAsync(Task<bool> next, TimeProvider clock, CancellationToken cancel)
    {
        if (next.IsCompleted) return true;
        using var beat = CancellationTokenSource.CreateLinkedTokenSource(cancel);
        await Task.WhenAny(next, Task.Delay(Heartbeat, clock, beat.Token));
        await beat.CancelAsync();
        return next.IsCompleted;
    }
}
