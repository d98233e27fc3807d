using Catalog.Engine.Core.Machines;
using Catalog.Engine.Core.Projections;

namespace Catalog.Engine.Booking;

/// <summary>
/// Every user's bookings, newest first, from the first hold to the last refund: a model kept from the showtimes' facts.
/// <code>
/// buckets  [ 3 | -1 | 0 | … ]      hash of showtime and booking ─► row ─► next row in the bucket
/// rows     [ r0 | r1 | free | r3 ] pages of 4,096 records of 104 bytes, never moved
/// users    [ u0 | u1 | … ]         newest row ─► older ─► older; count, confirmed, spent
/// pending  payment ─► charge       payments that are with the provider
/// </code>
/// Bookings that came to nothing (lapsed, released) are forgotten, the oldest first, when there are more than
/// <c>maxAbandoned</c> of them: visitors who never pay do not fill the memory. Paid ones are kept for good.
/// <para>
/// Invariants: (1) every used row is in the bucket of its key, once; (2) a user's chain has as many rows as the user's
/// count, in falling order of position, linked both ways; (3) a user's confirmed count and spent cents are those of the
/// chain's confirmed rows; (4) a row is being paid exactly when a pending payment names it; (5) used and free rows
/// together are all rows; (6) at most <c>maxAbandoned</c> rows wait to be forgotten.
/// </para>
/// </summary>
/// <remarks>
/// 104 bytes a booking, 4 to 8 for its bucket, and about 64 a user. Applying a fact is O(1), O(holds) for a lapse.
/// Not thread-safe: a <see cref="ProjectionPump"/> keeps it, its view is the way to read it.
/// </remarks>
public sealed partial class UserBookings : IProjection
{
    /// <summary>The usual bound on bookings that came to nothing.</summary>
    public const int DefaultMaxAbandoned = 200_000;

    private readonly int _maxAbandoned;

    /// <summary>Makes the model of no facts.</summary>
    /// <param name="maxAbandoned">Bookings that came to nothing and are still remembered, at most.</param>
    /// <exception cref="ArgumentOutOfRangeException">The bound is not positive.</exception>
    public UserBookings(int maxAbandoned = DefaultMaxAbandoned)
    {
        ArgumentOutOfRangeException.ThrowIfNegativeOrZero(maxAbandoned);
        _maxAbandoned = maxAbandoned;
    }

    /// <inheritdoc/>
    public string Name => "booking-user-bookings";

    /// <inheritdoc/>
    public int Version => 1;

    /// <summary>Bookings that are known.</summary>
    public int Count => _rowCount;

    /// <summary>Users who have any.</summary>
    public int UserCount => _userCount;

    /// <summary>Payments that are with the provider.</summary>
    public int PendingCount => _pending.Count;

    /// <summary>Looks a booking up. O(1), allocates nothing.</summary>
    public bool TryFind(ulong showtimeId, ulong bookingId, out UserBooking booking)
    {
        int row = FindRow(showtimeId, bookingId);
        booking = row < 0 ? default : BookingAt(row);
        return row >= 0;
    }

    /// <summary>The payment a booking waits for. O(payments pending).</summary>
    public bool TryFindPending(ulong showtimeId, ulong bookingId, out PendingCharge charge)
    {
        charge = default;
        int row = FindRow(showtimeId, bookingId);
        return row >= 0 && _pending.TryGetValue(RowAt(row).PaymentId, out charge);
    }

    /// <summary>A copy of the payments that are with the provider. O(payments pending).</summary>
    public IReadOnlyList<PendingCharge> ListPending() => [.. _pending.Values];

    /// <summary>A user's bookings in numbers. O(1), allocates nothing.</summary>
    public UserBookingTotals TotalsOf(ulong userId)
    {
        if (!_userIndex.TryGetValue(userId, out int index)) return default;
        ref readonly BookingUser user = ref _users[index];
        return new UserBookingTotals(user.Count, user.ConfirmedCount, user.SpentCents);
    }

