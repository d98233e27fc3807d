using System.Collections;
using System.Diagnostics;

namespace Catalog.Engine.Booking;

/// <summary>
/// Bookings whose hold is not under the token that named them any more, and the way back.
/// <code>
/// booking ──► present token, extensions
///    ▲               │
///    └───────────────┘
/// </code>
/// </summary>
/// <remarks>
/// The way back is what keeps one hold from being one booking under its first token and another under its latest.
/// Invariants: (1) both directions have the same pairs. O(1) each; nothing is allocated once grown. Not thread-safe.
/// </remarks>
internal sealed class RenewedHolds : IEnumerable<KeyValuePair<ulong, RenewedHold>>
{
    private readonly Dictionary<ulong, RenewedHold> _byBooking = [];
    private readonly Dictionary<HoldToken, ulong> _byToken = [];

    /// <summary>How many there are.</summary>
    public int Count => _byBooking.Count;

    /// <summary>The present hold of a booking, when it is not the one that named it.</summary>
    public bool TryGet(ulong bookingId, out RenewedHold renewed) => _byBooking.TryGetValue(bookingId, out renewed);

    /// <summary>How often a booking's hold was extended.</summary>
    public int ExtensionsOf(ulong bookingId) => _byBooking.GetValueOrDefault(bookingId).Extensions;

    /// <summary>The booking a hold belongs to: another's first token names it, else its own.</summary>
    public ulong BookingOf(HoldToken token) =>
        _byToken.TryGetValue(token, out ulong bookingId) ? bookingId : token.Value;

    /// <summary>Notes a booking's present hold.</summary>
    public void Set(ulong bookingId, in RenewedHold renewed)
    {
        Remove(bookingId);
        _byBooking.Add(bookingId, renewed);
        _byToken.Add(renewed.Token, bookingId);
        Debug.Assert(_byToken.Count == _byBooking.Count, "(1) as many tokens as bookings");
    }

    /// <summary>Forgets a booking. May be called while enumerating.</summary>
    public void Remove(ulong bookingId)
    {
        if (_byBooking.Remove(bookingId, out RenewedHold renewed)) _byToken.Remove(renewed.Token);
        Debug.Assert(_byToken.Count == _byBooking.Count, "(1) as many tokens as bookings");
    }

    /// <summary>All of them.</summary>
    public Dictionary<ulong, RenewedHold>.Enumerator GetEnumerator() => _byBooking.GetEnumerator();

    IEnumerator<KeyValuePair<ulong, RenewedHold>> IEnumerable<KeyValuePair<ulong, RenewedHold>>.GetEnumerator() =>
        GetEnumerator();

    IEnumerator IEnumerable.GetEnumerator() => GetEnumerator();

    /// <summary>Throws unless the invariant holds. O(n).</summary>
    /// <exception cref="InvalidOperationException">It does not.</exception>
    public void CheckInvariants()
    {
        foreach ((ulong bookingId, RenewedHold renewed) in _byBooking)
        {
            if (!_byToken.TryGetValue(renewed.Token, out ulong back) || back != bookingId)
                throw new InvalidOperationException($"(1) hold {renewed.Token.Value} does not lead to {bookingId}");
        }

        if (_byToken.Count != _byBooking.Count) throw new InvalidOperationException("(1) more tokens than bookings");
    }
}
