namespace Catalog.Engine.Booking;

/// <content>Going through everybody's bookings.</content>
public sealed partial class UserBookings
{
    /// <summary>
    /// Copies bookings of all users, in no order that means anything. Going on with <paramref name="next"/> while facts
    /// come in between shows every booking that is there all the time. O(rows passed), allocates nothing.
    /// </summary>
    /// <param name="from">0, or where the last copy ended.</param>
    /// <param name="into">Where they go.</param>
    /// <param name="next">Where to go on; -1 when that was the last.</param>
    /// <returns>How many were copied.</returns>
    /// <exception cref="ArgumentOutOfRangeException"><paramref name="from"/> is negative.</exception>
    public int CopyRows(int from, Span<UserBooking> into, out int next)
    {
        ArgumentOutOfRangeException.ThrowIfNegative(from);
        int count = 0, row = from;
        for (; row < _rowEnd && count < into.Length; row++)
            if (!RowAt(row).IsFree) into[count++] = BookingAt(row);
        next = row < _rowEnd ? row : -1;
        return count;
    }
}