    /// <summary>
    /// Copies a page of a user's bookings, newest first. Facts between two pages neither repeat nor hide a booking that
    /// is in both. O(page) with the cursor of the page before; O(user's bookings) at worst. Allocates nothing.
    /// </summary>
    /// <param name="userId">The user.</param>
    /// <param name="after">
    /// Where the page begins: <see cref="BookingCursor.Start"/> or the cursor of the one before.
    /// </param>
    /// <param name="into">Where the page goes; its length is the page's.</param>
    /// <param name="next">Where the next page begins.</param>
    /// <returns>How many bookings were copied.</returns>
    public int CopyPage(ulong userId, BookingCursor after, Span<UserBooking> into, out BookingCursor next)
    {
        next = BookingCursor.End;
        if (after.IsEnd || into.IsEmpty || !_userIndex.TryGetValue(userId, out int user)) return 0;
        int count = 0;
        int last = -1;
        int row = FirstAfter(user, after);
        for (; row >= 0 && count < into.Length; row = RowAt(row).Older)
        {
            into[count++] = BookingAt(row);
            last = row;
        }

        if (row >= 0) next = new BookingCursor(RowAt(last).Position, last);
        return count;
    }

    /// <summary>
    /// Copies bookings of all users, in no order that means anything, from where the last call ended: for whoever goes
    /// through them all, a part at a time. A booking that is there all the while is copied exactly once. O(rows looked
    /// at), which is at most four times the length of <paramref name="into"/>. Allocates nothing.
    /// </summary>
    /// <param name="from">0, or what the call before gave.</param>
    /// <param name="into">Where they go.</param>
    /// <param name="next">Where to go on; negative at the end.</param>
    /// <returns>How many were copied: also 0 before the end, where many have been forgotten.</returns>
    /// <exception cref="ArgumentOutOfRangeException"><paramref name="from"/> is negative.</exception>
    public int CopyRows(int from, Span<UserBooking> into, out int next)
    {
        ArgumentOutOfRangeException.ThrowIfNegative(from);
        int count = 0;
        int end = (int)Math.Min(_rowEnd, from + (4L * into.Length));
        for (next = from; next < end && count < into.Length; next++)
        {
            bool isForgotten = RowAt(next).Status == 0;
            if (!isForgotten) into[count++] = BookingAt(next);
        }

        if (next >= _rowEnd) next = -1;
        return count;
    }

    /// <summary>How many bookings have a status. O(1).</summary>
    public int CountOf(UserBookingStatus status) => _statusCounts[(int)status];

    /// <inheritdoc/>
    public bool Wants(in EventHeader header) =>
        header.Partition.System == ShowtimeMachine.Id && header.Type is (>= 10 and <= 24) or 42;

    /// <inheritdoc/>
    public void Reset()
    {
        _pages.Clear();
        _rowCount = 0;
        _rowEnd = 0;
        _freeRow = -1;
        _buckets = [];
        _users = [];
        _userCount = 0;
        _userIndex.Clear();
        _pending.Clear();
        _abandoned.Clear();
        Array.Clear(_statusCounts);
    }

    private int FirstAfter(int user, BookingCursor after)
    {
        if (after.Row >= 0 && after.Row < _rowEnd)
        {
            ref readonly BookingRow hint = ref RowAt(after.Row);
            if (!hint.IsFree && hint.User == user && hint.Position == after.Position) return hint.Older;
        }

        int row = _users[user].Newest;
        while (row >= 0 && RowAt(row).Position >= after.Position) row = RowAt(row).Older;
        return row;
    }

    private UserBooking BookingAt(int index)
    {
        ref readonly BookingRow row = ref RowAt(index);
        return new UserBooking
        {
            ShowtimeId = row.ShowtimeId,
            BookingId = row.BookingId,
            UserId = _users[row.User].UserId,
            PaymentId = row.PaymentId,
            Claim = row.Claim,
            Status = row.Status,
            Position = row.Position,
            CreatedAtMs = row.CreatedAtMs,
            AtMs = row.AtMs,
            IsLate = row.Has(BookingRow.IsLate),
            IsByHouse = row.Has(BookingRow.IsByHouse),
            WasOffered = row.Has(BookingRow.WasOffered),
            WasExtended = row.Has(BookingRow.WasExtended),
            IsHoldGone = row.Has(BookingRow.IsHoldGone),
        };
    }
}
