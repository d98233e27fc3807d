using System.Diagnostics.CodeAnalysis;
using System.Threading.Channels;

namespace Catalog.Shell.Booking.Seats;

/// <summary>
/// One client that watches a showtime: a bounded queue of events on their way to it. A client that does not keep up is
/// let go, and asks again. Thread-safe.
/// </summary>
internal sealed class SeatWatcher(ulong showtimeId)
{
    /// <summary>Events kept for a client that is slow for a moment.</summary>
    private const int Capacity = 256;

    private readonly Channel<byte[]> _frames = Channel.CreateBounded<byte[]>(new BoundedChannelOptions(Capacity)
    {
        FullMode = BoundedChannelFullMode.Wait,
        SingleReader = true,
    });

    private readonly CancellationTokenSource _dropped = new();

    /// <summary>The showtime.</summary>
    public ulong ShowtimeId { get; } = showtimeId;

    /// <summary>Whether the client was too slow.</summary>
    public bool IsDropped { get; private set; }

    /// <summary>Cancelled when the client is let go although something is still being written to it.</summary>
    public CancellationToken Dropped => _dropped.Token;

    /// <summary>Queues an event, or lets the client go.</summary>
    /// <param name="frame">The event.</param>
    /// <param name="grace">How long a client that is let go has to take what was queued before.</param>
    public void Send(byte[] frame, TimeSpan grace)
    {
        if (IsDropped || _frames.Writer.TryWrite(frame)) return;
        IsDropped = true;
        _frames.Writer.TryComplete();
        _dropped.CancelAfter(grace);
    }

    /// <summary>Ends the queue; what is in it is still sent.</summary>
    public void End() => _frames.Writer.TryComplete();

    /// <summary>Takes the next event, if there is one now.</summary>
    public bool TryTake([NotNullWhen(true)] out byte[]? frame) => _frames.Reader.TryRead(out frame);

    /// <summary>Waits until there is an event; false when none comes any more.</summary>
    public ValueTask<bool> WaitAsync(CancellationToken cancel) => _frames.Reader.WaitToReadAsync(cancel);
}
