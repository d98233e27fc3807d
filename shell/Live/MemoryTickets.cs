using System.Buffers.Text;
using System.Security.Cryptography;
using Catalog.Shell.Auth;

namespace Catalog.Shell.Live;

/// <summary>
/// Tickets of this process. All live equally long, so they expire in the order they were given out.
/// <code>
/// _holders  ticket → holder, expiry      _order  tickets by age, spent ones too until their time has come
/// </code>
/// Invariant: whatever is in _holders is in _order. Bounded; O(1).
/// </summary>
/// <remarks>Thread-safe: a lock for the length of a look-up.</remarks>
internal sealed class MemoryTickets(TimeSpan life, TimeProvider clock) : ITicketStore
{
    internal const int Capacity = 64 * 1024;

    /// <summary>Random bytes in a ticket.</summary>
    internal const int SizeBytes = 24;

    /// <summary>Characters they make in base64url.</summary>
    internal const int TextChars = SizeBytes * 4 / 3;

    private readonly Lock _gate = new();
    private readonly Dictionary<string, (Caller Holder, long ExpiresMs)> _holders = [];
    private readonly Queue<(string Text, long ExpiresMs)> _order = new();

    /// <inheritdoc/>
    public ValueTask<Ticket?> IssueAsync(Caller holder, CancellationToken cancel)
    {
        long nowMs = clock.GetUtcNow().ToUnixTimeMilliseconds();
        var ticket = new Ticket(
            Base64Url.EncodeToString(RandomNumberGenerator.GetBytes(SizeBytes)), nowMs + (long)life.TotalMilliseconds);
        lock (_gate)
        {
            Forget(nowMs);
            if (_order.Count >= Capacity) return new ValueTask<Ticket?>((Ticket?)null);
            _holders.Add(ticket.Text, (holder, ticket.ExpiresMs));
            _order.Enqueue((ticket.Text, ticket.ExpiresMs));
        }

        return new ValueTask<Ticket?>(ticket);
    }

    /// <inheritdoc/>
    public ValueTask<Caller?> TakeAsync(string text, CancellationToken cancel)
    {
        long nowMs = clock.GetUtcNow().ToUnixTimeMilliseconds();
        lock (_gate)
        {
            bool isGood = _holders.Remove(text, out (Caller Holder, long ExpiresMs) found) && found.ExpiresMs > nowMs;
            return new ValueTask<Caller?>(isGood ? found.Holder : null);
        }
    }

    private void Forget(long nowMs)
    {
        while (_order.TryPeek(out (string Text, long ExpiresMs) oldest) && oldest.ExpiresMs <= nowMs)
            _holders.Remove(_order.Dequeue().Text);
    }
}
